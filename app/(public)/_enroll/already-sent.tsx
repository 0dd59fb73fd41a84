import type { loadKept } from "#lib/enrollment/queries.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { placesWords } from "./words.ts";

type AlreadySentProps = { kept: NonNullable<Awaited<ReturnType<typeof loadKept>>>; formToken: string };

/** The form was sent from this browser before: it is not sent twice by mistake. */
export function AlreadySent({ kept, formToken }: AlreadySentProps) {
  return (
    <>
      <PageTitle
        over={kept.cohort.title}
        title={
          kept.state === "applied"
            ? "We already have your application"
            : kept.state === "waitlisted"
              ? "You are already in line here"
              : `You have already kept ${placesWords(kept.seats)} here`
        }
        lead="You sent this form a short while ago, and nothing needs to be done again."
      />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/kept/${formToken}`}>See how it stands</ButtonLink>
        <ButtonLink href="?new" variant="secondary">
          Enrol other people
        </ButtonLink>
      </div>
    </>
  );
}
