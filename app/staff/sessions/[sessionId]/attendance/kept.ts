/** Where a browser keeps the pages of attendance that were opened once, and what they are drawn with. */
export const keptPages = { cache: "attendance pages", scope: "/staff/sessions/" };

export type KeptPages = typeof keptPages;
