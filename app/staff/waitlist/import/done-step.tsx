import { totalWords } from "#lib/imports/words.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { Notice } from "../../../_components/notice.tsx";

type DoneStepProps = { title: string; parties: number; people: number; offered: number };

export function DoneStep({ title, parties, people, offered }: DoneStepProps) {
  return (
    <>
      <Notice tone="pine" role="status" title={`${totalWords(parties, people)} brought over`}>
        <p>
          They wait for “{title}”, each at the place that they had.
          {offered > 0 &&
            ` There were free places, so ${offered === 1 ? "one party was" : `${offered} parties were`} offered theirs at once.`}
        </p>
      </Notice>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/staff/waitlist">See the waitlist</ButtonLink>
        <ButtonLink href="/staff/waitlist/import" variant="secondary">
          Bring over another list
        </ButtonLink>
      </div>
    </>
  );
}
