import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadMakeUps } from "#lib/attendance/make-up-queries.ts";
import { participant } from "#lib/auth/who.ts";
import { dayWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Press } from "../../../staff/_components/press.tsx";
import { MyFrame } from "../../my-frame.tsx";
import { WayIn } from "../way-in.tsx";
import { askMakeUpAction, takeMakeUpBackAction } from "./actions.ts";

export const metadata: Metadata = { title: "Come to another group" };

/** What somebody missed, or will, and the evenings of other groups at which they could catch it. */
export default async function MakeUpPage({ params }: PageProps<"/my/[memberId]/make-up">) {
  const { memberId } = await params;
  const found = await loadMakeUps(await participant(), memberId);
  if (!found) notFound();
  const { at, name, chairs, wishes } = found;
  const when = (one: { startsLocal: Temporal.PlainDateTime; timeZone: string }) =>
    `${dayWords(one.startsLocal)}, ${timeWords(one.startsLocal)}, ${zoneWords(one.timeZone)} time`;
  return (
    <MyFrame title="Your place" titleHref={`/my/${memberId}`} name={name}>
      <PageTitle
        title="Come to another group"
        lead="If you can’t be at one of your evenings, you may come to the same one in another group, when a chair is free there. Their facilitator says whether it suits."
      />
      <div className="space-y-6">
        {wishes.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {wishes.map((wish) => (
              <li key={wish.id} className="py-4">
                <p className="font-semibold">{wish.homeTitle}</p>
                <p className="text-soft">
                  {wish.hostTitle}, {when(wish)}
                  {wish.state === "agreed" && wish.place && `, ${wish.place}`}
                </p>
                <p>{wish.cancelled ? offWords : words[wish.state]}</p>
                {wish.words && <p className="mt-1">“{wish.words}”</p>}
                {wish.join && (
                  <div className="mt-3">
                    <WayIn join={wish.join} endsAt={wish.endsAt} at={at} timeZone={wish.timeZone} />
                  </div>
                )}
                {wish.ahead && wish.state !== "declined" && (
                  <div className="-ms-3">
                    <Press action={takeMakeUpBackAction} values={{ memberId, makeUpId: wish.id }}>
                      I don’t need it any more
                    </Press>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
        {chairs.length > 0 ? (
          <ul className="divide-y divide-line border-y border-line">
            {chairs.map((chair) => (
              <li key={`${chair.homeSessionId} ${chair.hostSessionId}`} className="py-4">
                <p className="font-semibold">{chair.homeTitle}</p>
                <p className="mb-2 text-soft">
                  {chair.hostTitle}, {when(chair)}
                </p>
                <Press
                  action={askMakeUpAction}
                  values={{
                    memberId,
                    homeSessionId: chair.homeSessionId,
                    hostSessionId: chair.hostSessionId,
                  }}
                  variant="secondary"
                >
                  Ask to come then
                </Press>
              </li>
            ))}
          </ul>
        ) : (
          wishes.length === 0 && (
            <EmptyState
              title="Nothing to make up just now"
              action={
                <ButtonLink href={`/my/${memberId}/dates`} variant="secondary">
                  Say that you can’t come
                </ButtonLink>
              }
            >
              <p>
                When you were away, or say that you can’t come, free chairs in other groups are offered here.
                A call or the recording can do, too:{" "}
                <a href={`/my/${memberId}/questions`}>ask your facilitators</a>.
              </p>
            </EmptyState>
          )
        )}
      </div>
    </MyFrame>
  );
}

const offWords = "That evening does not take place. You may let it go, and ask for another one.";

const words = {
  asked: "You have asked. We write to you when they have answered.",
  agreed: "You are welcome. A chair is kept for you.",
  declined: "It does not suit this time.",
  takenBack: "You don’t need it any more.",
};
