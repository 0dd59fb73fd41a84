import { appUrl } from "#lib/config/settings.ts";
import { fillIn } from "#lib/mail/fill-in.ts";
import { listWords } from "#lib/people/words.ts";
import type { AnnouncementTo } from "../../prisma/generated/enums.ts";
import { type Common, fieldsOf, firstName } from "./fields.ts";
import type { Reader } from "./readers.ts";

export type Letter = {
  subject: string;
  text: string;
  readers: string;
  /** Who stands as its recipient. */
  name: string;
  /** Fields that there is nothing for: the lines that they stand in are left out. */
  missing: string[];
  /** More than one person reads this mailbox, so it says nothing that is for one of them alone. */
  guarded: boolean;
};

/** An announcement as one reader gets it. What is for some of a group alone never reaches a mailbox that others read too (design rule 4). */
export function letterTo(
  reader: Reader,
  { to, subject, text }: { to: AnnouncementTo; subject: string; text: string },
  common: Common,
): Letter {
  if (to !== "everyone" && reader.sharedWith.length > 0) return guarded(reader, common);
  const values = fieldsOf(common, reader);
  const head = fillIn(subject, values);
  const body = withoutEmptyLines(text, values);
  return {
    subject: head.missing.length > 0 ? `A message from ${common.group}` : head.text,
    text: body.text,
    readers: to === "everyone" ? `${common.from} wrote this to everyone in ${common.group}.` : "",
    name: reader.name,
    missing: [...new Set([...head.missing, ...body.missing])],
    guarded: false,
  };
}

/** Nothing of what was written, and nothing by which one of them would know whom it was for. */
function guarded(reader: Reader, { group, from }: Common): Letter {
  const all = [reader.name, ...reader.sharedWith].toSorted();
  return {
    subject: "Your group’s page",
    text: [
      `Hello ${listWords(all.map(firstName))},`,
      `Everything that was shared in ${group} so far is on your page, for whenever you like:\n${appUrl()}/my`,
      `More than one of you reads this mailbox, so we write nothing here that is for one of you alone. If you would like to talk with ${from}, answer this message, or write to us from an address of your own.`,
    ].join("\n\n"),
    readers: "",
    name: listWords(all),
    missing: [],
    guarded: true,
  };
}

function withoutEmptyLines(text: string, values: Parameters<typeof fillIn>[1]) {
  const missing: string[] = [];
  const lines = text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .flatMap((line) => {
      const filled = fillIn(line, values);
      missing.push(...filled.missing);
      return filled.missing.length > 0 ? [] : [filled.text];
    });
  return {
    text: lines
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim(),
    missing,
  };
}
