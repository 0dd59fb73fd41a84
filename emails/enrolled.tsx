import { type Clinic, type Group, greeting, sampleClinic, sampleGroup, samplePage } from "./_group.tsx";
import { EmailButton, Facts, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type EnrolledProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** The link of the online room, where there is one. */
  joinUrl: string | null;
  /** Every meeting's local time, in order. */
  sessions: string[];
  /** The zone's name, such as Toronto time. */
  zone: string;
  /** The party has a place in another line too, and has not said whether it keeps it. */
  waitsElsewhere: boolean;
};

export default function Enrolled({
  name,
  clinic,
  group,
  url,
  joinUrl,
  sessions,
  zone,
  waitsElsewhere,
}: EnrolledProps) {
  return (
    <Layout preview="All dates, and a file for your calendar." clinic={clinic}>
      <Title>You are enrolled</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        We look forward to meeting you. The file with this message adds every date to your calendar.
      </Paragraph>
      <Facts
        items={[
          { term: "Group", value: group.title },
          { term: "Where", value: group.place },
          ...(joinUrl ? [{ term: "Link to join", value: <a href={joinUrl}>{joinUrl}</a> }] : []),
          {
            term: `Dates, in ${zone}`,
            value: sessions.map((session) => (
              <span key={session}>
                {session}
                <br />
              </span>
            )),
          },
        ]}
      />
      {waitsElsewhere && (
        <Paragraph>
          You are in line for another group too. Your place there is kept, and we offer you nothing until you
          say on your page whether you still wait for it.
        </Paragraph>
      )}
      <EmailButton href={url}>Open your page</EmailButton>
      <SmallPrint>
        If your plans change, tell us on your page. You are asked once more before anything happens, and
        somebody in line may be glad of the place.
      </SmallPrint>
    </Layout>
  );
}

export const subject = (_: EnrolledProps) => "You are enrolled: your dates";

export const sample: EnrolledProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  joinUrl: null,
  sessions: [
    "Tuesday 12 January 2027, 6:30 pm to 9:00 pm",
    "Tuesday 19 January 2027, 6:30 pm to 9:00 pm",
    "Tuesday 26 January 2027, 6:30 pm to 9:00 pm",
  ],
  zone: "Toronto time",
  waitsElsewhere: false,
};
