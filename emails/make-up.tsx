import { type Clinic, greeting, sampleClinic, samplePage } from "./_group.tsx";
import { EmailButton, Facts, Layout, Paragraph, Title } from "./_layout.tsx";

export type MakeUpProps = {
  name: string;
  clinic: Clinic;
  url: string;
  /** What has become of the wish; the first and the last are told to the group that is asked. */
  kind: "asked" | "agreed" | "declined" | "not coming" | "moved" | "cancelled";
  group: string;
  when: string;
  place: string;
  /** What the facilitator wrote. */
  words: string;
};

export default function MakeUp({ name, clinic, url, kind, group, when, place, words }: MakeUpProps) {
  const { title, sentence, press } = said[kind];
  return (
    <Layout preview="When it is, and what you can do now." clinic={clinic}>
      <Title>{title}</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>{sentence}</Paragraph>
      {words && <Paragraph>{words}</Paragraph>}
      <Facts
        items={[
          { term: "Group", value: group },
          { term: "When", value: when },
          { term: "Where", value: place },
        ]}
      />
      <EmailButton href={url}>{press}</EmailButton>
    </Layout>
  );
}

const said = {
  asked: {
    title: "Somebody asks to come as a guest",
    sentence:
      "Somebody of another group would like to come to one evening of yours. A chair is free. Please say whether it suits.",
    press: "Read and answer",
  },
  agreed: {
    title: "You are welcome as a guest",
    sentence:
      "A chair is kept for you in another group. If you can’t come after all, please say so at your place.",
    press: "Your place",
  },
  declined: {
    title: "It does not suit this time",
    sentence:
      "The other group can’t take a guest that evening. You may ask for another one, or make it up in another way: your facilitators know how.",
    press: "Your place",
  },
  "not coming": {
    title: "A guest does not come after all",
    sentence: "Somebody who asked to come to one evening of your group does not need the chair any more.",
    press: "See the group",
  },
  moved: {
    title: "The evening in the other group has a new time",
    sentence:
      "The evening that you wanted to come to as a guest is now at the time below. If it does not suit you any more, please say so at your place, and choose another one.",
    press: "Your place",
  },
  cancelled: {
    title: "The evening in the other group does not take place",
    sentence:
      "The evening that you wanted to come to as a guest does not take place. At your place you see what else there is, and your facilitators know other ways.",
    press: "Your place",
  },
} satisfies Record<MakeUpProps["kind"], object>;

export const subject = ({ kind }: MakeUpProps) => said[kind].title;

export const sample: MakeUpProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  url: samplePage,
  kind: "agreed",
  group: "Thursday evenings",
  when: "Thursday 14 January 2027, 6:30 pm, Toronto time",
  place: "Willow Street, second floor",
  words: "We look forward to seeing you.",
};
