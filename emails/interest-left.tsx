import { type Clinic, greeting, sampleClinic } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type InterestLeftProps = { name: string; clinic: Clinic; groupsUrl: string };

export default function InterestLeft({ name, clinic, groupsUrl }: InterestLeftProps) {
  return (
    <Layout preview="Nothing more needs doing." clinic={clinic}>
      <Title>You have left the interest list</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        We have done as you asked, and don't write to you about new groups any more. The door stays open.
      </Paragraph>
      <EmailButton href={groupsUrl}>See the groups</EmailButton>
      <Paragraph>If this wasn't you, please reply to this message and a person will look at it.</Paragraph>
    </Layout>
  );
}

export const subject = (_: InterestLeftProps) => "You have left the list, as you asked";

export const sample: InterestLeftProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  groupsUrl: "https://groups.clinic.example.org",
};
