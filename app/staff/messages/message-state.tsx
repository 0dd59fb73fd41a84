import type { ComponentProps } from "react";
import type { MessageState } from "../../../prisma/generated/enums.ts";
import { Pill } from "../../_components/pill.tsx";

type MessageStatePillProps = { state: MessageState; attempts: number; error: string | null };

/** How far a message has come, in words. */
export function MessageStatePill({ state, attempts, error }: MessageStatePillProps) {
  if (state === "queued" && attempts > 0) return <Pill tone="apricot">Trying again</Pill>;
  if (state === "kept" && error) return <Pill tone="plain">No longer needed</Pill>;
  const { tone, words } = states[state];
  return <Pill tone={tone}>{words}</Pill>;
}

const states: Record<MessageState, { tone: ComponentProps<typeof Pill>["tone"]; words: string }> = {
  received: { tone: "periwinkle", words: "Arrived" },
  read: { tone: "pine", words: "Read" },
  filed: { tone: "plain", words: "Filed, no answer" },
  unreadable: { tone: "apricot", words: "Not readable" },
  queued: { tone: "periwinkle", words: "On its way" },
  sending: { tone: "periwinkle", words: "Being handed over" },
  sent: { tone: "pine", words: "Sent" },
  kept: { tone: "plain", words: "Kept here" },
  failed: { tone: "apricot", words: "Not sent" },
  suppressed: { tone: "plain", words: "Not sent: their address gets no mail" },
  bounced: { tone: "apricot", words: "Came back" },
};
