import { WarningIcon } from "../../_components/icons.tsx";

/** What else takes place at the same time, in words beside a mark. */
export function Clashes({ words }: { words: string[] }) {
  return words.map((sentence) => (
    <p
      key={sentence}
      className="mt-1.5 flex gap-2 rounded-field bg-apricot-pale px-2.5 py-1.5 text-start text-sm text-ink [overflow-wrap:anywhere]"
    >
      <WarningIcon className="mt-0.5 flex-none text-apricot-ink" />
      <span>
        <span className="font-semibold">Clash:</span> {sentence}
      </span>
    </p>
  ));
}
