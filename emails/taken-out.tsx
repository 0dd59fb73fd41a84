import {
  type Clinic,
  type Group,
  GroupFacts,
  greeting,
  sampleClinic,
  sampleGroup,
  samplePage,
} from "./_group.tsx";
import { EmailButton, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type TakenOutProps = { name: string; clinic: Clinic; group: Group; url: string; groupsUrl: string };

export default function TakenOut({ name, clinic, group, url, groupsUrl }: TakenOutProps) {
  return (
    <Layout preview="Your page says why." clinic={clinic}>
      <Title>You are no longer in line</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        We have taken you out of the line for this group. Why is written on your own page. Thank you for
        having waited; the door stays open, here and in every other group.
      </Paragraph>
      <GroupFacts group={group} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>If this is not what you wanted, please reply to this message. A person reads it.</Paragraph>
      <SmallPrint>The open groups are at {groupsUrl}.</SmallPrint>
    </Layout>
  );
}

export const subject = (_: TakenOutProps) => "You are no longer in line";

export const sample: TakenOutProps = {
  name: "Mika Laine",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  groupsUrl: "https://groups.clinic.example.org",
};
