import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { settings } from "#lib/config/settings.ts";
import { loadMyPlaces } from "#lib/materials/my-queries.ts";
import { loadLeftPlaces } from "#lib/reflections/queries.ts";
import { ButtonLink } from "../_components/button.tsx";
import { EmptyState } from "../_components/empty-state.tsx";
import { Notice } from "../_components/notice.tsx";
import { PageTitle } from "../_components/page-title.tsx";
import { Pebbles } from "../_components/pebbles.tsx";
import { MyFrame } from "./my-frame.tsx";
import { stateWords } from "./words.ts";

export const metadata: Metadata = { title: "Your place" };

export default async function MyPage({ searchParams }: PageProps<"/my">) {
  const actor = await participant();
  const [places, left] = await Promise.all([loadMyPlaces(actor), loadLeftPlaces(actor)]);
  const [first, ...others] = places;
  const hasJustLeft = (await searchParams).left !== undefined;
  if (first && others.length === 0 && left.length === 0 && !hasJustLeft) redirect(`/my/${first.memberId}`);
  if (!first) return <NoPlace email={actor.email} left={left} hasJustLeft={hasJustLeft} />;
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
      {hasJustLeft && <Goodbye />}
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
      <StillYours left={left} />
    </MyFrame>
  );
}

function Goodbye() {
  return (
    <Notice tone="pine" role="status" title="You have left the group" className="mb-6">
      <p>Thank you for having been there. You are welcome back in any later one.</p>
    </Notice>
  );
}

type LeftPlaces = Awaited<ReturnType<typeof loadLeftPlaces>>;

/** From groups that somebody has left: what they wrote, and what they asked. */
function StillYours({ left }: { left: LeftPlaces }) {
  if (left.length === 0) return null;
  const many = left.length > 1;
  return (
    <section aria-labelledby="yours" className="mt-8">
      <h2 id="yours" className="mb-2 text-xl">
        Still yours
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {left.flatMap(({ memberId, name, reflections, questions }) => [
          reflections > 0 && (
            <li key={`${memberId} written`}>
              <a href={`/my/${memberId}/reflections`} className="inline-flex min-h-12 items-center">
                What you wrote for yourself{many && `, ${name}`}
              </a>
            </li>
          ),
          questions > 0 && (
            <li key={`${memberId} asked`}>
              <a href={`/my/${memberId}/questions`} className="inline-flex min-h-12 items-center">
                What you asked{many && `, ${name}`}
              </a>
            </li>
          ),
        ])}
      </ul>
    </section>
  );
}

function NoPlace({ email, left, hasJustLeft }: { email: string; left: LeftPlaces; hasJustLeft: boolean }) {
  return (
    <MyFrame name={email}>
      <PageTitle title="Your place" lead={`You are signed in as ${email}.`} />
      {hasJustLeft && <Goodbye />}
      <EmptyState title="No group yet" action={<ButtonLink href="/">See the groups</ButtonLink>}>
        <p>When you take part in a group, its next session and everything shared with you will be here.</p>
        <p>
          Has somebody asked you to come along, or are you waiting for a place? The link in our e-mail to you
          opens it. If you wrote to us from another address, sign in with that one, or write to{" "}
          <a href={`mailto:${settings().CLINIC_EMAIL}`}>{settings().CLINIC_EMAIL}</a>.
        </p>
      </EmptyState>
      <StillYours left={left} />
    </MyFrame>
  );
}
