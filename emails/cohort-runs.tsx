import {
  type Clinic,
  type Group,
  GroupFacts,
  greeting,
  sampleClinic,
  sampleGroup,
  samplePage,
} from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type CohortRunsProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** What they have there: a place, a question that waits for their yes, or a place in line. */
  place: "sure" | "asked" | "inLine";
};

export default function CohortRuns({ name, clinic, group, url, place }: CohortRunsProps) {
  return (
    <Layout preview="It is sure now." clinic={clinic}>
      <Title>The group takes place</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>It is sure now: the group below takes place. {words[place]}</Paragraph>
      <GroupFacts group={group} />
      <EmailButton href={url}>Open your page</EmailButton>
    </Layout>
  );
}

const words = {
  sure: "You have a place in it, and nothing needs doing.",
  asked: "We still keep a place for you, until the time on your page.",
  inLine: "You keep your place in line, and we write as soon as there is room.",
} satisfies Record<CohortRunsProps["place"], string>;

export const subject = (_: CohortRunsProps) => "It is sure: the group takes place";

export const sample: CohortRunsProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  place: "sure",
};
