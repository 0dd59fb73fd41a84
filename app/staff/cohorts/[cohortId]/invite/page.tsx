import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, momentWords, spanWords } from "#lib/clock/words.ts";
import type { NotProposed } from "#lib/interest/propose.ts";
import { replyDays } from "#lib/interest/schema.ts";
import { loadInvite } from "#lib/interest/staff-queries.ts";
import { Card } from "../../../../_components/card.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { Notice } from "../../../../_components/notice.tsx";
import { CohortFrame } from "../_components/cohort-frame.tsx";
import { WaveForm } from "./wave-form.tsx";
import { Waves } from "./waves.tsx";

export const metadata: Metadata = { title: "Invite" };

/** A system's proposal of whom to invite from the interest list, and what became of the invitations so far. */
export default async function InvitePage({
  params,
  searchParams,
}: PageProps<"/staff/cohorts/[cohortId]/invite">) {
  const actor = await staff();
  const at = now();
  const invite = await loadInvite(actor, (await params).cohortId, at);
  if (!invite) notFound();
  const sent = Number((await searchParams).sent);
  const { parties, timeZone, waves } = invite;
  const shown = parties.map((party) => ({
    why: party.why,
    id: party.interestId,
    names: party.names,
    about: [
      `${counted(party.seats, "place")}, waiting ${spanWords(party.since, at)}. ${party.suitsWords}.`,
      party.note && `“${party.note}”`,
      party.why && notProposed[party.why],
    ]
      .filter(Boolean)
      .join(" "),
  }));
  const proposed = shown.filter(({ why }) => why === null);
  const others = shown.filter(({ why }) => why !== null && !barriers.includes(why));
  return (
    <CohortFrame actor={actor} cohort={invite} current="invite">
      {sent > 0 && (
        <Notice tone="pine" role="status" title={`${counted(sent, "invitation")} sent`} className="mb-6">
          Each person has their own link in the e-mail.
        </Notice>
      )}
      <div className="grid gap-5 lg:grid-cols-2 lg:items-start">
        <Card title="The next invitations">
          <p className="mb-4">{placesWords(invite)}</p>
          {invite.opensAt && (
            <p className="mb-4">
              Enrolment for everyone begins on {momentWords(invite.opensAt, timeZone)}; those invited may come
              before.
            </p>
          )}
          {invite.over ? (
            <Notice tone="plain" title={closedWords(invite.state)} />
          ) : shown.length === 0 ? (
            <EmptyState title="Nobody is left to invite">
              <p>Who waits on the interest list of this program, and isn't invited anywhere, will be here.</p>
            </EmptyState>
          ) : invite.mayInvite ? (
            <WaveForm
              cohortId={invite.id}
              proposed={proposed}
              others={others}
              days={daysOf(invite, at)}
              chosenDays="5"
            />
          ) : (
            <ul className="divide-y divide-line">
              {shown.map(({ id, names, about, why }) => (
                <li key={id} className="py-3">
                  <span className="block font-semibold">{names}</span>
                  <span className="block text-sm text-soft">
                    {why ? about : `${about} Proposed; an admin sends the invitations.`}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {invite.unseen > 0 && (
            <p className="mt-4 text-sm text-soft">
              {counted(invite.unseen, "more party").replace("partys", "parties")} wait behind these.
            </p>
          )}
        </Card>
        <div className="grid gap-5">
          {waves.length === 0 ? (
            <EmptyState title="No invitations yet">
              <p>Each round will be here, with who accepted, who didn't, and whose answer is awaited.</p>
            </EmptyState>
          ) : (
            <Waves waves={waves} timeZone={timeZone} />
          )}
        </div>
      </div>
    </CohortFrame>
  );
}

type Invite = NonNullable<Awaited<ReturnType<typeof loadInvite>>>;

function placesWords({ free, inLine, invited, places }: Invite): string {
  const claims = [
    inLine > 0 ? `${inLine} waited for in line` : "",
    invited > 0 ? `${invited} offered in invitations that stand` : "",
  ].filter(Boolean);
  const left = places === 0 ? "none is left to invite for" : `${places} left to invite for`;
  return `${counted(free, "place")} free${claims.length > 0 ? `, ${claims.join(", ")}: ${left}` : ""}.`;
}

function closedWords(state: Invite["state"]): string {
  if (state === "draft") return "Open the group for enrolment first. It can open for everyone later.";
  return state === "cancelled"
    ? "This group does not take place."
    : "Nobody can be invited any more: enrolment is over.";
}

/** Times to answer by; close to the start the longer ones end together, and stand there once. */
function daysOf({ replyBy, timeZone }: Invite, at: Temporal.Instant) {
  const options = replyDays.flatMap((days) => {
    const end = replyBy(days);
    return end
      ? [{ value: String(days), label: `${momentWords(end, timeZone)} (${spanWords(at, end)})` }]
      : [];
  });
  return options.filter(({ label }, index) => label !== options[index - 1]?.label);
}

const notProposed = {
  too_many: "More people than this group takes together.",
  partners_only: "This group is for couples and partners.",
  individuals_only: "This group is for people who come on their own.",
  time: "Not proposed: another time would suit.",
  format: "Not proposed: would like to meet another way.",
  said_no: "Not proposed: said “not this time” to this group.",
  no_answer: "Not proposed: did not answer about this group.",
  places: "Not proposed: more places than are left.",
} satisfies Record<NotProposed, string>;

const barriers: NotProposed[] = ["too_many", "partners_only", "individuals_only"];
