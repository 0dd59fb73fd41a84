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
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type OfferProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  seats: number;
  /** For those of the party who come anyway: there isn't room for all of it. */
  forFewer: boolean;
  /** Whether "not this time" keeps the place in line. */
  declineKeeps: boolean;
  keptUntil: string;
  keptUntilDay: string;
};

export default function Offer({
  name,
  clinic,
  group,
  url,
  seats,
  forFewer,
  declineKeeps,
  keptUntil,
}: OfferProps) {
  return (
    <Layout preview="You can answer on your own page." clinic={clinic}>
      <Title>There is room for you now</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Thank you for waiting. We keep the {places(seats)} for {whom(seats, forFewer)} until the time below.
        {seats > 1 && " Each of you is asked for your own yes."}
      </Paragraph>
      <GroupFacts group={group} keptUntil={keptUntil} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>
        Opening the page decides nothing. There you choose with a button: yes,{" "}
        {declineKeeps
          ? "not this time and keep your place in line, or leave the line."
          : "or leave the line."}
      </Paragraph>
    </Layout>
  );
}

function whom(seats: number, forFewer: boolean): string {
  if (forFewer) return "those of you who come when there isn't room for everyone";
  return seats === 1 ? "you" : "all of you";
}

export const subject = ({ seats, keptUntilDay }: OfferProps) =>
  `${seats === 1 ? "A place is" : `${seats} places are`} kept for you until ${keptUntilDay}`;

export const sample: OfferProps = {
  name: "Mika Laine",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  seats: 2,
  forFewer: false,
  declineKeeps: true,
  keptUntil: "Thursday 26 November, 7:00 pm, Toronto time",
  keptUntilDay: "Thursday 26 November",
};
