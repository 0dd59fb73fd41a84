import { type Clinic, type Group, GroupFacts, greeting, sampleClinic, sampleGroup } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type ApplicationDeclinedProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  /** What whoever decided would like to say; may be empty. */
  words: string;
  groupsUrl: string;
};

export default function ApplicationDeclined({
  name,
  clinic,
  group,
  words,
  groupsUrl,
}: ApplicationDeclinedProps) {
  return (
    <Layout preview="Thank you for asking us." clinic={clinic}>
      <Title>Not this group, this time</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Thank you for telling us about yourself. We have thought about it with care, and this group is not the
        right one for you just now. That says nothing about you, and another may be.
      </Paragraph>
      {words && <Paragraph>{words}</Paragraph>}
      <GroupFacts group={group} />
      <EmailButton href={groupsUrl}>See the groups</EmailButton>
      <Paragraph>
        Please reply to this message if you would like to talk about it. A person reads it.
      </Paragraph>
    </Layout>
  );
}

export const subject = (_: ApplicationDeclinedProps) => "Our answer to your application";

export const sample: ApplicationDeclinedProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  words: "The spring group is smaller and slower, and may suit you well. I would be glad to tell you of it.",
  groupsUrl: "https://groups.clinic.example.org",
};
