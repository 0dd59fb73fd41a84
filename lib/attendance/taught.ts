import Papa from "papaparse";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { dateWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { listWords } from "#lib/people/words.ts";
import { drawPdf, ink, write } from "./pdf.ts";

// Ten years of two groups a week.
const most = 1000;

/** The sessions that a facilitator has taught, the newest first: their own, or for an admin anybody's. */
export async function loadTaught(actor: Staff, of: string | undefined, at = now()) {
  const userId = of ?? actor.userId;
  if (!isId(userId) || (userId !== actor.userId && !mayAdminister(actor))) return null;
  const user = await db.user.findUnique({ where: { id: userId }, select: { id: true, name: true } });
  if (!user) return null;
  if (userId !== actor.userId) await record(db, actor, "taught.seen", userId);
  const [sessions, colleagues] = await Promise.all([
    db.session.findMany({
      where: {
        cancelledAt: null,
        endsAt: { lte: dateOf(at) },
        cohort: { facilitators: { some: { userId } }, state: { in: ["open", "closed"] } },
      },
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      take: most,
      select: {
        id: true,
        title: true,
        minutes: true,
        startsLocal: true,
        cohort: {
          select: {
            id: true,
            title: true,
            program: { select: { title: true } },
            facilitators: {
              where: { userId: { not: userId } },
              orderBy: { user: { name: "asc" } },
              select: { user: { select: { name: true } } },
            },
          },
        },
      },
    }),
    mayAdminister(actor)
      ? db.user.findMany({
          where: { facilitates: { some: {} } },
          orderBy: { name: "asc" },
          take: 100,
          select: { id: true, name: true },
        })
      : [],
  ]);
  return {
    user,
    colleagues,
    minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
    sessions: sessions.map(({ startsLocal, cohort, ...session }) => ({
      ...session,
      startsLocal: localOf(startsLocal),
      cohortId: cohort.id,
      group: cohort.title,
      program: cohort.program.title,
      role:
        cohort.facilitators.length === 0
          ? "Facilitator"
          : `Facilitator, with ${listWords(cohort.facilitators.map(({ user }) => user.name))}`,
    })),
  };
}

/** The same as a spreadsheet. */
export async function exportTaught(actor: Staff, of: string | undefined, at = now()) {
  const taught = await loadTaught(actor, of, at);
  if (!taught) return null;
  const rows = taught.sessions.map(({ startsLocal, title, minutes, group, program, role }) => [
    startsLocal.toPlainDate().toString(),
    hoursOf(minutes),
    title,
    group,
    program,
    role,
  ]);
  const csv = Papa.unparse([["Date", "Hours", "Session", "Group", "Program", "Role"], ...rows], {
    escapeFormulae: true,
  });
  return { name: `sessions taught by ${taught.user.name}`, csv: `\uFEFF${csv}` };
}

/** The same on paper. */
export async function printTaught(actor: Staff, of: string | undefined, at = now()) {
  const taught = await loadTaught(actor, of, at);
  if (!taught) return null;
  const pdf = await drawPdf({ title: `Sessions taught by ${taught.user.name}` }, (doc) => {
    const bottom = () => doc.page.height - 72;
    doc.addPage();
    write(doc, taught.user.name, { x: 54, y: 54, size: 24, family: "serif" });
    write(doc, `${summary(taught)}, ${settings().CLINIC_NAME}`, { x: 54, y: 88, size: 11, color: ink.soft });
    let y = 124;
    for (const { startsLocal, minutes, title, group, role } of taught.sessions) {
      if (y > bottom()) {
        doc.addPage();
        y = 54;
      }
      write(doc, `${title}, ${group}`, { x: 54, y, size: 10.5 });
      write(doc, `${dateWords(startsLocal)}, ${hoursOf(minutes)} hours, ${role}`, {
        x: 54,
        y: y + 14,
        size: 9,
        color: ink.soft,
      });
      doc
        .moveTo(54, y + 31)
        .lineTo(doc.page.width - 54, y + 31)
        .lineWidth(0.5)
        .stroke(ink.line);
      y += 38;
    }
  });
  return { name: `sessions taught by ${taught.user.name}`, pdf };
}

/** "9 sessions, 24.5 hours". */
export function summary({ sessions, minutes }: { sessions: unknown[]; minutes: number }): string {
  return `${sessions.length} ${sessions.length === 1 ? "session" : "sessions"}, ${hoursOf(minutes)} hours`;
}

/** "2.75". */
export function hoursOf(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}
