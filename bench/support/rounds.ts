type Contender = { name: string; round: (round: number) => Promise<number> };

const rounds = 7;

/**
 * Runs two contenders in turn, each round first one and then the other, after a round that is not counted, and
 * prints one JSON line: the ratio of their medians, the medians, and the least and most of each. A round returns
 * how many a second.
 */
export async function compare(name: string, ours: Contender, theirs: Contender, aim: number): Promise<void> {
  const figures = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const first = await ours.round(round);
    const second = await theirs.round(round);
    if (round === 0) continue;
    figures.ours.push(first);
    figures.theirs.push(second);
  }
  const line = {
    name,
    ratio: Number((median(figures.ours) / median(figures.theirs)).toFixed(2)),
    aim,
    [ours.name]: summary(figures.ours),
    [theirs.name]: summary(figures.theirs),
    rounds,
  };
  console.log(JSON.stringify(line));
}

/** Does `work` `count` times, so many at once, and returns how many a second. */
export async function perSecond(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const index = next;
        next += 1;
        await work(index);
      }
    }),
  );
  return count / ((performance.now() - began) / 1000);
}

function summary(figures: number[]) {
  const sorted = [...figures].sort((a, b) => a - b).map(Math.round);
  return { median: Math.round(median(figures)), least: sorted[0], most: sorted.at(-1), unit: "a second" };
}

function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
