import type { SessionKind } from "../../prisma/generated/enums.ts";

export type ProgramOutline = {
  title: string;
  description: string;
  sessions: { kind: SessionKind; title: string; minutes: number }[];
};

const weekly = (title: string) => ({ kind: "weekly" as const, title, minutes: 150 });

/**
 * Mindful Self-Compassion as it is taught: eight weekly sessions and a half-day retreat between the fifth
 * and the sixth (Germer and Neff, "Teaching the Mindful Self-Compassion Program", 2019). Data, to be edited.
 */
export const mindfulSelfCompassion: ProgramOutline = {
  title: "Mindful Self-Compassion",
  description: "Eight evenings and a half-day retreat.",
  sessions: [
    weekly("Discovering mindful self-compassion"),
    weekly("Practicing mindfulness"),
    weekly("Practicing loving-kindness"),
    weekly("Discovering your compassionate voice"),
    weekly("Living deeply"),
    { kind: "retreat", title: "Retreat", minutes: 240 },
    weekly("Meeting difficult emotions"),
    weekly("Exploring challenging relationships"),
    weekly("Embracing your life"),
  ],
};
