import { z } from "zod";
import { type List, listSchema } from "#lib/inbox/queries.ts";

/** Where in the mailbox one is: kept in the address, so that opening a thread keeps the list beside it. */
export const placeSchema = listSchema;

export type Place = List;

export function placeHref({ state, who, q, page }: Place, threadId?: string, more: object = {}): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  else if (state !== "new") query.set("state", state);
  if (who !== "anyone") query.set("who", who);
  if (page > 1) query.set("page", String(page));
  for (const [name, value] of Object.entries(more)) query.set(name, String(value));
  return `/staff/inbox${threadId ? `/${threadId}` : ""}${query.size ? `?${query}` : ""}`;
}

/** An address of the mailbox that a form leads to: none of anybody else's. */
export const inMailbox = z
  .string()
  .max(600)
  .regex(/^\/staff\/inbox(\/[0-9a-f-]{36})?(\?[\w%+.*&=-]*)?$/)
  .optional()
  .catch(undefined);

/** The same address with something said about what just happened. */
export function withHappened(href: string, happened: string, about?: string, was?: string): string {
  const [path, query] = href.split("?");
  const search = new URLSearchParams(query);
  search.set("happened", happened);
  if (about) search.set("about", about);
  if (was) search.set("was", was);
  return `${path}?${search}`;
}
