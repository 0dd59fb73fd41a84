import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type WorkerEvents } from "graphile-worker";
import { settings } from "#lib/config/settings.ts";
import { endReader } from "#lib/inbox/read-apart.ts";
import { register } from "./registry.ts";
import { tasks } from "./tasks.ts";
import { timetable } from "./timetable.ts";

/** Jobs of one process at a time, and the connections with which it looks after their queue. */
const concurrency = 5;
const connections = 3;

export type Worker = { stop(): Promise<void> };

/** Starts to work on jobs in this process, beginning with what a process that died left behind. */
export async function startWorker(): Promise<Worker> {
  const registration = await register();
  try {
    const runner = await runAs((name) => registration.enter(name));
    const ended = runner.promise.finally(() => registration.leave());
    ended.catch(() => console.error("The worker has stopped."));
    return {
      stop: async () => {
        await runner.stop();
        await ended;
        await endReader();
      },
    };
  } catch (error) {
    await registration.leave();
    throw error;
  }
}

/** Starts the queue's runner; `enter` is told the name under which it takes jobs. */
async function runAs(enter: (name: string) => Promise<void>): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  const named = new Promise<string>((resolve) => {
    events.once("pool:create", ({ workerPool }) => resolve(workerPool.id));
  });
  const runner = await run({
    connectionString: settings().DATABASE_URL,
    maxPoolSize: connections,
    concurrency,
    taskList: tasks,
    crontab: timetable,
    noHandleSignals: true,
    logger,
    events,
  });
  await enter(await named);
  return runner;
}

/** Says which task failed and nothing of what about: an error may name a person. */
const logger = new Logger(({ taskIdentifier }) => (level) => {
  if (level === "error")
    console.error(`A job failed${taskIdentifier ? `: ${taskIdentifier}` : ""}. It is tried again.`);
});
