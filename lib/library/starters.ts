import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The themes of the starter materials, in the order in which they are shown. */
export const themes = [
  "Beginning with yourself",
  "When it is hard",
  "With each other",
  "What carries you",
] as const;

const frontMatterSchema = z.object({
  title: z.string().min(1),
  minutes: z.coerce.number().int().min(5).max(15),
  for: z.enum(["one", "two", "either"]),
  theme: z.enum(themes),
  summary: z.string().min(1),
  source: z.array(z.string().min(1)).min(1),
});

/** A text with a guided practice, written for this product. `text` and each source are Markdown. */
export type Starter = z.output<typeof frontMatterSchema> & {
  slug: string;
  text: string;
};

let read: Starter[] | undefined;

/** Every starter material, theme by theme. @throws where a file of the product is not as it should be */
export function loadStarters(): Starter[] {
  read ??= readdirSync(folder())
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readStarter(name, readFileSync(join(folder(), name), "utf8")))
    .sort((one, other) => themes.indexOf(one.theme) - themes.indexOf(other.theme));
  return read;
}

export function findStarter(slug: string): Starter | null {
  return loadStarters().find((starter) => starter.slug === slug) ?? null;
}

/** What a session gets of it: a copy, so that what was given to a group stays as it was. */
export function asMaterial(starter: Starter) {
  const { title, text, source } = starter;
  const sources = source.map((one) => `- ${one}`).join("\n");
  return { title, text: `*${aboutWords(starter)}*\n\n${text}\n\n## Where this comes from\n\n${sources}` };
}

/** "10 minutes, on your own". */
export function aboutWords({ minutes, for: whom }: Pick<Starter, "minutes" | "for">): string {
  return `${minutes} minutes, ${whomWords[whom]}`;
}

const whomWords = {
  one: "on your own",
  two: "for two or more",
  either: "alone or together",
} satisfies Record<Starter["for"], string>;

function readStarter(name: string, file: string): Starter {
  const [, head = "", text = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
  const parsed = frontMatterSchema.safeParse(frontMatter(head));
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, slug: name.replace(/^\d+-|\.md$/g, ""), text: text.trim() };
}

/** The two shapes that our files use: `key: value`, and a list of `- value` below its key. */
function frontMatter(head: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  let key = "";
  for (const line of head.split("\n")) {
    const [, name, value] = /^(\w+): *(.*)$/.exec(line) ?? [];
    const [, item] = /^ *- (.+)$/.exec(line) ?? [];
    if (name) key = name;
    if (name) values[key] = value || [];
    if (item) values[key] = [...(values[key] ?? []), item];
  }
  return values;
}

/** The program always runs in its own folder. */
function folder(): string {
  return join(process.cwd(), "lib/library/starter");
}
