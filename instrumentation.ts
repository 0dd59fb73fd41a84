/** Next calls this once when a server process begins: what runs beside the pages is started here. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, where nothing of ours could run.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startBackground } = await import("#lib/jobs/background.ts");
  await startBackground();
}
