import {
  type Clinic,
  type Group,
  GroupFacts,
  greeting,
  sampleClinic,
  sampleGroup,
  samplePage,
} from "./_group.tsx";
import { EmailButton, Facts, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type MovedProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** The group that they were in before. */
  from: string;
  /** The day since when they wait. */
  since: string;
  /** Every meeting, for who has a place there; null for who waits there. */
  dates: { joinUrl: string | null; sessions: string[]; zone: string } | null;
};

export default function Moved({ name, clinic, group, url, from, since, dates }: MovedProps) {
  return (
    <Layout
      preview={dates ? "Your new dates, and a file for your calendar." : "Your place in line is kept."}
      clinic={clinic}
    >
      <Title>You are in another group now</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        {dates
          ? `We have moved you from “${from}” to the group below. You have a place there, and nothing needs doing. The file with this message adds the new dates to your calendar; the old ones can go.`
          : `We have moved you from “${from}” to the line of the group below. You keep your place in line since ${since}, and we write as soon as there is room.`}
      </Paragraph>
      {dates ? (
        <Facts
          items={[
            { term: "Group", value: group.title },
            { term: "Where", value: group.place },
            ...(dates.joinUrl
              ? [{ term: "Link to join", value: <a href={dates.joinUrl}>{dates.joinUrl}</a> }]
              : []),
            {
              term: `Dates, in ${dates.zone}`,
              value: dates.sessions.map((session) => (
                <span key={session}>
                  {session}
                  <br />
                </span>
              )),
            },
          ]}
        />
      ) : (
        <GroupFacts group={group} />
      )}
      <EmailButton href={url}>Open your page</EmailButton>
      <SmallPrint>If this does not suit you, please reply to this message. A person reads it.</SmallPrint>
    </Layout>
  );
}

export const subject = ({ dates }: MovedProps) =>
  dates ? "You are in another group now: your dates" : "You are in line for another group now";

export const sample: MovedProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  from: "Saturday mornings",
  since: "Tuesday 3 November 2026",
  dates: {
    joinUrl: null,
    sessions: ["Tuesday 12 January 2027, 6:30 pm to 9:00 pm", "Tuesday 19 January 2027, 6:30 pm to 9:00 pm"],
    zone: "Toronto time",
  },
};
