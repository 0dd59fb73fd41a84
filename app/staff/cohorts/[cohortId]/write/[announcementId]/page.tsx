import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadAnnouncement } from "#lib/announcements/queries.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { staff } from "#lib/auth/who.ts";
import { momentWords, zoneWords } from "#lib/clock/words.ts";
import { listWords, persons } from "#lib/people/words.ts";
import { ButtonLink } from "../../../../../_components/button.tsx";
import { Card } from "../../../../../_components/card.tsx";
import { Notice } from "../../../../../_components/notice.tsx";
import { Pill } from "../../../../../_components/pill.tsx";
import { MailPreview } from "../../../../_components/mail-preview.tsx";
import { Press } from "../../../../_components/press.tsx";
import { CohortFrame } from "../../_components/cohort-frame.tsx";
import { discardAnnouncementAction, sendAnnouncementAction, takeBackAnnouncementAction } from "../actions.ts";
import { standingOf, whomWords } from "../words.ts";
import { Onward } from "./onward.tsx";
import { Readers } from "./readers.tsx";
import { ScheduleForm } from "./schedule-form.tsx";

export const metadata: Metadata = { title: "A message to a group" };

/** A message as each of its readers will read it, or has: then with how far each letter has come. */
export default async function AnnouncementPage({
  params,
  searchParams,
}: PageProps<"/staff/cohorts/[cohortId]/write/[announcementId]">) {
  const actor = await staff();
  const [ids, { as }] = await Promise.all([params, searchParams]);
  const announcement = await loadAnnouncement(actor, { ...ids, as: [as].flat()[0] });
  if (!announcement) notFound();
  const { id, cohort, state, subject, sendAt, progress, people, preview, canTakeBack } = announcement;
  const { timeZone } = cohort;
  const here = `/staff/cohorts/${cohort.id}/write`;
  const reachable = people.filter(({ email, suppressed }) => email && !suppressed);
  const standing = standingOf(announcement, timeZone);
  return (
    <CohortFrame actor={actor} cohort={cohort} current="write">
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-2xl">{subject}</h2>
        <Pill tone={standing.tone}>{standing.words}</Pill>
      </div>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)] lg:grid-rows-[auto_1fr] lg:items-start">
        <Card>
          <p>
            {whomWords(announcement)}, by {announcement.by}.
          </p>
          {state === "draft" && (
            <>
              <p className="mt-2 text-soft">
                {reachable.length === 0
                  ? "There is nobody with an e-mail address whom this is for just now."
                  : "Each gets an e-mail of their own, and sees nobody else’s address."}
              </p>
              {reachable.length > 0 && (
                <div className="mt-5 grid gap-6">
                  <Press action={sendAnnouncementAction} values={{ announcementId: id }} variant="primary">
                    Send it now to {persons(reachable.length)}
                  </Press>
                  <ScheduleForm announcementId={id} zone={zoneWords(timeZone)} />
                </div>
              )}
              <div className="mt-5 -ms-3 flex flex-wrap gap-x-2">
                <ButtonLink href={`${here}?change=${id}`} variant="quiet">
                  Change the words
                </ButtonLink>
                <Press
                  action={discardAnnouncementAction}
                  values={{ announcementId: id, cohortId: cohort.id }}
                >
                  Throw it away
                </Press>
              </div>
            </>
          )}
          {state === "scheduled" && sendAt && (
            <>
              <p className="mt-2">
                It goes out on {momentWords(sendAt, timeZone)}, {zoneWords(timeZone)} time, to those whom it
                is for by then. Until then you can change it or take it back.
              </p>
              <div className="mt-5 flex flex-wrap gap-3">
                <Press
                  action={takeBackAnnouncementAction}
                  values={{ announcementId: id }}
                  variant="secondary"
                >
                  Take it back
                </Press>
                <ButtonLink href={`${here}?change=${id}`} variant="quiet">
                  Change the words
                </ButtonLink>
                <Press action={sendAnnouncementAction} values={{ announcementId: id }}>
                  Send it now
                </Press>
              </div>
            </>
          )}
          {state === "sent" && (
            <>
              <Onward
                sent={progress.sent}
                all={progress.all}
                waiting={progress.waiting}
                kept={progress.kept}
              />
              {progress.failed > 0 && (
                <Notice tone="apricot" className="mt-4">
                  {persons(progress.failed)} could not be reached by e-mail. Why stands beside their name.
                </Notice>
              )}
              <div className="mt-5 flex flex-wrap gap-3">
                {canTakeBack && (
                  <Press
                    action={takeBackAnnouncementAction}
                    values={{ announcementId: id }}
                    variant="secondary"
                  >
                    Take it back
                  </Press>
                )}
                <ButtonLink href={`${here}?again=${id}`} variant="quiet">
                  Use its words again
                </ButtonLink>
              </div>
            </>
          )}
        </Card>
        {preview && (
          <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            {preview.guarded && (
              <Notice title="Not your words, and why" className="mb-4">
                <p>
                  More than one person reads this mailbox. What is for one of them alone stays out of it: this
                  is what they get instead. A call reaches them better.
                </p>
              </Notice>
            )}
            {preview.missing.length > 0 && (
              <Notice className="mb-4">
                There is nothing for {listWords(preview.missing)} just now, so its line is left out.
              </Notice>
            )}
            {preview.letter ? (
              <MailPreview
                html={preview.letter.html}
                title={`As ${people.find(({ personId }) => personId === preview.personId)?.name} reads it: ${preview.letter.subject}`}
              />
            ) : (
              <Notice>They are not in this group any more, so it does not go out to them.</Notice>
            )}
          </div>
        )}
        <Card title={state === "sent" ? "Who got it" : "Who gets it"}>
          <Readers
            people={people}
            chosen={preview?.personId}
            href={(personId) => `${here}/${id}?as=${personId}`}
            log={mayAdminister(actor)}
          />
        </Card>
      </div>
    </CohortFrame>
  );
}
