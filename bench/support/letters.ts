import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../lib/reading/fixtures/mail");

export type Posted = { raw: Buffer; envelope: { from: string; to: string } };

/** The example messages in turn, each time as somebody else's: with a sender and a Message-ID of its own. */
export function lettersInTurn(): (count: number) => Posted[] {
  const originals = readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => readFileSync(join(folder, name), "latin1"));
  let made = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      made += 1;
      return ownLetter(originals[made % originals.length] ?? "", made);
    });
}

/** One character a byte: whatever charset a message has, it keeps it. */
function ownLetter(original: string, number: number): Posted {
  const from = /^From:(?:.*\r?\n[ \t])?.*?([\w.+-]+@[\w.-]+)/im.exec(original)?.[1] ?? "nobody@example.com";
  const text = original
    .replaceAll(from, `${number}.${from}`)
    .replace(/^Message-ID:.*(?:\r?\n[ \t].*)*/im, `Message-ID: <${number}.${from}>`)
    .replaceAll(/\r?\n/g, "\r\n");
  return {
    raw: Buffer.from(text, "latin1"),
    envelope: { from: `${number}@example.com`, to: "groups@clinic.example.org" },
  };
}
