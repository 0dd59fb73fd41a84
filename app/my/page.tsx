import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { settings } from "#lib/config/settings.ts";
import { loadMyPlaces } from "#lib/materials/my-queries.ts";
import { ButtonLink } from "../_components/button.tsx";
import { EmptyState } from "../_components/empty-state.tsx";
import { PageTitle } from "../_components/page-title.tsx";
import { Pebbles } from "../_components/pebbles.tsx";
import { MyFrame } from "./my-frame.tsx";
import { stateWords } from "./words.ts";

export const metadata: Metadata = { title: "Your place" };

export default async function MyPage() {
  const actor = await participant();
  const places = await loadMyPlaces(actor);
  const [first, ...others] = places;
  if (first && others.length === 0) redirect(`/my/${first.memberId}`);
  if (!first) return <NoPlace email={actor.email} />;
  const whose = new Set(places.map(({ name }) => name)).size > 1;
  return (
    <MyFrame name={actor.email}>
      <PageTitle
        title={whose ? "Whose place?" : "Which group?"}
        lead={
          whose
            ? "This mailbox is shared. Each of you has a place of your own."
            : "You have been with us more than once."
        }
      />
      <ul className="space-y-3">
        {places.map(({ memberId, name, title, state }) => (
          <li key={memberId}>
            <a
              href={`/my/${memberId}`}
              className="flex min-h-12 items-center gap-4 rounded-card border border-line bg-card p-4 text-ink no-underline hover:border-plum hover:text-ink"
            >
              <Pebbles names={[name]} />
              <span className="min-w-0">
                <span className="block font-semibold">{whose ? name : title}</span>
                <span className="block text-sm text-soft">
                  {whose ? `${title}. ` : ""}
                  {stateWords[state]}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </MyFrame>
  );
}

function NoPlace({ email }: { email: string }) {
  return (
    <MyFrame name={email}>
      <PageTitle title="Your place" lead={`You are signed in as ${email}.`} />
      <EmptyState title="No group yet" action={<ButtonLink href="/">See the groups</ButtonLink>}>
        <p>When you take part in a group, its next session and everything shared with you will be here.</p>
        <p>
          Has somebody asked you to come along, or are you waiting for a place? The link in our e-mail to you
          opens it. If you wrote to us from another address, sign in with that one, or write to{" "}
          <a href={`mailto:${settings().CLINIC_EMAIL}`}>{settings().CLINIC_EMAIL}</a>.
        </p>
      </EmptyState>
    </MyFrame>
  );
}
