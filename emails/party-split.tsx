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

export type PartySplitProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** What is theirs now: seats that they are asked about, a place in line, an application, or a place in the group. */
  now:
    | { state: "asked"; keptUntil: string }
    | { state: "inLine" }
    | { state: "applied" }
    | { state: "enrolled" };
};

export default function PartySplit({ name, clinic, group, url, now }: PartySplitProps) {
  return (
    <Layout preview="Your place stays as it was." clinic={clinic}>
      <Title>Your place is your own</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        You had signed up together with somebody else, and from now on each goes on separately.{" "}
        {words[now.state]}
      </Paragraph>
      <Paragraph>What you see on your page is yours alone. Nobody you had signed up with sees it.</Paragraph>
      <GroupFacts group={group} keptUntil={now.state === "asked" ? now.keptUntil : undefined} />
      <EmailButton href={url}>Open your page</EmailButton>
    </Layout>
  );
}

const words = {
  asked: "Your place is kept until the time below, and waits for your own yes.",
  inLine: "You are in line exactly where you were, and nothing needs doing.",
  applied: "Your application stays as it was, and nothing needs doing.",
  enrolled: "Your place in the group stays as it was, and nothing needs doing.",
} satisfies Record<PartySplitProps["now"]["state"], string>;

export const subject = (_: PartySplitProps) => "Your place is your own, and stays as it was";

export const sample: PartySplitProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  now: { state: "inLine" },
};
