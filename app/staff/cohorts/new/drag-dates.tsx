"use client";

import { type PointerEvent, useState } from "react";
import { classNames } from "../../../_components/class-names.ts";

type DragDatesProps = {
  /** When each session is, such as 2027-01-12T18:30; empty where that is not said. */
  dates: string[];
  clashing: boolean[];
  /** Days such as 2027-02-15. */
  holidays: string[];
  drop: (index: number, day: string) => void;
};

type Drag = { index: number; fromX: number; fromY: number; x: number; y: number; over: string | null };

/**
 * The weeks of a group as a calendar in which a session is dragged to another day, with a mouse or a finger. It says
 * nothing that the list of dates beside it doesn't, which is the way for a keyboard and a screen reader: so it is hidden from them.
 */
export function DragDates({ dates, clashing, holidays, drop }: DragDatesProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const days = daysAround(dates.filter(Boolean).map((date) => date.slice(0, 10)));
  if (days.length === 0) return null;

  const begin = (index: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { clientX: x, clientY: y } = event;
    setDrag({ index, fromX: x, fromY: y, x, y, over: null });
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent<HTMLElement>) => {
    if (!drag) return;
    const below = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-day]");
    setDrag({ ...drag, x, y, over: below?.dataset.day ?? null });
  };
  const end = () => {
    if (drag?.over && drag.over !== dates[drag.index]?.slice(0, 10)) drop(drag.index, drag.over);
    setDrag(null);
  };

  return (
    <div aria-hidden="true" className="min-w-0 select-none lg:sticky lg:top-6 noscript:hidden">
      <p className="mb-3 text-soft">Drag a session to another day, or change its date in the list.</p>
      <div className="grid grid-cols-7 text-center text-xs text-soft">
        {weekdays.map((weekday) => (
          <span key={weekday} className="py-1">
            {weekday}
          </span>
        ))}
      </div>
      <div className="grid grid-cols-7 border-s border-t border-line">
        {days.map((day) => (
          <div
            key={day}
            data-day={day}
            className={classNames(
              "relative flex min-h-14 flex-col items-center border-e border-b border-line",
              holidays.includes(day) && "bg-apricot-pale",
              monthOf(day) % 2 === 1 && !holidays.includes(day) && "bg-bg",
              drag?.over === day && "outline-2 -outline-offset-2 outline-plum",
            )}
          >
            <span className="text-xs leading-5 text-soft">
              {day.endsWith("-01") || day === days[0] ? nameOf(day) : Number(day.slice(8))}
            </span>
            <span className="flex flex-wrap justify-center">
              {dates.map((date, index) => {
                const dragged = drag?.index === index;
                return (
                  date.startsWith(day) && (
                    <span
                      // biome-ignore lint/suspicious/noArrayIndexKey: a session is its place among the others.
                      key={index}
                      data-session={index + 1}
                      onPointerDown={begin(index)}
                      onPointerMove={dragged ? move : undefined}
                      onPointerUp={dragged ? end : undefined}
                      onPointerCancel={() => setDrag(null)}
                      style={
                        dragged
                          ? { translate: `${drag.x - drag.fromX}px ${drag.y - drag.fromY}px` }
                          : undefined
                      }
                      className={classNames(
                        "inline-flex size-8 cursor-grab touch-none items-center justify-center rounded-full text-sm font-semibold tabular-nums",
                        // A finger needs more than the circle.
                        "relative before:absolute before:-inset-1.5",
                        clashing[index] ? "bg-apricot text-on-apricot" : "bg-plum text-on-plum",
                        dragged && "pointer-events-none z-10 cursor-grabbing opacity-90",
                      )}
                    >
                      {index + 1}
                    </span>
                  )
                );
              })}
            </span>
          </div>
        ))}
      </div>
      {clashing.includes(true) && (
        <p className="mt-2 text-sm text-soft">In apricot: it clashes with something.</p>
      )}
    </div>
  );
}

// Browsers have no Temporal yet: days are counted in UTC, where each has 24 hours.
const dayLength = 24 * 60 * 60 * 1000;

/** Whole weeks, from Monday, around some days, with one more behind them to move something to. */
function daysAround(days: string[]): string[] {
  const times = days.map((day) => Date.parse(day)).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return [];
  const monday = (time: number) => time - ((new Date(time).getUTCDay() + 6) % 7) * dayLength;
  const first = monday(Math.min(...times));
  const weeks = Math.min((monday(Math.max(...times)) - first) / (7 * dayLength) + 2, mostWeeks);
  return Array.from({ length: weeks * 7 }, (_, index) =>
    new Date(first + index * dayLength).toISOString().slice(0, 10),
  );
}

/** What is further away is moved in the list. */
const mostWeeks = 53;

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

const names = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

function nameOf(day: string): string {
  return names.format(Date.parse(day));
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
