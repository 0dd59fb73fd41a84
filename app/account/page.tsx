import type { Metadata } from "next";
import { loadAccount } from "#lib/auth/queries.ts";
import { participant } from "#lib/auth/who.ts";
import { dateWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { loadNewsChoices } from "#lib/people/choose-news.ts";
import { ButtonLink } from "../_components/button.tsx";
import { Card } from "../_components/card.tsx";
import { PageTitle } from "../_components/page-title.tsx";
import { PersonShell } from "../_components/person-shell.tsx";
import { signOutAction } from "../sign-in/actions.ts";
import { Press } from "../staff/_components/press.tsx";
import { chooseNewsAction, signOutEverywhereAction } from "./actions.ts";
import { SignOut } from "./sign-out.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await participant();
  const { name, email, isStaff, takesPart, signIns } = await loadAccount(actor);
  const newsFor = await loadNewsChoices(actor);
  const { CLINIC_NAME, CLINIC_ZONE, CRISIS_LINE } = settings();
  return (
    <PersonShell title={CLINIC_NAME} titleHref="/" name={name} crisisLine={CRISIS_LINE}>
      <PageTitle
        title="Your account"
        lead={name === email ? `Signed in as ${email}.` : `${name}, signed in as ${email}.`}
      />
      <div className="space-y-6">
        <p className="flex flex-wrap gap-3">
          {isStaff && (
            <ButtonLink href="/staff" variant="secondary">
              The clinic’s groups
            </ButtonLink>
          )}
          {isStaff && (
            <ButtonLink href="/staff/record" variant="quiet">
              Sessions you have taught
            </ButtonLink>
          )}
          {(takesPart || !isStaff) && (
            <ButtonLink href="/my" variant="secondary">
              Your place
            </ButtonLink>
          )}
        </p>
        {newsFor.length > 0 && (
          <Card title="News of future groups">
            <p className="text-soft">
              We write when a group is planned that may suit you, if you are on the interest list. Letters
              about a place that you have or wait for always reach you.
            </p>
            <ul className="mt-3 divide-y divide-line border-y border-line">
              {newsFor.map(({ id, name: person, wanted }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
                  <span>
                    {newsFor.length > 1 && `${person}: `}
                    {wanted ? "We write to you." : "We don't write to you."}
                  </span>
                  <Press
                    action={chooseNewsAction}
                    values={{ personId: id, wanted: wanted ? "no" : "yes" }}
                    variant="secondary"
                  >
                    {wanted ? "Stop these letters" : "Write to me again"}
                    {newsFor.length > 1 && <span className="sr-only"> ({person})</span>}
                  </Press>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title="Where you are signed in">
          <p className="text-soft">
            Each line is a browser, this one among them. A browser that is not used for 30 days is signed out
            by itself.
          </p>
          <ul className="mt-3 mb-5 divide-y divide-line border-y border-line">
            {signIns.map(({ id, since }) => (
              <li key={id} className="py-2.5">
                Since {dateWords(since.toZonedDateTimeISO(CLINIC_ZONE).toPlainDate())}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-3">
            <SignOut action={signOutAction}>Sign out</SignOut>
            <SignOut action={signOutEverywhereAction} variant="secondary">
              Sign out everywhere
            </SignOut>
          </div>
        </Card>
      </div>
    </PersonShell>
  );
}
