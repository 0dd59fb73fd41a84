import { displayName, tokensOf } from "../names.ts";
import { even } from "../scope.ts";
import {
  asksForMe,
  beneficiary,
  countsWriter,
  handsOver,
  othersWish,
  ownWish,
  senderStays,
  withAfter,
  withWriter,
} from "../words/joining.ts";
import type { Companion } from "./roster.ts";
import type { Scene } from "./scene.ts";

/** Whether the writer comes too, or only asks for somebody else. */
export function writerTakesPart(scene: Scene, companions: Companion[], isNamed: boolean): boolean {
  const { intent, text, forwardedAt, forwardedFrom, sender } = scene;
  if (intent === "referral") return false;
  if (companions.length === 0) return true;
  const own = even(
    text
      .slice(0, forwardedAt)
      .replaceAll("\n", " ")
      .replaceAll(/\s?\([^)]{0,80}\)/g, ""),
  );
  const isForeign = forwardedFrom !== null && forwardedFrom.email !== sender.email;
  if (isForeign && own.trim() === "") return isNamedIn(text, sender.name);
  if (handsOver.test(own)) return false;
  if (senderStays.test(own)) return false;
  const together = withAfter.test(own) || withWriter.test(own);
  if (isNamed && !isForeign) return true;
  if (isForeign) return together || asksForMe.test(own);
  if (intent === "change") return true;
  if (together) return true;
  return !beneficiary.test(own) && !(othersWish.test(own) && !ownWish.test(own) && !countsWriter.test(own));
}

/** A letter that is passed on without a word asks for who passes it on only where it names them. */
function isNamedIn(text: string, shown: string): boolean {
  const first = tokensOf(displayName(shown) ?? "")[0];
  return first !== undefined && tokensOf(text).some((word) => word.replaceAll(/[^\p{L}]/gu, "") === first);
}
