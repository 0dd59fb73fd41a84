/** What a notice on the board can say; its address names it. */
export const happenings = [
  "offered",
  "takenOut",
  "paused",
  "resumed",
  "undone",
  "changed",
  "letterGone",
] as const;

export type Happened = (typeof happenings)[number];
