import { settings } from "#lib/config/settings.ts";
import { startSmtpListener } from "#lib/inbox/smtp-listener.ts";
import { startWorker } from "#lib/jobs/worker.ts";

// What `startInlet` starts: mail comes in and jobs are done as in the program, without the pages.
const listener = await startSmtpListener({
  host: "127.0.0.1",
  port: 0,
  clinicEmail: settings().CLINIC_EMAIL,
});
await startWorker();
process.on("message", () => process.send?.({ mostMegabytes: process.resourceUsage().maxRSS / 1024 }));
process.on("disconnect", () => process.exit());
process.send?.({ port: listener.port });
