import {
  type Clinic,
  type Group,
  GroupFacts,
  greeting,
  places,
  sampleClinic,
  sampleGroup,
  samplePage,
} from "./_group.tsx";
import { EmailButton, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type PleaseConfirmProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  seats: number;
  /** With weekday, date and zone. */
  keptUntil: string;
  /** Only the weekday and date, for a subject. */
  keptUntilDay: string;
  /** Who wrote the form, for somebody invited by them; for the writer, whether they have said yes already. */
  voice: { kind: "invited"; writer: string } | { kind: "writer"; saidYes: boolean };
};

export default function PleaseConfirm(props: PleaseConfirmProps) {
  const { name, clinic, group, url, keptUntil, voice } = props;
  return (
    <Layout preview="One press on your own page is all that is needed." clinic={clinic}>
      <Title>
        {voice.kind === "writer" && voice.saidYes ? "Your places are kept" : "Please say yes for yourself"}
      </Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Request {...props} />
      <GroupFacts group={group} keptUntil={keptUntil} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>
        Opening the page decides nothing. It says what will happen, and you decide there with a button, yes or
        no.
      </Paragraph>
      {voice.kind === "invited" && (
        <SmallPrint>
          We use your name and address for this question alone. If you say no, or don't answer in time, we
          erase both.
        </SmallPrint>
      )}
    </Layout>
  );
}

function Request({ seats, voice }: PleaseConfirmProps) {
  if (voice.kind === "invited") {
    return (
      <Paragraph>
        {voice.writer || "Somebody close to you"} has asked for a place for you in one of our groups, and we
        keep it for a while. Whether you come is yours to say: nobody can say yes for you.
      </Paragraph>
    );
  }
  if (voice.saidYes) {
    return (
      <Paragraph>
        Thank you for your yes. The others have been asked for theirs, each in a message of their own.
      </Paragraph>
    );
  }
  return (
    <Paragraph>
      We keep your {places(seats)} for you. Please say yes for yourself on your own page
      {seats > 1 ? "; everyone who comes with you is asked in a message of their own." : "."}
    </Paragraph>
  );
}

export const subject = ({ seats, keptUntilDay, voice }: PleaseConfirmProps) =>
  voice.kind === "invited"
    ? "Please say yes for yourself"
    : `Your ${seats === 1 ? "place is" : "places are"} kept until ${keptUntilDay}`;

export const sample: PleaseConfirmProps = {
  name: "Noor Haddad",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  seats: 2,
  keptUntil: "Thursday 26 November, 7:00 pm, Toronto time",
  keptUntilDay: "Thursday 26 November",
  voice: { kind: "invited", writer: "Ana Moreau" },
};
