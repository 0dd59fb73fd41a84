import type { ReactNode } from "react";
import { type Clinic, greeting, sampleClinic } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type AcknowledgementProps = {
  name: string;
  clinic: Clinic;
  /** What it offers: the form filled in, for themselves or for somebody else; their own page; or a person's answer. */
  answer: "form" | "referral" | "page" | "person";
  /** Whether it is clear what they asked for. */
  sure: boolean;
  url: string;
};

export default function Acknowledgement({ name, clinic, answer, sure, url }: AcknowledgementProps) {
  const { preview, understood, body, button, after } = answers[answer];
  return (
    <Layout preview={preview} clinic={clinic}>
      <Title>Thank you for writing</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      {!sure && understood && (
        <Paragraph>
          Your message has arrived. We understood that {understood}. If that's not so, just answer this
          message, and one of us reads it.
        </Paragraph>
      )}
      <Paragraph>
        {sure && "Your message has arrived. "}
        {body}
      </Paragraph>
      <EmailButton href={url}>{button}</EmailButton>
      {after && <Paragraph>{after}</Paragraph>}
      <SmallPrint>
        This answer was sent by our system. If you would rather talk to a person, reply to this message and
        one of us will read it.
      </SmallPrint>
    </Layout>
  );
}

const answers: Record<
  AcknowledgementProps["answer"],
  { preview: string; understood?: string; body: ReactNode; button: string; after?: ReactNode }
> = {
  form: {
    preview: "We have read it, and the next step is ready for you.",
    understood: "you would like to come to one of our groups",
    body: "The next step is a short form. We have filled in what we could from what you wrote, and you can change all of it.",
    button: "Open the form",
    after:
      "Opening it keeps nothing yet. You see which groups have room, and places are kept when you press the button at the end.",
  },
  referral: {
    preview: "We have read it, and the next step is ready for you.",
    understood: "you write for somebody else who would like to come to one of our groups",
    body: "The next step is a short form for the person you wrote about. We have filled in what we could, and you can change all of it.",
    button: "Open the form",
    after:
      "Nobody can say yes for somebody else. We write to the person themselves, and their place is theirs when they have said yes.",
  },
  page: {
    preview: "We have read it, and your page is ready for you.",
    understood: "you would like to change something about your place",
    body: "One of us reads it. You need not wait for that: on your own page you can answer for yourself, change what you would like, or give up your place.",
    button: "Open your page",
    after: "Opening it changes nothing. Each change has a button of its own there.",
  },
  person: {
    preview: "One of us reads it, and answers you.",
    body: "One of us reads it, and answers you. On this page you see our groups, and which of them have room.",
    button: "See the groups",
  },
};

export const subject = (_: AcknowledgementProps) => "Thank you, your message has arrived";

export const sample: AcknowledgementProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  answer: "form",
  sure: true,
  url: "https://groups.clinic.example.org/join/example",
};
