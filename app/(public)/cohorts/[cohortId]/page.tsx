import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { dayWords } from "#lib/clock/words.ts";
import { loadCancelled, loadOpenCohort } from "#lib/cohorts/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { DetailsList } from "../../../_components/details-list.tsx";
import { OwnTime } from "../../../_components/own-time.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { ClinicMail } from "../../_cohorts/clinic-mail.tsx";
import { CohortCircle } from "../../_cohorts/cohort-circle.tsx";
import { JoinButton } from "../../_cohorts/join-button.tsx";
import {
  audienceWords,
  datesWords,
  feeWords,
  hasRoom,
  hoursWords,
  joiningWords,
  listWords,
  tentativeWords,
  waitingWords,
  weekdayWords,
  whereWords,
} from "../../_cohorts/words.ts";

export const dynamic = "force-static";
/** As on the list of groups. */
export const revalidate = 60;

/** None at build time: each is rendered when it is first asked for. */
export const generateStaticParams = () => [];

type Props = { params: Promise<{ cohortId: string }> };

const open = cache((id: string) => loadOpenCohort(id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const cohort = await open((await params).cohortId);
  return cohort
    ? { title: cohort.title, description: `${weekdayWords(cohort)}. ${datesWords(cohort)}.` }
    : {};
}

export default async function CohortPage({ params }: Props) {
  const { cohortId } = await params;
  const cohort = await open(cohortId);
  if (!cohort) {
    const cancelled = await loadCancelled(cohortId);
    if (cancelled === null) notFound();
    return <Cancelled title={cancelled} />;
  }
  const fee = feeWords(cohort);
  const [first] = cohort.sessions;
  return (
    <>
      <PageTitle
        over={weekdayWords(cohort)}
        title={cohort.title}
        lead={`${datesWords(cohort)}. ${whereWords(cohort)}.`}
      />
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid justify-items-center gap-5 rounded-card border border-line bg-card p-6 lg:order-last">
          <CohortCircle cohort={cohort} />
          {!hasRoom(cohort) && <p className="text-center text-sm text-soft">{waitingWords(cohort)}.</p>}
          {cohort.tentative && (
            <p className="text-center text-sm text-soft">
              {tentativeWords(cohort)}. We tell everyone as soon as it is sure.
            </p>
          )}
          <JoinButton cohort={cohort} />
          {!hasRoom(cohort) && (
            <a href="/interest" className="inline-flex min-h-11 items-center">
              Wait for the next group instead
            </a>
          )}
        </div>
        <div className="min-w-0 space-y-10">
          {cohort.description && <p className="whitespace-pre-line text-lg">{cohort.description}</p>}
          <DetailsList
            items={[
              { term: "Who it is for", value: audienceWords(cohort) },
              { term: "Where", value: `${whereWords(cohort)}.` },
              ...(fee ? [{ term: "Fee", value: `${fee}.` }] : []),
              ...(cohort.facilitators.length > 0
                ? [{ term: "With", value: `${listWords(cohort.facilitators)}.` }]
                : []),
            ]}
          />
          <section>
            <h2 className="mb-2 text-2xl">What joining means</h2>
            <p>
              You tell us who is coming. {joiningWords(cohort)} Everyone says yes for themselves, by their own
              link. When all of you have, you are enrolled together. Nobody is enrolled by somebody else, and
              changing your mind is all right.
            </p>
          </section>
          <section>
            <h2 className="mb-2 text-2xl">Every session</h2>
            {first && cohort.format !== "inPerson" && (
              <OwnTime
                startsAt={first.startsLocal.toZonedDateTime(cohort.timeZone).toInstant().toString()}
                timeZone={cohort.timeZone}
                before="The first one is on"
              />
            )}
            <ol className="divide-y divide-line">
              {cohort.sessions.map(({ position, title, startsLocal, minutes }) => (
                <li key={position} className="py-3 sm:grid sm:grid-cols-[15rem_1fr] sm:gap-6">
                  <span className="block tabular-nums">
                    {dayWords(startsLocal)}
                    <span className="block text-sm text-soft">{hoursWords({ startsLocal, minutes })}</span>
                  </span>
                  <span className="block">{title}</span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      </div>
    </>
  );
}

function Cancelled({ title }: { title: string }) {
  return (
    <>
      <PageTitle
        over={title}
        title="This group does not take place"
        lead="We are sorry. Whoever had asked for a place has an e-mail from us, with a link to how it goes on."
      />
      <ButtonLink href="/">See the open groups</ButtonLink>
      <p className="mt-6">
        Or write to <ClinicMail />.
      </p>
    </>
  );
}
