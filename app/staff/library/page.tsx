import type { Metadata } from "next";
import { z } from "zod";
import { staff } from "#lib/auth/who.ts";
import { isLanguage, languages, languageWords } from "#lib/library/languages.ts";
import { loadLibrary } from "#lib/library/queries.ts";
import { MaterialKind } from "../../../prisma/generated/enums.ts";
import { Button, ButtonLink } from "../../_components/button.tsx";
import { DataTable } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Select, TextField } from "../../_components/field.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Pager } from "../../_components/pager.tsx";
import { pageNumber } from "../_components/page-number.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";
import { kindWords, measureWords } from "./kind-words.ts";

export const metadata: Metadata = { title: "Library" };

const filterSchema = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  kind: z.enum(MaterialKind).optional().catch(undefined),
  language: z.string().refine(isLanguage).optional().catch(undefined),
  archived: z.literal("yes").optional().catch(undefined),
});

export default async function LibraryPage({ searchParams }: PageProps<"/staff/library">) {
  const actor = await staff();
  const search = await searchParams;
  const filter = filterSchema.parse(search);
  const page = pageNumber(search.page);
  const { materials, hasNext } = await loadLibrary(actor, {
    words: filter.q,
    kind: filter.kind,
    language: filter.language,
    archived: filter.archived === "yes",
    page,
  });
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <StaffFrame actor={actor} current="library">
      <PageTitle
        title="Library"
        lead="What the clinic gives to its groups: recordings, handouts, links and texts. A group gets something from here on its own page of materials."
        actions={<ButtonLink href="/staff/library/new">Add something</ButtonLink>}
      />
      <search>
        <form className="mb-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
          <TextField label="Words in it" name="q" type="search" defaultValue={filter.q} />
          <Select
            label="Kind"
            name="kind"
            defaultValue={filter.kind ?? ""}
            options={[
              { value: "", label: "All kinds" },
              ...Object.entries(kindWords).map(([value, label]) => ({ value, label: `${label}s` })),
            ]}
          />
          <Select
            label="Language"
            name="language"
            defaultValue={filter.language ?? ""}
            options={[
              { value: "", label: "All languages" },
              ...languages.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
          <Select
            label="Which"
            name="archived"
            defaultValue={filter.archived ?? ""}
            options={[
              { value: "", label: "In use" },
              { value: "yes", label: "Put away" },
            ]}
          />
          <Button variant="secondary">Show</Button>
        </form>
      </search>
      {materials.length === 0 ? (
        <EmptyState
          title={narrowed ? "Nothing fits that" : "The library is empty"}
          action={
            narrowed ? (
              <ButtonLink href="/staff/library" variant="secondary">
                See all of it
              </ButtonLink>
            ) : undefined
          }
        >
          <p>
            {narrowed
              ? "Try fewer words, or another kind or language."
              : "Add a first recording, handout, link or text, and every group can have it."}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="The library, by title"
          captionHidden
          head={["Title", "Kind", "Language", "Length", "In sessions"]}
          rows={materials.map((material) => ({
            key: material.id,
            cells: [
              <a
                key="title"
                href={`/staff/library/${material.id}`}
                className="inline-flex min-h-11 items-center"
              >
                {material.title}
              </a>,
              kindWords[material.kind],
              languageWords(material.language),
              measureWords(material) || "–",
              material.given,
            ],
          }))}
        />
      )}
      <Pager
        page={page}
        hasNext={hasNext}
        href={(to) =>
          `/staff/library?${new URLSearchParams({
            ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)),
            page: String(to),
          })}`
        }
      />
    </StaffFrame>
  );
}
