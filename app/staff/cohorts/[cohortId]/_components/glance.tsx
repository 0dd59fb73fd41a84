import { dot, ruleY, text } from "@observablehq/plot";
import type { loadGrid } from "#lib/attendance/grid.ts";
import { statusWords } from "#lib/attendance/words.ts";
import { dayWords } from "#lib/clock/words.ts";
import { persons } from "#lib/people/words.ts";
import type { AttendanceStatus } from "../../../../../prisma/generated/enums.ts";
import { Chart, Key } from "../../../../_components/chart.tsx";
import { DataTable } from "../../../../_components/data-table.tsx";
import { draw, ink } from "../../../../_components/draw.ts";
import { shortDays } from "./short-days.ts";

type Grid = NonNullable<Awaited<ReturnType<typeof loadGrid>>>;

const width = 420;
const row = 26;

/** Everyone and every session as dots: who was there, and what is still to come. */
export function Glance({ sessions, people }: Pick<Grid, "sessions" | "people">) {
  const held = sessions
    .map((session, index) => ({ ...session, index }))
    .filter(({ cancelled }) => !cancelled);
  const days = shortDays(held.map(({ startsLocal }) => startsLocal));
  const meetings = held.map((session, index) => ({ ...session, ...days[index] }));
  const dots = people.flatMap(({ id, marks }) =>
    meetings.map(({ id: meeting, index }) => ({ id, meeting, look: lookOf(marks[index]?.status ?? null) })),
  );
  const height = people.length * row + 46;
  const of = (look: Look) => dots.filter((dot) => dot.look === look);
  const svg = draw({
    width,
    height,
    ...{ marginTop: 38, marginBottom: 8, marginLeft: 116, marginRight: 8 },
    x: { type: "point", domain: meetings.map(({ id }) => id), padding: 0.5, axis: null },
    y: { type: "point", domain: people.map(({ id }) => id), padding: 0.5, axis: null },
    marks: [
      text(meetings, { x: "id", text: "month", frameAnchor: "top", dy: -31, fill: ink.soft }),
      text(meetings, { x: "id", text: "day", frameAnchor: "top", dy: -15, fill: ink.soft }),
      ruleY(
        people.map(({ id }) => id),
        { stroke: ink.line },
      ),
      text(people, {
        y: "id",
        text: ({ name }) => shortened(name),
        frameAnchor: "left",
        textAnchor: "start",
        dx: -112,
        fill: ink.ink,
      }),
      dot(of("none"), { x: "meeting", y: "id", r: 2.5, fill: ink.line }),
      dot(of("here"), { x: "meeting", y: "id", r: 6.5, fill: ink.pine }),
      dot(of("madeUp"), { x: "meeting", y: "id", r: 5.75, fill: ink.card, stroke: ink.pine, strokeWidth: 2 }),
      dot(of("away"), {
        x: "meeting",
        y: "id",
        r: 5.75,
        fill: ink.card,
        stroke: ink.periwinkle,
        strokeWidth: 2,
        strokeDasharray: "2.2 2.2",
      }),
    ],
  });
  return (
    <Chart
      {...{ svg, width, height }}
      words={`${persons(people.length)} and ${meetings.length} sessions: who was there each time.`}
      legend={
        <>
          <Key className="bg-pine">here</Key>
          <Key className="border-2 border-pine">made up</Key>
          <Key className="border-2 border-dashed border-periwinkle">away</Key>
        </>
      }
    >
      <DataTable
        caption="Who was there each time"
        captionHidden
        head={["Name", ...meetings.map(({ startsLocal }) => dayWords(startsLocal))]}
        rows={people.map(({ id, name, marks }) => ({
          key: id,
          cells: [
            name,
            ...meetings.map(({ index }) => {
              const status = marks[index]?.status;
              return status ? statusWords[status] : "no mark";
            }),
          ],
        }))}
      />
    </Chart>
  );
}

type Look = "here" | "madeUp" | "away" | "none";

function lookOf(status: AttendanceStatus | null): Look {
  if (status === null) return "none";
  return looks[status];
}

const looks: Record<AttendanceStatus, Look> = {
  present: "here",
  late: "here",
  leftEarly: "here",
  madeUp: "madeUp",
  absent: "away",
  excused: "away",
};

function shortened(name: string): string {
  return name.length > 16 ? `${name.slice(0, 15)}…` : name;
}
