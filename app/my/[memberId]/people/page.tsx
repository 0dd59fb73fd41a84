import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { loadGroupNames } from "#lib/people/be-named.ts";
import { Card } from "../../../_components/card.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Pebbles } from "../../../_components/pebbles.tsx";
import { Press } from "../../../staff/_components/press.tsx";
import { MyFrame } from "../../my-frame.tsx";
import { SharedMailbox } from "../shared-mailbox.tsx";
import { beNamedAction } from "./actions.ts";

export const metadata: Metadata = { title: "Who is in the group" };

export default async function PeoplePage({ params }: PageProps<"/my/[memberId]/people">) {
  const actor = await participant();
  const { memberId } = await params;
  const found = await loadGroupNames(actor, memberId);
  if (!found.ok && found.reason === "not_there") notFound();
  return (
    <MyFrame
      title={found.ok ? found.value.title : "Your place"}
      titleHref={`/my/${memberId}`}
      name={found.ok ? found.value.name : actor.email}
    >
      <PageTitle
        title="Who is in the group"
        lead="First names only, and only of those who agreed. Whoever shows theirs sees the others’, so nobody looks on unseen."
      />
      {!found.ok ? (
        <SharedMailbox />
      ) : found.value.others === null ? (
        <Card title={`Would you like to be named as ${found.value.firstName}?`}>
          <p className="mb-4">
            Those in your group who show their own first name see yours, and you see theirs. Nobody else does.
            You can take it back at any time, and nothing else about you is shown. If you would rather not,
            nothing changes for you.
          </p>
          <Press action={beNamedAction} values={{ memberId, given: "yes" }} variant="primary">
            Show my first name
          </Press>
        </Card>
      ) : (
        <div className="space-y-6">
          {found.value.others.length === 0 ? (
            <p className="text-soft">Nobody else has agreed yet. When they do, their names are here.</p>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {found.value.others.map(({ id, firstName }) => (
                <li key={id} className="flex items-center gap-3 py-3">
                  <Pebbles names={[firstName]} /> {firstName}
                </li>
              ))}
            </ul>
          )}
          <Card>
            <p className="mb-3">You are shown to them as {found.value.firstName}.</p>
            <Press action={beNamedAction} values={{ memberId, given: "no" }} variant="secondary">
              Don’t show my name any more
            </Press>
          </Card>
        </div>
      )}
    </MyFrame>
  );
}
