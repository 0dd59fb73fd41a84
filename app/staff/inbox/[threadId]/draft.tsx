import { counted, dayWords } from "#lib/clock/words.ts";
import { asksForPlace } from "#lib/inbox/draft-schema.ts";
import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import { Pebbles } from "../../../_components/pebbles.tsx";
import { Pill } from "../../../_components/pill.tsx";
import { intentWords } from "../words.ts";
import { DraftForm } from "./draft-form.tsx";
import { Section } from "./section.tsx";

/** What we read, as a draft enrolment. A suggestion: nothing is enrolled by itself, and they have the last word. */
export function Draft({ thread, back }: { thread: ThreadShown; back: string }) {
  const { inquiry, cohorts } = thread;
  if (!inquiry) return null;
  const { people, seats, mentions, intent, state } = inquiry;
  const chosen = cohorts.find(({ id }) => id === inquiry.cohortId);
  const unnamed = seats - people.length;
  const asks = asksForPlace(intent);
  return (
    <Section title="What we read" id="draft">
      <dl className="mb-4 space-y-4">
        <div>
          <dt className="text-sm text-soft">Asks for</dt>
          <dd className="flex flex-wrap items-center gap-2 font-semibold">
            {intentWords[intent]}
            {seats > 1 && asks && `, for ${seats}`} <Sureness inquiry={inquiry} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-soft">{asks ? "Who would come" : "Who it is about"}</dt>
          <dd className="mt-1 flex items-center gap-3">
            <Pebbles names={people.map(({ name, email }) => name || (email ?? ""))} />
            <ul className="min-w-0">
              {people.map(({ name, email }) => (
                <li key={`${name} ${email}`} className="break-words">
                  {name} <span className="text-soft">{email ?? "no address yet"}</span>
                </li>
              ))}
              {unnamed > 0 && (
                <li className="text-soft">
                  {unnamed === 1 ? "one more, not named" : `${unnamed} more, not named`}
                </li>
              )}
            </ul>
          </dd>
        </div>
        <div>
          <dt className="text-sm text-soft">Which group</dt>
          <dd>
            {chosen && <span className="block font-semibold">{chosen.title}</span>}
            {mentions ? `“${mentions}”` : chosen ? "" : "Nothing about a day or a group."}
          </dd>
        </div>
        {(asks || state !== "open") && (
          <div>
            <dt className="mb-1 text-sm text-soft">Their form</dt>
            <dd>{formState(state, thread.answered)}</dd>
          </div>
        )}
      </dl>
      {state === "open" && (
        <DraftForm
          threadId={thread.id}
          back={back}
          people={people.map(({ name, email }) => ({ name, email: email ?? "" }))}
          seats={seats}
          intent={intent}
          asks={asks}
          cohortId={chosen?.id ?? ""}
          intents={Object.entries(intentWords).map(([value, label]) => ({ value, label }))}
          cohorts={cohorts.map((cohort) => ({ value: cohort.id, label: cohortWords(cohort) }))}
        />
      )}
    </Section>
  );
}

function Sureness({ inquiry }: { inquiry: NonNullable<ThreadShown["inquiry"]> }) {
  if (inquiry.corrected) return <Pill tone="plain">corrected by us</Pill>;
  const [tone, words] = sureness[inquiry.sureness];
  return <Pill tone={tone}>{words}</Pill>;
}

const sureness = {
  sure: ["pine", "Sure"],
  likely: ["apricot", "Likely"],
  check: ["apricot", "Please check"],
} as const;

function cohortWords({ title, startsLocal, free, partiesWaiting }: ThreadShown["cohorts"][number]): string {
  const room =
    partiesWaiting > 0 ? `${counted(partiesWaiting, "request")} in line` : `${counted(free, "place")} free`;
  return [title, startsLocal && dayWords(startsLocal), room].filter(Boolean).join(", ");
}

function formState(state: string, answered: boolean) {
  if (state === "enrolled") return <Pill tone="pine">Enrolled</Pill>;
  if (state === "closed") return <Pill tone="plain">Closed</Pill>;
  return answered ? (
    <Pill tone="apricot">Answered, not filled in yet</Pill>
  ) : (
    <Pill tone="apricot">Not answered by us</Pill>
  );
}
