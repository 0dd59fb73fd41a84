/** Words that speak for something, and how much. */
export type Rule = { pattern: RegExp; weight: number };

/** A place in a group, as a pattern. */
export const place =
  "(?:one of (?:the|your|those) (?:chairs|seats|places|spots)|places?|seats?|cushions?|spots?|chairs?|spaces?|slots?|registrations?|enrol+ments?)\\b";
