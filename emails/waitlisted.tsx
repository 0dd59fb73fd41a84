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

export type WaitlistedProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  seats: number;
  /** Who put the party in line, for somebody else in it. */
  writer: string | null;
};

export default function Waitlisted({ name, clinic, group, url, seats, writer }: WaitlistedProps) {
  return (
    <Layout preview="We write as soon as there is room." clinic={clinic}>
      <Title>You are in line</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      {writer !== null && (
        <Paragraph>
          {writer || "Somebody close to you"} has asked for a place for you in one of our groups.
        </Paragraph>
      )}
      <Paragraph>
        {seats === 1
          ? "Every place is taken just now, so you are in line for one."
          : `There isn't room for all ${seats} of you just now, so you are in line together.`}{" "}
        We write as soon as there is, and keep the {seats === 1 ? "place" : "places"} for you while you
        decide.
      </Paragraph>
      <GroupFacts group={group} />
      <EmailButton href={url}>See your place in line</EmailButton>
      <Paragraph>
        Nothing needs doing now. On your page you see where you stand and why, and you can leave the line with
        a button at any time.
      </Paragraph>
      {writer !== null && (
        <SmallPrint>
          Nobody can say yes for you. If you'd rather not come, say so on your page and we erase your name and
          address.
        </SmallPrint>
      )}
    </Layout>
  );
}

export const subject = (_: WaitlistedProps) => "You are in line, and we will write to you";

export const sample: WaitlistedProps = {
  name: "Mika Laine",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  seats: 2,
  writer: null,
};
