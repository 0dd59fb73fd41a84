/** Something that a person can mend; its message is one sentence for them. */
export class Refusal extends Error {}

/** Does `work`, and says so while it lasts when it takes over half a second. */
export async function step<T>(words: string, work: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    process.stdout.write(`${words} …`);
  }, 500);
  try {
    const result = await work();
    if (shown) process.stdout.write(` done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    if (shown) process.stdout.write(" failed\n");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
