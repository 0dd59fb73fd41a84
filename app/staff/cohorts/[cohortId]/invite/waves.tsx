import { counted, momentWords } from "#lib/clock/words.ts";
import type { loadInvite } from "#lib/interest/staff-queries.ts";
import { listWords } from "#lib/people/words.ts";
import type { InvitationState } from "../../../../../prisma/generated/enums.ts";
import { Card } from "../../../../_components/card.tsx";
import { Pebbles } from "../../../../_components/pebbles.tsx";
import { Pill } from "../../../../_components/pill.tsx";

type Waves = NonNullable<Awaited<ReturnType<typeof loadInvite>>>["waves"];

/** Each round of invitations so far, and how it was answered. */
export function Waves({ waves, timeZone }: { waves: Waves; timeZone: string }) {
  return waves.map(({ id, sentAt, replyBy, by, invitations }) => (
    <Card key={id} title={`Sent ${momentWords(sentAt, timeZone)}`}>
      <p className="text-sm text-soft">
        By {by}, to be answered until {momentWords(replyBy, timeZone)}. {countsWords(invitations)}
      </p>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {invitations.map(({ id, state, members }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <Pebbles names={members} />
            <span className="min-w-32 flex-1">{listWords(members) || "They have left the list"}</span>
            <Pill tone={looks[state].tone}>{looks[state].words}</Pill>
          </li>
        ))}
      </ul>
    </Card>
  ));
}

/** "5 invited: 2 accepted, 1 not this time, 2 not answered yet." */
function countsWords(invitations: { state: InvitationState }[]): string {
  const counts = (["accepted", "declined", "lapsed", "sent"] as const).flatMap((state) => {
    const count = invitations.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${looks[state].words}`];
  });
  return `${counted(invitations.length, "invitation")}: ${counts.join(", ")}.`;
}

const looks = {
  sent: { tone: "apricot", words: "not answered yet" },
  accepted: { tone: "pine", words: "accepted" },
  declined: { tone: "periwinkle", words: "not this time" },
  lapsed: { tone: "plain", words: "time ran out" },
} as const satisfies Record<InvitationState, object>;
