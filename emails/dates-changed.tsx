import { type Clinic, greeting, sampleClinic, samplePage } from "./_group.tsx";
import { EmailButton, Facts, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type DatesChangedProps = {
  name: string;
  clinic: Clinic;
  /** The group's name. */
  title: string;
  /** The zone's name, such as Toronto time. */
  zone: string;
  /** What a session was said to be, and what it is now; `after` is null when it does not take place. */
  changes: { title: string; before: string; after: string | null; reason: string }[];
  url: string;
};

export default function DatesChanged({ name, clinic, title, zone, changes, url }: DatesChangedProps) {
  return (
    <Layout preview="The new dates, and a file for your calendar." clinic={clinic}>
      <Title>{headline(changes.length)}</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        In {title}, {changes.length === 1 ? "one date is" : "some dates are"} not as we wrote before. Times
        are in {zone}.
      </Paragraph>
      <Facts
        items={changes.map(({ title, before, after, reason }) => ({
          term: title,
          value: (
            <>
              {after ?? "Does not take place."}
              <br />
              {after ? `It was to be ${before}.` : `It was to be ${before}. ${reason}`}
            </>
          ),
        }))}
      />
      <Paragraph>The file with this message puts your calendar right.</Paragraph>
      <EmailButton href={url}>Open your page</EmailButton>
      <SmallPrint>If a new date does not suit you, just answer this message.</SmallPrint>
    </Layout>
  );
}

function headline(count: number): string {
  return count === 1 ? "A date has changed" : "Some dates have changed";
}

export const subject = ({ changes }: DatesChangedProps) => headline(changes.length);

export const sample: DatesChangedProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  title: "Winter evenings",
  zone: "Toronto time",
  changes: [
    {
      title: "Practicing mindfulness",
      before: "Tuesday 19 January 2027, 6:30 pm to 9:00 pm",
      after: "Wednesday 20 January 2027, 6:30 pm to 9:00 pm",
      reason: "",
    },
    {
      title: "Living deeply",
      before: "Tuesday 9 February 2027, 6:30 pm to 9:00 pm",
      after: null,
      reason: "Sam is away that week.",
    },
  ],
  url: samplePage,
};
