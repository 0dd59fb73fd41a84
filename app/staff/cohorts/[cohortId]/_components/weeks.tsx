import { barY, gridY, ruleY, text } from "@observablehq/plot";
import type { loadGrid } from "#lib/attendance/grid.ts";
import { dayWords } from "#lib/clock/words.ts";
import { persons } from "#lib/people/words.ts";
import { Chart, Key } from "../../../../_components/chart.tsx";
import { DataTable } from "../../../../_components/data-table.tsx";
import { draw, ink } from "../../../../_components/draw.ts";
import { shortDays } from "./short-days.ts";

type Grid = NonNullable<Awaited<ReturnType<typeof loadGrid>>>;

const width = 420;
const height = 206;

/** How many came, session by session. What is still to come is an empty place in the row. */
export function Weeks({ sessions, people }: Pick<Grid, "sessions" | "people">) {
  const held = sessions
    .map((session, index) => ({ ...session, index }))
    .filter(({ cancelled }) => !cancelled);
  const days = shortDays(held.map(({ startsLocal }) => startsLocal));
  const weeks = held.map(({ id, index, title, over, startsLocal }, place) => {
    const marks = people.map(({ marks }) => marks[index]?.status ?? null);
    const count = (...wanted: string[]) => marks.filter((mark) => mark && wanted.includes(mark)).length;
    const marked = over && marks.some((mark) => mark !== null);
    return {
      ...{ id, title, marked, day: "", month: "", ...days[place] },
      on: dayWords(startsLocal),
      here: count("present", "late", "leftEarly"),
      madeUp: count("madeUp"),
      away: count("absent", "excused"),
    };
  });
  const marked = weeks.filter((week) => week.marked);
  if (marked.length === 0) return null;
  const svg = draw({
    width,
    height,
    ...{ marginTop: 18, marginBottom: 40, marginLeft: 8, marginRight: 8 },
    x: { domain: weeks.map(({ id }) => id), padding: 0.42, axis: null },
    y: { domain: [0, people.length], axis: null },
    marks: [
      gridY([people.length], { stroke: ink.line, strokeDasharray: "2 4", strokeOpacity: 1 }),
      barY(marked, { x: "id", y: "here", fill: ink.pine, rx: 4 }),
      barY(
        marked.filter(({ madeUp }) => madeUp > 0),
        {
          x: "id",
          y1: "here",
          y2: ({ here, madeUp }) => here + madeUp,
          fill: ink.pineBand,
          rx: 4,
          insetBottom: 2,
        },
      ),
      text(marked, {
        x: "id",
        y: ({ here, madeUp }) => here + madeUp,
        text: ({ here, madeUp }) => String(here + madeUp),
        dy: -9,
        fill: ink.ink,
      }),
      ruleY([0], { stroke: ink.line }),
      text(weeks, { x: "id", y: 0, text: "day", dy: 14, fill: ink.soft }),
      text(weeks, { x: "id", y: 0, text: "month", dy: 30, fill: ink.soft }),
    ],
  });
  const last = marked.at(-1);
  return (
    <Chart
      {...{ svg, width, height }}
      words={`Who came, session by session: ${last?.here} of ${persons(people.length)} the last time.`}
      legend={
        <>
          <Key className="bg-pine">here</Key>
          <Key className="bg-pine-band">made up</Key>
          <span>The dotted line is everyone: {persons(people.length)}.</span>
        </>
      }
    >
      <DataTable
        caption="Who came, session by session"
        captionHidden
        head={["Session", "Here", "Made up", "Away"]}
        rows={weeks.map(({ id, on, title, marked, here, madeUp, away }) => ({
          key: id,
          cells: [`${on}: ${title}`, ...(marked ? [here, madeUp, away] : ["no marks yet", "", ""])],
        }))}
      />
    </Chart>
  );
}
