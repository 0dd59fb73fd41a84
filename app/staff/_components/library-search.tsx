import { Button } from "../../_components/button.tsx";
import { TextField } from "../../_components/field.tsx";

type LibrarySearchProps = {
  /** What is searched for now. */
  words: string;
  /** How many were found are listed, and whether there are more. */
  count: number;
  more: boolean;
  /** Of the place on the page that the answer leads back to. */
  id: string;
  /** What else the address says. */
  also?: Record<string, string>;
};

/** Finds something in the library to give to a session: an address of its own, so that it works without JavaScript. */
export function LibrarySearch({ words, count, more, id, also = {} }: LibrarySearchProps) {
  return (
    <search>
      <form action={`#${id}`} className="mb-6">
        {Object.entries(also).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-48">
            <TextField
              label="Search the library"
              name="q"
              type="search"
              maxLength={100}
              defaultValue={words}
            />
          </div>
          <Button variant="secondary">Search</Button>
        </div>
        <p className="mt-2 text-sm text-soft">{found(words, count, more)}</p>
      </form>
    </search>
  );
}

function found(words: string, count: number, more: boolean): string {
  if (count === 0)
    return words ? `Nothing has “${words}” in its title. Try fewer words.` : "The library is empty.";
  if (more) return `The first ${count} by title are listed below. A word of its title finds another.`;
  return words ? `${count} with “${words}” in the title.` : `All ${count} are listed below.`;
}
