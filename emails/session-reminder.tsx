import { type Clinic, greeting, sampleClinic, samplePage } from "./_group.tsx";
import { EmailButton, Facts, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type SessionReminderProps = {
  name: string;
  clinic: Clinic;
  /** "Today", or "Tomorrow". */
  day: string;
  /** The group's name. */
  title: string;
  /** The hour on the wall, such as 6:30 pm. */
  time: string;
  /** The whole of it, with the zone. */
  when: string;
  where: string;
  /** Whether they come for this one evening, from another group. */
  guest: boolean;
  url: string;
  chooseUrl: string;
};

export default function SessionReminder(props: SessionReminderProps) {
  const { name, clinic, title, when, where, guest, url, chooseUrl } = props;
  return (
    <Layout preview="Where and when, and the way to your page." clinic={clinic}>
      <Title>{headline(props)}</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        {guest
          ? "You are welcome as a guest of another group. There is nothing to prepare."
          : "Your group meets again. There is nothing to prepare."}
      </Paragraph>
      <Facts
        items={[
          { term: "Group", value: title },
          { term: "When", value: when },
          ...(where ? [{ term: "Where", value: where }] : []),
        ]}
      />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>If you can’t come this time, just answer this message, and that is all right.</Paragraph>
      <SmallPrint>
        A day before, an hour before, or not at all: <a href={chooseUrl}>choose your reminders</a>.
      </SmallPrint>
    </Layout>
  );
}

function headline({ day, time }: SessionReminderProps): string {
  return `${day} at ${time}`;
}

export const subject = (props: SessionReminderProps) =>
  `A reminder: ${props.day.toLowerCase()} at ${props.time}`;

export const sample: SessionReminderProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  day: "Tomorrow",
  title: "Winter evenings",
  time: "6:30 pm",
  when: "Tuesday 19 January 2027, 6:30 pm, Toronto time",
  where: "Willow Street, second floor",
  guest: false,
  url: samplePage,
  chooseUrl: `${samplePage}/reminders`,
};
