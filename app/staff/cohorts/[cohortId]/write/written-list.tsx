import type { loadWriting } from "#lib/announcements/queries.ts";
import { Pill } from "../../../../_components/pill.tsx";
import { standingOf, whomWords } from "./words.ts";

type WrittenListProps = {
  written: NonNullable<Awaited<ReturnType<typeof loadWriting>>>["written"];
  timeZone: string;
  here: string;
};

/** What was written to a group, and how far it has come. */
export function WrittenList({ written, timeZone, here }: WrittenListProps) {
  return (
    <ul className="divide-y divide-line">
      {written.map((one) => {
        const { tone, words } = standingOf(one, timeZone);
        return (
          <li key={one.id} className="py-3 first:pt-0 last:pb-0">
            <a href={`${here}/${one.id}`} className="inline-flex min-h-11 items-center font-semibold">
              {one.subject}
            </a>
            <p className="mb-2 text-sm text-soft">
              {whomWords(one)}, by {one.by}
            </p>
            <Pill tone={tone}>{words}</Pill>
          </li>
        );
      })}
    </ul>
  );
}
