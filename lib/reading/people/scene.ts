import type { Intent } from "../../../prisma/generated/enums.ts";
import type { Mailbox } from "../mailbox.ts";
import { type Prose, proseOf } from "../prose.ts";

/** A letter as the search for people sees it. */
export type Scene = {
  intent: Intent;
  /** New text, then what it forwards. */
  text: string;
  prose: Prose;
  /** Where the forwarded letter begins in it; its length where none does. */
  forwardedAt: number;
  forwardedFrom: Mailbox | null;
  subject: string;
  /** What stood below the typed name. */
  below: string;
  sender: Mailbox;
  copies: Mailbox[];
  /** The number of seats that the words told. */
  told: number | null;
  /** Whether they told it of seats or people, not only by "both". */
  isPlain: boolean;
  isOurs: (address: string) => boolean;
};

export function sceneFrom(parts: Omit<Scene, "prose">): Scene {
  return { ...parts, prose: proseOf(parts.text) };
}
