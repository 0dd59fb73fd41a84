import type { Prisma } from "../../prisma/generated/client.ts";

/** What every page of a cohort says of it at its head. */
export const headSelect = {
  id: true,
  title: true,
  state: true,
  timeZone: true,
} satisfies Prisma.CohortSelect;
