import type { AnnouncementTo } from "../../prisma/generated/enums.ts";

/** Words that a message can begin with; {words in braces} are filled in for each reader. */
export const beginnings = {
  missed: {
    label: "We missed you",
    to: "missed",
    subject: "What we shared, for whenever you like",
    text: "Hello {first name},\n\nWe thought of you at {missed session}. Nothing is lost: what we shared is on your page, for whenever you like.\n\n{materials}\n\n{page}\n\nWe meet next on {next session}.\n\nIf a few words before then would help, just answer this message.\n\nWarmly,\n{from}",
  },
  before: {
    label: "Before we meet again",
    to: "everyone",
    subject: "Before we meet again",
    text: "Hello {first name},\n\nWe meet next on {next session}.\n\nWhat you need is on your page:\n{page}\n\nWarmly,\n{from}",
  },
  shared: {
    label: "What we shared last time",
    to: "everyone",
    subject: "From our last session",
    text: "Hello {first name},\n\nThank you for last time. This is what we shared:\n\n{materials}\n\nIt is all on your page, to go back to whenever you like:\n{page}\n\nWarmly,\n{from}",
  },
  person: {
    label: "A few words to one person",
    to: "person",
    subject: "A few words",
    text: "Hello {first name},\n\n\n\nWarmly,\n{from}",
  },
} satisfies Record<string, { label: string; to: AnnouncementTo; subject: string; text: string }>;

export type Beginning = keyof typeof beginnings;

export function isBeginning(name: unknown): name is Beginning {
  return typeof name === "string" && Object.hasOwn(beginnings, name);
}
