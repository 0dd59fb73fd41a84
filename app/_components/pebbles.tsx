import { classNames } from "./class-names.ts";

type PebblesProps = { names: string[]; size?: "small" | "medium" };

const shown = 5;

/** A party as touching pebbles. Decoration: the names stand beside it. */
export function Pebbles({ names, size = "medium" }: PebblesProps) {
  const rest = names.length - shown;
  return (
    <span aria-hidden="true" className="inline-flex flex-none align-middle">
      {names.slice(0, shown).map((name, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: two people of one party may share a name
          key={index}
          className={classNames(pebble, sizes[size], index > 0 && "-ms-2", tintOf(name))}
        >
          {initials(name, names.length === 1 ? 2 : 1)}
        </span>
      ))}
      {rest > 0 && <span className={classNames(pebble, sizes[size], "-ms-2 bg-bg text-soft")}>+{rest}</span>}
    </span>
  );
}

const pebble = "grid place-content-center rounded-full border-2 border-card font-semibold leading-none";
const sizes = { small: "size-7 text-[0.6875rem]", medium: "size-[2.125rem] text-[0.8125rem]" };
const tints = [
  "bg-plum-pale text-plum-ink",
  "bg-pine-pale text-pine-ink",
  "bg-apricot-pale text-apricot-ink",
  "bg-periwinkle-pale text-periwinkle-ink",
];

function tintOf(name: string) {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return tints[hash % tints.length];
}

function initials(name: string, most: number) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const chosen = words.length > most && most > 1 ? [words[0], words[words.length - 1]] : words.slice(0, most);
  return chosen.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("") || "?";
}
