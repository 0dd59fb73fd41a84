import { Prisma } from "../../prisma/generated/client.ts";
import type { Rule } from "./visible.ts";

/** A rule as JSON writes it: its times are texts. */
export type RuleInJson = {
  [Key in keyof Rule]: Date extends Rule[Key] ? string | null : Rule[Key];
};

/** Selects the rule of "Release" as r. */
export const ruleInJson = Prisma.sql`json_build_object(
  'rule', r."rule", 'offsetMinutes', r."offsetMinutes", 'appearsAt', r."appearsAt", 'forMissed', r."forMissed",
  'missedOffsetMinutes', r."missedOffsetMinutes", 'releasedAt', r."releasedAt", 'takenBackAt', r."takenBackAt")`;

export function ruleOf(json: RuleInJson): Rule {
  return {
    ...json,
    appearsAt: json.appearsAt ? new Date(json.appearsAt) : null,
    releasedAt: json.releasedAt ? new Date(json.releasedAt) : null,
    takenBackAt: json.takenBackAt ? new Date(json.takenBackAt) : null,
  };
}
