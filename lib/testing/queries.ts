import pg from "pg";

type Query = (...given: unknown[]) => unknown;

/** How many statements `work` sends to PostgreSQL: a list of three is read with as many as a list of one. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  let count = 0;
  client.query = function counted(...given) {
    count += 1;
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return count;
}
