import type { findParties, ThreadShown } from "#lib/inbox/load-thread.ts";
import type { EnrollmentState } from "../../../../prisma/generated/enums.ts";
import { Button } from "../../../_components/button.tsx";
import { TextField } from "../../../_components/field.tsx";
import { Pebbles } from "../../../_components/pebbles.tsx";
import type { Place } from "../place.ts";
import { linkPartyAction, unlinkPartyAction } from "./actions.ts";
import { Section } from "./section.tsx";

type Party = Awaited<ReturnType<typeof findParties>>[number];
type AboutPeopleProps = { thread: ThreadShown; found: Party[]; place: Place; q: string; back: string };

/** Who of the people that we know it is about: by their address, or because somebody said so. */
export function AboutPeople({ thread, found, place, q, back }: AboutPeopleProps) {
  const shown = new Set(thread.parties.map(({ id }) => id));
  return (
    <Section title="Who they are to us" id="people">
      {thread.parties.length === 0 && (
        <p className="mb-3 text-soft">Nobody with a place or in a line writes from these addresses.</p>
      )}
      <ul className="space-y-4">
        {thread.parties.map((party) => (
          <li key={party.id}>
            <PartyLines party={party} />
            {party.linked && (
              <PartyButton action={unlinkPartyAction} threadId={thread.id} partyId={party.id} back={back}>
                It is not about {party.words || "them"}
              </PartyButton>
            )}
          </li>
        ))}
      </ul>
      <details open={q !== "" || undefined} className="mt-2">
        <summary className="min-h-12 cursor-pointer py-3 font-semibold text-plum">
          Say who else it is about
        </summary>
        <form action={`/staff/inbox/${thread.id}#people`} className="flex items-end gap-2">
          {Object.entries({ state: place.state, who: place.who, q: place.q, page: String(place.page) }).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <div className="min-w-0 flex-1">
            <TextField label="A part of a name" name="party" type="search" defaultValue={q} />
          </div>
          <Button variant="secondary" className="px-4">
            Look
          </Button>
        </form>
        {q && found.length === 0 && (
          <p className="mt-3 text-soft">Nobody of that name takes part or waits.</p>
        )}
        <ul className="mt-3 space-y-3">
          {found
            .filter(({ id }) => !shown.has(id))
            .map((party) => (
              <li key={party.id}>
                <PartyLines party={party} />
                <PartyButton action={linkPartyAction} threadId={thread.id} partyId={party.id} back={back}>
                  It is about {party.words}
                </PartyButton>
              </li>
            ))}
        </ul>
      </details>
    </Section>
  );
}

function PartyLines({ party }: { party: Party }) {
  return (
    <div className="flex gap-3">
      <Pebbles names={party.names} />
      <div className="min-w-0">
        <p className="font-semibold">{party.words || "Nobody who still belongs to it"}</p>
        <ul className="text-sm">
          {party.enrollments.map(({ id, state, cohort }) => (
            <li key={id}>
              <a
                href={
                  state === "waitlisted"
                    ? `/staff/waitlist/${cohort.id}#${id}`
                    : `/staff/cohorts/${cohort.id}/people`
                }
                className="inline-flex min-h-11 items-center"
              >
                {cohort.title}
              </a>
              <span className="text-soft">, {standing[state]}</span>
            </li>
          ))}
          {party.interested && (
            <li>
              <a href="/staff/interest" className="inline-flex min-h-11 items-center">
                On the interest list
              </a>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}

type PartyButtonProps = {
  action: (form: FormData) => Promise<void>;
  threadId: string;
  partyId: string;
  back: string;
  children: React.ReactNode;
};

function PartyButton({ action, threadId, partyId, back, children }: PartyButtonProps) {
  return (
    <form action={action} className="-ms-3">
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="partyId" value={partyId} />
      <input type="hidden" name="back" value={back} />
      <Button variant="quiet">{children}</Button>
    </form>
  );
}

const standing: Record<EnrollmentState, string> = {
  applied: "applied",
  held: "asked for their yes",
  waitlisted: "in line",
  confirmed: "enrolled",
  completed: "was there",
  declined: "declined",
  expired: "time ran out",
  withdrawn: "gave up the place",
  cancelled: "cancelled",
};
