import { type Clinic, type Group, GroupFacts, greeting, sampleClinic, sampleGroup } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type HoldLapsedProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  seats: number;
  groupsUrl: string;
};

export default function HoldLapsed({ name, clinic, group, seats, groupsUrl }: HoldLapsedProps) {
  const kept = seats === 1 ? "The place" : "The places";
  return (
    <Layout preview="You are welcome to ask again." clinic={clinic}>
      <Title>{seats === 1 ? "Your place is free again" : "Your places are free again"}</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        {kept} we kept could not wait any longer:{" "}
        {seats === 1 ? "we didn't hear from you" : "we didn't hear from everyone"} in time, so others are
        asked now. That is quite all right, and you are welcome to ask again.
      </Paragraph>
      <GroupFacts group={group} />
      <EmailButton href={groupsUrl}>See the groups</EmailButton>
    </Layout>
  );
}

export const subject = ({ seats }: HoldLapsedProps) =>
  seats === 1 ? "Your place is free again" : "Your places are free again";

export const sample: HoldLapsedProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  seats: 2,
  groupsUrl: "https://groups.clinic.example.org",
};
