/** What a party that has just asked for a place is told first. */
export const firstLetter = { applied: "applied", held: "please-confirm", waitlisted: "waitlisted" } as const;
