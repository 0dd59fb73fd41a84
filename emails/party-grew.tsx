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

export type PartyGrewProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** What the party has now: seats that everyone is asked about anew, or its place in line. */
  now: { state: "asked"; keptUntil: string } | { state: "inLine" };
};

export default function PartyGrew({ name, clinic, group, url, now }: PartyGrewProps) {
  return (
    <Layout preview="Please look at your own page." clinic={clinic}>
      <Title>One more of you</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>Somebody was added to those you come with. {words[now.state]}</Paragraph>
      <GroupFacts group={group} keptUntil={now.state === "asked" ? now.keptUntil : undefined} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>
        Opening the page decides nothing. There you see how things stand, and decide with a button.
      </Paragraph>
    </Layout>
  );
}

const words = {
  asked: "A place is kept for each of you. Because you are one more now, we ask you once more.",
  inLine: "Your place in line stays as it was. When it is your turn, there is a place for each of you.",
} satisfies Record<PartyGrewProps["now"]["state"], string>;

export const subject = ({ now }: PartyGrewProps) =>
  now.state === "asked"
    ? "You are one more now, and we have a question"
    : "You are one more now, your place stays";

export const sample: PartyGrewProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  now: { state: "asked", keptUntil: "Thursday 26 November, 7:00 pm, Toronto time" },
};
