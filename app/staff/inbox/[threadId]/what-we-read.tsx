import type { InquiryPerson } from "#lib/inquiries/people.ts";
import type { InquiryState } from "../../../../prisma/generated/enums.ts";
import { Pebbles } from "../../../_components/pebbles.tsx";
import { Pill } from "../../../_components/pill.tsx";

type WhatWeReadProps = { people: InquiryPerson[]; mentions: string; state: InquiryState; answered: boolean };

/** What the form begins with. A suggestion: the people themselves have the last word. */
export function WhatWeRead({ people, mentions, state, answered }: WhatWeReadProps) {
  return (
    <section className="mb-6 border-b border-line pb-6">
      <h2 className="mb-4 text-xl">What we read</h2>
      <dl className="space-y-4">
        <div>
          <dt className="text-sm text-soft">Who would come</dt>
          <dd className="mt-1 flex items-center gap-3">
            <Pebbles names={people.map(({ name, email }) => name || (email ?? ""))} />
            <ul className="min-w-0">
              {people.map(({ name, email }) => (
                <li key={`${name} ${email}`}>
                  {name} <span className="text-soft">{email}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt className="text-sm text-soft">Which group</dt>
          <dd>{mentions ? `“${mentions}”` : "Nothing about a day or a group."}</dd>
        </div>
        <div>
          <dt className="mb-1 text-sm text-soft">Their form</dt>
          <dd>{formState(state, answered)}</dd>
        </div>
      </dl>
    </section>
  );
}

function formState(state: InquiryState, answered: boolean) {
  if (state === "enrolled") return <Pill tone="pine">Enrolled through the link</Pill>;
  if (state === "closed") return <Pill tone="plain">Closed</Pill>;
  return answered ? (
    <Pill tone="apricot">Answered with a link, not filled in yet</Pill>
  ) : (
    <Pill tone="apricot">Not answered: they had a link within the day before</Pill>
  );
}
