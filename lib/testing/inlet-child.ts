import { flushCompileCache } from "node:module";
import { settings } from "#lib/config/settings.ts";
import { startSmtpListener } from "#lib/inbox/smtp-listener.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { childrenOf, peakMegabytes } from "./processes.ts";

// What `startInlet` starts: mail comes in and jobs are done as in the program, without the pages.
const listener = await startSmtpListener({
  host: "127.0.0.1",
  port: 0,
  clinicEmail: settings().CLINIC_EMAIL,
});
await startWorker();
process.on("message", () => process.send?.({ mostMegabytes: mostMegabytes() }));
process.on("disconnect", () => process.exit());
// It is never left to end by itself, when Node would keep what it compiled for the next one.
flushCompileCache();
process.send?.({ port: listener.port });

/** Of this process and of the one that reads, whichever took more. */
function mostMegabytes(): number {
  return Math.max(...[process.pid, ...childrenOf(process.pid)].map(peakMegabytes));
}
