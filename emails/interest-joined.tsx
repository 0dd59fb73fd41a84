import { type Clinic, greeting, sampleClinic, samplePage } from "./_group.tsx";
import { EmailButton, Facts, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type InterestJoinedProps = {
  name: string;
  clinic: Clinic;
  program: string;
  url: string;
  /** Who put the party on the list, for somebody else in it. */
  writer: string | null;
};

export default function InterestJoined({ name, clinic, program, url, writer }: InterestJoinedProps) {
  return (
    <Layout preview="We write when a group is planned." clinic={clinic}>
      <Title>You are on the interest list</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      {writer !== null && (
        <Paragraph>
          {writer || "Somebody close to you"} would like to come to one of our groups with you, and put you on
          the list for the next ones.
        </Paragraph>
      )}
      <Paragraph>
        When a group is planned that may suit you, we write to you before it opens to everyone, in the order
        in which people joined the list. The time you wait now counts there.
      </Paragraph>
      <Facts items={[{ term: "Program", value: program }]} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>
        {writer === null
          ? "There you tell us with a button that you wait, and you can leave the list at any time."
          : "There you say with a button whether you'd like to wait too."}
      </Paragraph>
      {writer !== null && (
        <SmallPrint>
          Nobody can say yes for you. If you'd rather not come, leave the list on your page and we erase your
          name and address.
        </SmallPrint>
      )}
    </Layout>
  );
}

export const subject = (_: InterestJoinedProps) => "You are on the list, and we will write to you";

export const sample: InterestJoinedProps = {
  name: "Mika Laine",
  clinic: sampleClinic,
  program: "Mindful Self-Compassion",
  url: samplePage,
  writer: null,
};
