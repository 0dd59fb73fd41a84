import { type Clinic, greeting, sampleClinic } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type QuestionAskedProps = { name: string; clinic: Clinic; group: string; url: string };

export default function QuestionAsked({ name, clinic, group, url }: QuestionAskedProps) {
  return (
    <Layout preview="Somebody in your group asks you something." clinic={clinic}>
      <Title>A question for you</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Somebody in {group} asks you something. It is there to be read and answered once you are signed in.
      </Paragraph>
      <EmailButton href={url}>Read it</EmailButton>
    </Layout>
  );
}

export const subject = (_: QuestionAskedProps) => "A question for you";

export const sample: QuestionAskedProps = {
  name: "Sam Lindqvist",
  clinic: sampleClinic,
  group: "Winter evenings",
  url: "https://groups.clinic.example.org/staff/cohorts/example/questions",
};
