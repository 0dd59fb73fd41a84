import { momentWords } from "#lib/clock/words.ts";
import type { ForMissed, ReleaseRule } from "../../../prisma/generated/enums.ts";

type Rule = {
  rule: ReleaseRule;
  offsetMinutes: number;
  forMissed: ForMissed;
  missedOffsetMinutes: number;
};

/** "30 minutes before the session", "when the session ends". */
export function ruleWords({ rule, offsetMinutes }: Pick<Rule, "rule" | "offsetMinutes">): string {
  if (rule === "byHand") return "when somebody releases it";
  if (rule === "atTime") return "at its time";
  if (rule === "beforeSession")
    return offsetMinutes === 0
      ? "when the session begins"
      : `${amountWords(offsetMinutes)} before the session`;
  return offsetMinutes === 0 ? "when the session ends" : `${amountWords(offsetMinutes)} after the session`;
}

/** What is said of those who missed it; nothing where it is the same for all. */
export function missedWords({
  forMissed,
  missedOffsetMinutes,
}: Pick<Rule, "forMissed" | "missedOffsetMinutes">): string {
  if (forMissed === "too") return "";
  if (forMissed === "never") return "not for those who missed it";
  return `${amountWords(missedOffsetMinutes)} later for those who missed it`;
}

/** When participants see what a session was given, in one sentence. */
export function appearsWords(
  release: Rule & {
    releasedAt: Date | null;
    takenBackAt: Date | null;
    visible: boolean;
    visibleAt: Temporal.Instant | null;
  },
  timeZone: string,
): string {
  const missed = missedWords(release);
  const also = missed ? `; ${missed}` : "";
  if (release.takenBackAt) return "Taken back: nobody sees it until it is released again";
  if (!release.visibleAt) return `Appears when somebody releases it${also}`;
  const when = momentWords(release.visibleAt, timeZone);
  if (release.releasedAt) return `Released ${when}${also}`;
  const verb = release.visible ? "Appeared" : "Appears";
  return release.rule === "atTime"
    ? `${verb} ${when}${also}`
    : `${verb} ${ruleWords(release)}, ${when}${also}`;
}

/** What the fields of a rule begin with. */
export function ruleFields(
  release: Rule & { appearsLocal?: Temporal.PlainDateTime | null },
): Record<string, string> {
  const [offset, offsetUnit] = split(release.offsetMinutes);
  const [missedOffset, missedUnit] = split(release.missedOffsetMinutes);
  return {
    rule: release.rule,
    offset,
    offsetUnit,
    forMissed: release.forMissed,
    missedOffset,
    missedUnit: release.missedOffsetMinutes === 0 ? "days" : missedUnit,
    appearsOn: release.appearsLocal?.toPlainDate().toString() ?? "",
    appearsTime: release.appearsLocal?.toPlainTime().toString({ smallestUnit: "minute" }) ?? "",
  };
}

/** "2 days", "90 minutes". */
function amountWords(minutes: number): string {
  const [number, unit] = split(minutes);
  return `${number} ${number === "1" ? unit.slice(0, -1) : unit}`;
}

function split(minutes: number): [string, "days" | "hours" | "minutes"] {
  if (minutes > 0 && minutes % 1440 === 0) return [String(minutes / 1440), "days"];
  if (minutes > 0 && minutes % 60 === 0) return [String(minutes / 60), "hours"];
  return [String(minutes), "minutes"];
}
