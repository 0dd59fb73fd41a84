import { z } from "zod";

/** Where in the mailbox one is: kept in the address, so that opening a thread keeps the list beside it. */
export const placeSchema = z.object({
  state: z.enum(["new", "needsUs", "waitingForThem", "done"]).catch("new"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type Place = z.output<typeof placeSchema>;

export function placeHref({ state, page }: Place, threadId?: string): string {
  const query = new URLSearchParams();
  if (state !== "new") query.set("state", state);
  if (page > 1) query.set("page", String(page));
  return `/staff/inbox${threadId ? `/${threadId}` : ""}${query.size ? `?${query}` : ""}`;
}
