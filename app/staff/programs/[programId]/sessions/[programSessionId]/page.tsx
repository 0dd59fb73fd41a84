import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { counted } from "#lib/clock/words.ts";
import { findMaterials } from "#lib/materials/queries.ts";
import { loadProgramSession } from "#lib/programs/queries.ts";
import { PageTitle } from "../../../../../_components/page-title.tsx";
import { LibrarySearch } from "../../../../_components/library-search.tsx";
import { Press } from "../../../../_components/press.tsx";
import { StaffFrame } from "../../../../_components/staff-frame.tsx";
import { missedWords, ruleWords } from "../../../../library/rule-words.ts";
import { SessionForm } from "../../../_components/session-form.tsx";
import { editProgramSessionAction, removeProgramSessionAction } from "../../../actions.ts";

import { Materials } from "./materials.tsx";

export const metadata: Metadata = { title: "A program’s session" };

export default async function ProgramSessionPage({
  params,
  searchParams,
}: PageProps<"/staff/programs/[programId]/sessions/[programSessionId]">) {
  const actor = await staff();
  const { programId, programSessionId } = await params;
  const session = await loadProgramSession(actor, programId, programSessionId);
  if (!session) notFound();
  const { kind, title, minutes, bring, practice, defaults } = session;
  const { q } = await searchParams;
  const words = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const { materials, more } = await findMaterials(actor, { words });
  const back = `/staff/programs/${programId}`;
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        over={<a href={back}>{session.program.title}</a>}
        title={title}
        lead="Groups that are planned already keep their session as it is."
      />
      <SessionForm
        action={editProgramSessionAction}
        about={{ programSessionId: session.id }}
        initial={{ kind, title, minutes, bring, practice }}
        back={back}
      />
      <Materials
        programSessionId={session.id}
        given={defaults.map(({ id, materialId, material, ...rule }) => ({
          id,
          materialId,
          title: material.title,
          appears: [`Appears ${ruleWords(rule)}`, missedWords(rule)].filter(Boolean).join("; "),
        }))}
        search={<LibrarySearch words={words} count={materials.length} more={more} id="materials" />}
        library={materials.map(({ id, title, minutes }) => ({
          id,
          label: minutes ? `${title} (${counted(minutes, "minute")})` : title,
        }))}
      />
      <section className="mt-12 border-t border-line pt-6">
        <h2 className="mb-4 text-xl">Take it out</h2>
        <Press
          action={removeProgramSessionAction}
          values={{ programSessionId: session.id }}
          variant="destructive"
        >
          Take this session out of the program
        </Press>
      </section>
    </StaffFrame>
  );
}
