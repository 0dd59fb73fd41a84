import type { MakeUpProps } from "#emails/make-up.tsx";
import { localOf } from "#lib/clock/convert.ts";
import { dateWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { clinic, type Load } from "./load.ts";
import type { Letters } from "./template.ts";

export const loadMakeUp: Load<Letters["make-up"], MakeUpProps> = async (
  { makeUpId, to, changed },
  { name },
) => {
  const wish = await db.makeUp.findUnique({
    where: { id: makeUpId },
    select: {
      state: true,
      words: true,
      hostSession: {
        select: {
          startsLocal: true,
          cancelledAt: true,
          cohort: { select: { id: true, title: true, place: true, timeZone: true, state: true } },
        },
      },
    },
  });
  if (!wish) return null;
  const { cohort } = wish.hostSession;
  const starts = localOf(wish.hostSession.startsLocal);
  const common = {
    name,
    clinic: clinic(),
    group: cohort.title,
    when: `${dateWords(starts)}, ${timeWords(starts)}, ${zoneWords(cohort.timeZone)} time`,
    place: cohort.place || "Online",
  };
  if (to === "host") {
    if (wish.state === "agreed" || wish.state === "declined") return null;
    const kind = wish.state === "asked" ? "asked" : "not coming";
    return { ...common, kind, words: "", url: `${appUrl()}/staff/cohorts/${cohort.id}/attendance` };
  }
  const url = `${appUrl()}/my`;
  if (changed) {
    if (wish.state !== "agreed" && wish.state !== "asked") return null;
    const gone = wish.hostSession.cancelledAt || cohort.state === "cancelled";
    return { ...common, kind: gone ? "cancelled" : "moved", words: "", url };
  }
  if (wish.state !== "agreed" && wish.state !== "declined") return null;
  return { ...common, kind: wish.state, words: wish.words, url };
};
