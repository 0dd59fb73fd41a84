import { dayWords } from "#lib/clock/words.ts";
import type { MySession } from "#lib/materials/my-queries.ts";
import { Press } from "../../staff/_components/press.tsx";
import { excuseAction, takeExcuseBackAction } from "./away-actions.ts";

type AwayProps = {
  memberId: string;
  session: Pick<MySession, "id" | "title" | "startsLocal" | "saidAway">;
  /** Where several stand in a list, each says which it is about. */
  named?: boolean;
};

/** "I can't come" to a session ahead, or, once that is said, "I can come after all". */
export function Away({ memberId, session, named = false }: AwayProps) {
  const { id, title, startsLocal, saidAway } = session;
  return (
    <Press
      action={saidAway ? takeExcuseBackAction : excuseAction}
      values={{ memberId, sessionId: id }}
      variant={named ? "quiet" : "secondary"}
    >
      {saidAway ? "I can come after all" : "I can’t come"}
      {named && (
        <span className="sr-only">
          : {title}, {dayWords(startsLocal)}
        </span>
      )}
    </Press>
  );
}
