import { type Clinic, greeting, sampleClinic } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type AcknowledgementProps = { name: string; clinic: Clinic; url: string };

export default function Acknowledgement({ name, clinic, url }: AcknowledgementProps) {
  return (
    <Layout preview="We have read it, and the next step is ready for you." clinic={clinic}>
      <Title>Thank you for writing</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Your message has arrived. The next step is a short form. We have filled in what we could from what you
        wrote, and you can change all of it.
      </Paragraph>
      <EmailButton href={url}>Open the form</EmailButton>
      <Paragraph>
        Opening it keeps nothing yet. You see which groups have room, and places are kept when you press the
        button at the end.
      </Paragraph>
      <SmallPrint>
        This answer was sent by our system. If you would rather talk to a person, reply to this message and
        one of us will read it.
      </SmallPrint>
    </Layout>
  );
}

export const subject = (_: AcknowledgementProps) => "Thank you, your message has arrived";

export const sample: AcknowledgementProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  url: "https://groups.clinic.example.org/join/example",
};
