import { markdownHtml } from "#lib/materials/markdown.ts";
import { classNames } from "./class-names.ts";
import { readingLook } from "./reading-look.ts";

type ReadingProps = { text: string; size?: keyof typeof sizes; id?: string };

/** A text in Markdown, laid out to be read: one narrow column, quiet headings, steps with their numbers beside them. */
export function Reading({ text, size = "large", id }: ReadingProps) {
  return (
    <div
      id={id}
      className={classNames("max-w-[65ch]", sizes[size], readingLook)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: what comes of markdownHtml is safe, and tested to be
      dangerouslySetInnerHTML={{ __html: markdownHtml(text) }}
    />
  );
}

const sizes = { large: "text-lg", plain: "", small: "text-sm text-soft" };
