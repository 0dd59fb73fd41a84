import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { loadLeaving } from "#lib/enrollment/leave-group.ts";
import { listWords } from "#lib/people/words.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Press } from "../../../staff/_components/press.tsx";
import { MyFrame } from "../../my-frame.tsx";
import { leaveGroupAction } from "./actions.ts";

export const metadata: Metadata = { title: "Leave the group" };

/** Says what leaving does, and what stays, before anybody leaves. */
export default async function LeaveGroupPage({ params }: PageProps<"/my/[memberId]/leave">) {
  const actor = await participant();
  const { memberId } = await params;
  const leaving = await loadLeaving(actor, memberId);
  if (!leaving) notFound();
  const { place, elsewhere } = leaving;
  const others = place.members.filter(({ me, gone }) => !me && !gone).map(({ firstName }) => firstName);
  return (
    <MyFrame
      title={place.cohort.title}
      titleHref={`/my/${memberId}`}
      name={place.members.find(({ me }) => me)?.firstName ?? actor.email}
    >
      <PageTitle
        title="Leave the group?"
        lead="You may stop at any time, and you owe nobody a reason. If it is about one evening, saying that you can’t come is enough."
      />
      <div className="space-y-6">
        <Sentences
          title="What happens"
          sentences={[
            "Your chair goes to whoever is next in line.",
            "Your facilitators see that you have left, and you get one letter that says so.",
            "The group’s meetings, recordings and handouts are not shown to you any more. What you kept on a device is removed there, too.",
            ...(others.length > 0
              ? [
                  `${listWords(others)} ${others.length === 1 ? "keeps a place" : "keep their places"}: this is about you alone.`,
                ]
              : []),
            ...(elsewhere > 0 ? ["You also leave the other groups that you wait for."] : []),
          ]}
        />
        <Sentences
          title="What stays yours"
          sentences={[
            "What you wrote for yourself. You find it when you sign in here, and nobody else does.",
            "The answers to your questions.",
            "A welcome in any later group.",
          ]}
        />
        <div className="flex flex-wrap items-start gap-3">
          <ButtonLink href={`/my/${memberId}`}>No, I stay</ButtonLink>
          <Press action={leaveGroupAction} values={{ memberId }} variant="secondary">
            Leave the group
          </Press>
        </div>
      </div>
    </MyFrame>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: string[] }) {
  return (
    <section>
      <h2 className="mb-2 text-xl">{title}</h2>
      <ul className="list-disc space-y-2 ps-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
