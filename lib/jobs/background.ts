import { settings } from "#lib/config/settings.ts";

type Part = { stop(): Promise<void> };

/** Between the program and what Next starts in it, which share no module: the program waits, and ends it first. */
export type Background = { started: PromiseWithResolvers<void>; stop(): Promise<void> };

/**
 * Starts what runs beside the pages in this process: the worker and what takes mail in, unless they run
 * apart (`RUN`), and the ear for changed cohorts. Tells the program's `kindroomBackground` how it went.
 */
export async function startBackground(): Promise<void> {
  const { kindroomBackground } = globalThis as { kindroomBackground?: Background };
  const parts: Part[] = [];
  if (kindroomBackground)
    kindroomBackground.stop = async () => {
      await Promise.allSettled(parts.map((part) => part.stop()));
    };
  const starting = startParts(parts);
  starting.then(kindroomBackground?.started.resolve, kindroomBackground?.started.reject);
  await starting;
}

/** Each part is loaded where it runs: what a process doesn't do takes none of its memory. */
async function startParts(parts: Part[]): Promise<void> {
  const { RUN, MAIL_PORT, MAIL_HOST, MAIL_CERT, MAIL_KEY, CLINIC_EMAIL, IMAP_URL, IMAP_DONE } = settings();
  if (RUN !== "web") {
    const { startWorker } = await import("./worker.ts");
    parts.push(await startWorker());
    if (MAIL_PORT) {
      const { startSmtpListener } = await import("#lib/inbox/smtp-listener.ts");
      const listener = await startSmtpListener({
        host: MAIL_HOST,
        port: MAIL_PORT,
        clinicEmail: CLINIC_EMAIL,
        certificate: MAIL_CERT && MAIL_KEY ? { cert: MAIL_CERT, key: MAIL_KEY } : null,
      });
      parts.push({ stop: () => listener.close() });
    }
    if (IMAP_URL) {
      const { listenToMailbox } = await import("#lib/inbox/imap/listen.ts");
      parts.push(listenToMailbox({ url: IMAP_URL, done: IMAP_DONE }));
    }
  }
  if (RUN !== "worker") {
    const { listenForChanges } = await import("#lib/cohorts/listen.ts");
    parts.push(await listenForChanges());
  }
}
