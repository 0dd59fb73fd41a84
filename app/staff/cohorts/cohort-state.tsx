import type { ComponentProps } from "react";
import type { CohortState as State } from "../../../prisma/generated/enums.ts";
import { Pill } from "../../_components/pill.tsx";

export function CohortState({ state, finished }: { state: State; finished: boolean }) {
  if (finished && state !== "cancelled") return <Pill tone="plain">finished</Pill>;
  const { tone, words } = states[state];
  return <Pill tone={tone}>{words}</Pill>;
}

const states = {
  draft: { tone: "apricot", words: "not open yet" },
  open: { tone: "pine", words: "open for enrolment" },
  closed: { tone: "plain", words: "closed for enrolment" },
  cancelled: { tone: "plain", words: "cancelled" },
} satisfies Record<State, { tone: ComponentProps<typeof Pill>["tone"]; words: string }>;
