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

export type PartyChangedProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** What remains for those who are left: a question, a place in line, or a place that is theirs. */
  now: { state: "asked"; keptUntil: string } | { state: "inLine" } | { state: "enrolled" };
};

export default function PartyChanged({ name, clinic, group, url, now }: PartyChangedProps) {
  return (
    <Layout preview="Please look at your own page." clinic={clinic}>
      <Title>Something has changed</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>Somebody who was to come with you isn't coming. {words[now.state]}</Paragraph>
      <GroupFacts group={group} keptUntil={now.state === "asked" ? now.keptUntil : undefined} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>
        Opening the page decides nothing. There you see how things stand, and decide with a button.
      </Paragraph>
    </Layout>
  );
}

const words = {
  asked: "Your own place is still kept. Because you had asked to come together, we ask you once more.",
  inLine: "Your own place in line stays as it was, and nothing needs doing.",
  enrolled: "Your own place stays as it is, and nothing needs doing.",
} satisfies Record<PartyChangedProps["now"]["state"], string>;

export const subject = ({ now }: PartyChangedProps) =>
  now.state === "asked"
    ? "Something has changed, and we have a question"
    : "Something has changed, your place stays";

export const sample: PartyChangedProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  now: { state: "asked", keptUntil: "Thursday 26 November, 7:00 pm, Toronto time" },
};
