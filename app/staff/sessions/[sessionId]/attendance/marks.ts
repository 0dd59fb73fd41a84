import type { AttendanceStatus, MadeUpBy } from "../../../../../prisma/generated/enums.ts";

/** A button, and how the people with it are counted. */
export type Mark = {
  status: AttendanceStatus;
  madeUpBy?: MadeUpBy;
  label: string;
  counted: string;
  look: string;
};

const pine = "border-pine bg-pine text-on-pine";
const apricot = "border-apricot bg-apricot text-on-apricot";

/** The four of every evening. */
export const usual: Mark[] = [
  { status: "present", label: "Here", counted: "here", look: pine },
  { status: "late", label: "Late", counted: "late", look: apricot },
  {
    status: "absent",
    label: "Away",
    counted: "away",
    look: "border-periwinkle bg-periwinkle-pale text-periwinkle-ink",
  },
  { status: "excused", label: "Said", counted: "said ahead", look: "border-plum bg-plum-pale text-plum-ink" },
];

/** Those that are needed now and then. */
export const leftEarly: Mark = {
  status: "leftEarly",
  label: "Left early",
  counted: "left early",
  look: apricot,
};

export const madeUp: Mark[] = [
  { status: "madeUp", madeUpBy: "session", label: "In another group", counted: "made up", look: pine },
  { status: "madeUp", madeUpBy: "call", label: "By a call", counted: "made up", look: pine },
  { status: "madeUp", madeUpBy: "recording", label: "With the recording", counted: "made up", look: pine },
];

/** What a button sends. */
export function pressValue({ status, madeUpBy }: Pick<Mark, "status" | "madeUpBy">): string {
  return madeUpBy ? `${status} ${madeUpBy}` : status;
}
