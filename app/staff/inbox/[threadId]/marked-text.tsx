import { type Finding, markedText } from "#lib/inbox/reading-shown.ts";
import { classNames } from "../../../_components/class-names.ts";

/** A message's words; where it was read, those that a finding came from, each named for who can't see the colour. */
export function MarkedText({ text, reading }: { text: string; reading: unknown }) {
  const pieces = markedText(text, reading);
  const found = [...new Set(pieces.flatMap(({ finding }) => finding ?? []))];
  return (
    <>
      <p className="mt-4 whitespace-pre-line">
        {pieces.map(({ text: words, finding }, index) =>
          finding ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
            <mark key={index} className={classNames("rounded-sm border-b-2 px-0.5", looks[finding].mark)}>
              <span className="sr-only">[{looks[finding].words}: </span>
              {words}
              <span className="sr-only">]</span>
            </mark>
          ) : (
            words
          ),
        )}
      </p>
      {found.length > 0 && (
        <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
          <span>Marked:</span>
          {found.map((finding) => (
            <span key={finding} className={classNames("border-b-2 px-0.5", looks[finding].mark)}>
              {looks[finding].words}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** By line as well as by colour. */
const looks: Record<Finding, { words: string; mark: string }> = {
  intent: { words: "what they ask for", mark: "border-solid border-apricot bg-apricot-pale text-ink" },
  people: { words: "who would come", mark: "border-double border-b-4 border-pine bg-pine-pale text-ink" },
  seats: { words: "how many", mark: "border-dashed border-pine bg-pine-pale text-ink" },
  mentions: {
    words: "which group",
    mark: "border-dotted border-periwinkle bg-periwinkle-pale text-ink",
  },
};
