import type { Format } from "../../../prisma/generated/enums.ts";

type WishProps = { party: { suitsWords: string; format: Format | null; note: string } };

/** What would suit a party: when, how, and what it wrote. */
export function Wish({ party: { suitsWords, format, note } }: WishProps) {
  return (
    <span className="block max-w-[22rem] text-sm">
      {suitsWords}, {format ? formatWords[format] : "in person or online"}
      {note && <span className="mt-1 block whitespace-pre-line text-soft">{note}</span>}
    </span>
  );
}

const formatWords = {
  inPerson: "in person",
  online: "online",
  hybrid: "in person or online",
} satisfies Record<Format, string>;
