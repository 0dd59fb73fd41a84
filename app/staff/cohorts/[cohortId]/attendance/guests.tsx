"use client";

import { Button } from "../../../../_components/button.tsx";
import { Card } from "../../../../_components/card.tsx";
import { Notice } from "../../../../_components/notice.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { answerMakeUpAction } from "./actions.ts";

type Guest = { id: string; name: string; from: string; evening: string; chairs: number };

/** Who asks to come for one evening, each with the two answers and room for a word. */
export function Guests({ guests }: { guests: Guest[] }) {
  return (
    <Card title="Ask to come as a guest" className="mb-6 max-w-[44rem] print:hidden">
      <ul className="divide-y divide-line">
        {guests.map((guest) => (
          <Answer key={guest.id} {...guest} />
        ))}
      </ul>
    </Card>
  );
}

function Answer({ id, name, from, evening, chairs }: Guest) {
  const { formAction, pending, formErrors } = useSubmission(answerMakeUpAction);
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p className="font-semibold">{name}</p>
      <p className="text-sm text-soft">
        From {from}. {evening}. {chairs > 0 ? "A chair is free." : "No chair is free just now."}
      </p>
      <form action={formAction} className="mt-2 grid gap-3">
        <input type="hidden" name="makeUpId" value={id} />
        <label className="grid gap-1 text-sm text-soft">
          A word with the answer, if you like. They read it.
          <input
            name="words"
            maxLength={1000}
            autoComplete="off"
            className="min-h-12 rounded-field border border-soft bg-card px-3.5 text-base text-ink"
          />
        </label>
        <div className="flex flex-wrap gap-3">
          <Button name="agree" value="yes" variant="secondary" disabled={pending}>
            {name} is welcome
          </Button>
          <Button name="agree" value="no" variant="quiet" disabled={pending}>
            It does not suit
          </Button>
        </div>
        {formErrors && (
          <Notice tone="apricot" role="alert">
            {formErrors.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        )}
      </form>
    </li>
  );
}
