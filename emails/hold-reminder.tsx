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

export type HoldReminderProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  seats: number;
  keptUntil: string;
  keptUntilDay: string;
};

export default function HoldReminder({ name, clinic, group, url, seats, keptUntil }: HoldReminderProps) {
  return (
    <Layout preview="You can answer on your own page." clinic={clinic}>
      <Title>We still keep {seats === 1 ? "a place" : places(seats)} for you</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        This is the only reminder: we have not heard from you yet, and keep the {places(seats)} until the time
        below. On your page there is a button for yes, and one for no.
      </Paragraph>
      <GroupFacts group={group} keptUntil={keptUntil} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>Opening the page decides nothing.</Paragraph>
    </Layout>
  );
}

export const subject = ({ seats, keptUntilDay }: HoldReminderProps) =>
  `A reminder: ${seats === 1 ? "a place is" : `${seats} places are`} kept until ${keptUntilDay}`;

export const sample: HoldReminderProps = {
  name: "Mika Laine",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  seats: 2,
  keptUntil: "Thursday 26 November, 7:00 pm, Toronto time",
  keptUntilDay: "Thursday 26 November",
};
