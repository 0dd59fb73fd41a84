import { type Clinic, greeting, sampleClinic } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type QuestionAnsweredProps = { name: string; clinic: Clinic; url: string };

export default function QuestionAnswered({ name, clinic, url }: QuestionAnsweredProps) {
  return (
    <Layout preview="It is at your place." clinic={clinic}>
      <Title>There is something for you to read</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        You asked something, and there is an answer at your place. You read it once you are signed in.
      </Paragraph>
      <EmailButton href={url}>Open your place</EmailButton>
    </Layout>
  );
}

export const subject = (_: QuestionAnsweredProps) => "There is something for you to read";

export const sample: QuestionAnsweredProps = {
  name: "Mika Laine",
  clinic: sampleClinic,
  url: "https://groups.clinic.example.org/my/example/questions",
};
