import { link, ruleX, text } from "@observablehq/plot";
import { dayWords } from "#lib/clock/words.ts";
import type { loadYear } from "#lib/cohorts/year.ts";
import { Chart, Key } from "../../_components/chart.tsx";
import { DataTable } from "../../_components/data-table.tsx";
import { draw, ink } from "../../_components/draw.ts";

// About as wide as a phone shows it, so that its words are as large as they say.
const width = 350;
const row = 38;
/** The day of the year from which on a title stands before the end of its band instead of after its beginning. */
const middle = 183;

/** The year's groups, a band from the first session to the last for each, and where today is. */
export function Year({ year, cohorts, today, more }: Awaited<ReturnType<typeof loadYear>>) {
  const height = cohorts.length * row + 34;
  const at = (day: Temporal.PlainDate) => day.dayOfYear;
  const lines = cohorts.map(({ id, title, days, state }) => ({
    ...{ id, title, state },
    from: at(days[0] ?? today),
    to: at(days.at(-1) ?? today),
  }));
  const months = Array.from({ length: 12 }, (_, index) => {
    const first = Temporal.PlainDate.from({ year, month: index + 1, day: 1 });
    return { x: at(first), short: first.toLocaleString("en-GB", { month: "short" }).slice(0, 1) };
  });
  const svg = draw({
    width,
    height,
    ...{ marginTop: 24, marginBottom: 6, marginLeft: 10, marginRight: 10 },
    x: { domain: [1, 366], axis: null },
    y: { type: "point", domain: cohorts.map(({ id }) => id), padding: 0.5, axis: null },
    marks: [
      ruleX(months, { x: "x", stroke: ink.line }),
      text(months, { x: ({ x }) => x + 15, text: "short", frameAnchor: "top", dy: -16, fill: ink.soft }),
      ruleX([at(today)], { stroke: ink.plum, strokeWidth: 1.5 }),
      link(lines, {
        x1: "from",
        x2: "to",
        y: "id",
        dy: 8,
        stroke: ({ state }) => bands[state as State],
        strokeWidth: 7,
        strokeLinecap: "round",
      }),
      text(lines, {
        x: ({ from, to }) => (from > middle ? to : from),
        y: "id",
        text: ({ title }) => shortened(title),
        textAnchor: "start",
        dx: -4,
        dy: -8,
        filter: ({ from }: { from: number }) => from <= middle,
        fill: ink.ink,
      }),
      text(lines, {
        x: "to",
        y: "id",
        text: ({ title }) => shortened(title),
        textAnchor: "end",
        dx: 4,
        dy: -8,
        filter: ({ from }: { from: number }) => from > middle,
        fill: ink.ink,
      }),
    ],
  });
  return (
    <Chart
      {...{ svg, width, height }}
      words={`The groups of ${year}, from January to December, and where today is. ${cohorts.length} are shown.`}
      legend={
        <>
          <Key className="bg-pine">meeting now</Key>
          <Key className="bg-pine-band">over</Key>
          <Key className="bg-periwinkle">to come</Key>
          <Key className="bg-plum">today</Key>
          {more > 0 && <span>{more} more stand in the list of groups.</span>}
        </>
      }
    >
      <DataTable
        caption={`The groups of ${year}`}
        captionHidden
        head={["Group", "From", "To", "People"]}
        rows={cohorts.map(({ id, title, days, taken, capacity }) => ({
          key: id,
          cells: [
            <a key="group" href={`/staff/cohorts/${id}`} className="inline-flex min-h-11 items-center">
              {title}
            </a>,
            days[0] ? dayWords(days[0]) : "",
            ...[days.at(-1)].map((last) => (last ? dayWords(last) : "")),
            `${taken} of ${capacity}`,
          ],
        }))}
      />
    </Chart>
  );
}

function shortened(title: string): string {
  return title.length > 24 ? `${title.slice(0, 23)}…` : title;
}

type State = Awaited<ReturnType<typeof loadYear>>["cohorts"][number]["state"];

const bands: Record<State, string> = { over: ink.pineBand, running: ink.pine, coming: ink.periwinkle };
