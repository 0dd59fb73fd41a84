import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { loadPlace, type Place } from "#lib/enrollment/queries.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { ButtonLink } from "../../../../_components/button.tsx";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { comeApartAction } from "../actions.ts";
import { AnswerForm } from "../answer-form.tsx";
import { type PlaceProps, placePath } from "../path.ts";
import { UnknownLink } from "../unknown-link.tsx";

export const metadata: Metadata = {
  title: "Come on your own",
  robots: { index: false },
  referrer: "same-origin",
};

/** Says what coming apart does before anybody does (design rule 12). */
export default async function ApartPage({ params, searchParams }: PlaceProps) {
  const { token } = await params;
  const { at } = await searchParams;
  const actor = await memberBehind(token);
  const place = actor && (await loadPlace(actor, undefined, at));
  if (!place) return <UnknownLink />;
  const here = place.members.filter(({ gone }) => !gone);
  if (here.length < 2 || !here.some(({ me }) => me)) redirect(placePath(token, { at }));
  return (
    <>
      <PageTitle
        over={place.cohort.title}
        title="Come on your own?"
        lead="You signed up together. From here on you can each go on separately, and nobody loses anything by it."
      />
      <ul className="mb-8 max-w-[44rem] list-disc space-y-2 ps-5">
        {consequences(place).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <AnswerForm action={comeApartAction} token={token} place={place.enrollmentId}>
          Go on separately
        </AnswerForm>
        <ButtonLink href={placePath(token, { at })} variant="secondary">
          No, stay together
        </ButtonLink>
      </div>
    </>
  );
}

/** What `split` does, said before. */
function consequences({ state }: Place): string[] {
  const kept =
    state === "confirmed" || state === "held"
      ? "You keep your place in the group, and they keep theirs."
      : "You keep your place in line, and so do they. From now on you may be asked at different times.";
  return [
    kept,
    ...(state === "held" ? ["A yes that somebody has given stays theirs."] : []),
    "Neither of you sees the other on these pages any more.",
    "We write to everyone concerned that each goes on separately. We don't say who decided it.",
    "This can't be taken back here. If you change your mind, write to us.",
  ];
}
