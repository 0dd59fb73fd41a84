import type { Participant, Staff } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import { cohortsOf, membershipsOf } from "#lib/auth/policy.ts";
import { localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { dateWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { listWords } from "#lib/people/words.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { completionOf } from "./completion.ts";
import { takingPart } from "./enrolled.ts";
import { meetingsOfEach, meetingsSelect } from "./meetings.ts";
import { drawPdf, ink, sizeFor, write } from "./pdf.ts";

export type Certificates = { name: string; pdf: Buffer };

/** The certificates of everyone who has completed one of the actor's cohorts, a page each; of one of them with `personId`. */
export async function makeCertificates(
  actor: Staff,
  cohortId: string,
  personId?: string,
  at = now(),
): Promise<Certificates | null> {
  if (!isId(cohortId)) return null;
  const cohort = await findCohort({ id: cohortId, ...cohortsOf(actor) });
  if (!cohort) return null;
  const people = completeIn(cohort, at).filter(({ id }) => !personId || id === personId);
  if (people.length === 0) return null;
  await db.$executeRaw(
    auditInsert(actor, "certificate.made", Prisma.sql`SELECT unnest(${people.map(({ id }) => id)}::uuid[])`, {
      cohortId,
    }),
  );
  return {
    name: `certificates ${cohort.title}`,
    pdf: await draw(
      cohort,
      people.map(({ name }) => name),
    ),
  };
}

/** A participant's own certificate, once they have completed. */
export async function makeMyCertificate(
  actor: Participant,
  memberId: string,
  at = now(),
): Promise<Certificates | null> {
  const found = await findMine(actor, memberId, at);
  return found && { name: `certificate ${found.cohort.title}`, pdf: await draw(found.cohort, [found.name]) };
}

async function findMine(actor: Participant, memberId: string, at: Temporal.Instant) {
  if (!isId(memberId)) return null;
  const member = await db.member.findFirst({
    where: { AND: [{ id: memberId }, membershipsOf(actor)] },
    select: {
      person: { select: { id: true, name: true } },
      party: { select: { enrollments: { where: takingPart.enrollment, select: { cohortId: true } } } },
    },
  });
  const cohortId = member?.party.enrollments[0]?.cohortId;
  if (!member || !cohortId) return null;
  // Who shares a mailbox shares a sign-in, and attendance is private between partners (design rule 4).
  const shared = await db.person.count({
    where: { email: actor.email, erasedAt: null, name: { not: member.person.name } },
  });
  const cohort = shared > 0 ? null : await findCohort({ id: cohortId });
  if (!cohort) return null;
  const { id, name } = member.person;
  return completeIn(cohort, at).some((person) => person.id === id) ? { name, cohort } : null;
}

type Cohort = NonNullable<Awaited<ReturnType<typeof findCohort>>>;

function findCohort(where: Prisma.CohortWhereInput) {
  return db.cohort.findFirst({
    where,
    select: {
      title: true,
      completeFrom: true,
      program: { select: { title: true } },
      facilitators: { orderBy: { user: { name: "asc" } }, select: { user: { select: { name: true } } } },
      ...meetingsSelect,
    },
  });
}

function completeIn(cohort: Cohort, at: Temporal.Instant) {
  return meetingsOfEach(cohort, at)
    .filter(({ meetings }) => completionOf(meetings, cohort.completeFrom).state === "complete")
    .map(({ person }) => person);
}

/** One page a name: the circle that the group sat in, and plain words. */
function draw(cohort: Cohort, names: string[]): Promise<Buffer> {
  const held = cohort.sessions.filter(({ cancelledAt }) => cancelledAt === null);
  const [first, last] = [held.at(0), held.at(-1)];
  const days =
    first && last
      ? `from ${dateWords(localOf(first.startsLocal))} to ${dateWords(localOf(last.startsLocal))}`
      : "";
  const facilitators = cohort.facilitators.map(({ user }) => user.name);
  return drawPdf({ title: `Certificate, ${cohort.program.title}`, landscape: true }, (doc) => {
    for (const name of names) {
      doc.addPage();
      const { width, height } = doc.page;
      const center = width / 2;
      const room = width - 180;
      doc.rect(0, 0, width, height).fill("#f3f6f4");
      doc.roundedRect(28, 28, width - 56, height - 56, 18).fillAndStroke("#ffffff", ink.line);
      circle(doc, center, 112, 34);
      write(doc, settings().CLINIC_NAME, { center, y: 164, size: 12, color: ink.soft });
      write(doc, "This is to say, with gladness, that", { center, y: 208, size: 14, color: ink.soft });
      write(doc, name, { center, y: 232, size: sizeFor(doc, name, 46, "serif", room), family: "serif" });
      write(doc, "has completed", { center, y: 302, size: 14, color: ink.soft });
      const program = cohort.program.title;
      write(doc, program, {
        center,
        y: 326,
        size: sizeFor(doc, program, 26, "serif", room),
        family: "serif",
        color: ink.pine,
      });
      write(doc, `${cohort.title}, ${days}`, {
        center,
        y: 368,
        size: sizeFor(doc, `${cohort.title}, ${days}`, 12, "sans", room),
        color: ink.soft,
      });
      const y = height - 112;
      const names = facilitators.slice(0, 3);
      for (const [index, facilitator] of names.entries()) {
        const at = center + (index - (names.length - 1) / 2) * 220;
        doc
          .moveTo(at - 90, y)
          .lineTo(at + 90, y)
          .lineWidth(0.75)
          .stroke(ink.soft);
        write(doc, facilitator, { center: at, y: y + 8, size: 11 });
      }
      write(
        doc,
        facilitators.length > 3
          ? `Facilitators: ${listWords(facilitators)}`
          : names.length > 1
            ? "Facilitators"
            : "Facilitator",
        {
          center,
          y: y + 26,
          size: 10,
          color: ink.soft,
        },
      );
    }
  });
}

function circle(doc: PDFKit.PDFDocument, x: number, y: number, radius: number) {
  const chairs = 12;
  doc.circle(x, y, radius).lineWidth(5).stroke(ink.band);
  for (let index = 0; index < chairs; index += 1) {
    const angle = (index / chairs) * 2 * Math.PI;
    doc.circle(x + radius * Math.sin(angle), y - radius * Math.cos(angle), 5.5).fill(ink.pine);
  }
}
