import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { mailboxIsRead } from "#lib/inbox/imap/in-turn.ts";
import packageFile from "../../package.json" with { type: "json" };
import { workerIsAlive } from "./registry.ts";

type Part = { ok: boolean } & Record<string, unknown>;

export type Health = { ok: boolean; version: string } & Record<
  "database" | "migrations" | "worker" | "mailIn" | "mailOut",
  Part
>;

/**
 * How this process and what it needs are doing, with nothing personal in it. It is well when the database
 * answers, is at the committed schema, and somebody works the queue; a failed message is an admin's matter.
 */
export async function health(at = now()): Promise<Health> {
  const [database, migrations, worker, mailOut, mailIn] = await Promise.all([
    answered(async () => ({ ok: (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1 })),
    answered(pendingMigrations),
    answered(async () => ({ ok: await workerIsAlive() })),
    answered(() => outgoing(at)),
    answered(incoming),
  ]);
  const ok = database.ok && migrations.ok && worker.ok && mailIn.ok && mailOut.ok;
  return { ok, version: packageFile.version, database, migrations, worker, mailIn, mailOut };
}

async function answered(look: () => Promise<Part>): Promise<Part> {
  return look().catch(() => ({ ok: false }));
}

async function pendingMigrations(): Promise<Part> {
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  const known = new Set(applied.map(({ name }) => name));
  const entries = await readdir(join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  const pending = entries.filter((entry) => entry.isDirectory() && !known.has(entry.name)).length;
  return { ok: pending === 0, pending };
}

async function outgoing(at: Temporal.Instant): Promise<Part> {
  const late = dateOf(at.subtract({ minutes: 15 }));
  const [waiting, overdue, failed] = await Promise.all([
    db.message.count({ where: { state: { in: ["queued", "sending"] } } }),
    db.message.count({ where: { state: "queued", attempts: 0, createdAt: { lt: late } } }),
    db.message.count({ where: { state: "failed" } }),
  ]);
  return { ok: overdue === 0, sends: Boolean(settings().SMTP_URL), waiting, failed };
}

async function incoming(): Promise<Part> {
  const { RUN, MAIL_PORT, MAIL_HOST, IMAP_URL } = settings();
  const [last, unread, reading] = await Promise.all([
    db.message.findFirst({
      where: { direction: "incoming" },
      orderBy: { createdAt: "desc" },
      select: { createdAt: true },
    }),
    db.message.count({ where: { state: "received" } }),
    IMAP_URL ? mailboxIsRead() : null,
  ]);
  const expected = RUN !== "web" && MAIL_PORT !== 0;
  const listening = expected && (await accepts(MAIL_HOST, MAIL_PORT));
  return {
    ok: listening === expected && reading !== false,
    listening,
    ...(reading !== null && { reading }),
    unread,
    lastAt: last ? instantOf(last.createdAt).toString() : null,
  };
}

/** Whether something takes connections there. */
function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (taken: boolean) => {
      socket.destroy();
      answer(taken);
    };
    socket
      .on("connect", () => end(true))
      .on("error", () => end(false))
      .on("timeout", () => end(false));
  });
}
