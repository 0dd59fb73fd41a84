import { type Clinic, greeting, sampleClinic, samplePage } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type InterestApartProps = { name: string; clinic: Clinic; url: string };

export default function InterestApart({ name, clinic, url }: InterestApartProps) {
  return (
    <Layout preview="You wait from the same day as before." clinic={clinic}>
      <Title>Your place on the list is your own</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        You were on the interest list together with somebody else, and from now on each goes on separately.
        You wait from the same day as before, and nothing needs doing.
      </Paragraph>
      <Paragraph>What you see on your page is yours alone. Nobody you had signed up with sees it.</Paragraph>
      <EmailButton href={url}>Open your page</EmailButton>
    </Layout>
  );
}

export const subject = (_: InterestApartProps) => "Your place on the list is your own";

export const sample: InterestApartProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  url: samplePage,
};
