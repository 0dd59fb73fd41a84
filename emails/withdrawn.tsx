import { type Clinic, type Group, GroupFacts, greeting, sampleClinic, sampleGroup } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type WithdrawnProps = { name: string; clinic: Clinic; group: Group; groupsUrl: string };

export default function Withdrawn({ name, clinic, group, groupsUrl }: WithdrawnProps) {
  return (
    <Layout preview="Nothing more needs doing." clinic={clinic}>
      <Title>You have given up your place</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        We have done as you asked. Thank you for telling us: somebody in line may be glad. The door stays
        open, whenever another group suits you better.
      </Paragraph>
      <GroupFacts group={group} />
      <EmailButton href={groupsUrl}>See the groups</EmailButton>
      <Paragraph>If this wasn't you, please reply to this message and a person will look at it.</Paragraph>
    </Layout>
  );
}

export const subject = (_: WithdrawnProps) => "You have given up your place, as you asked";

export const sample: WithdrawnProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  groupsUrl: "https://groups.clinic.example.org",
};
