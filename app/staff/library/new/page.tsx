import type { Metadata } from "next";
import { staff } from "#lib/auth/who.ts";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Tabs } from "../../../_components/tabs.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { NewMaterial } from "./new-material.tsx";

export const metadata: Metadata = { title: "Add to the library" };

const kinds = { recording: "A recording", handout: "A handout", link: "A link", text: "A text" };

export default async function NewMaterialPage({ searchParams }: PageProps<"/staff/library/new">) {
  const actor = await staff();
  const { kind: asked } = await searchParams;
  const kind =
    (["recording", "handout", "link", "text"] as const).find((one) => one === asked) ?? "recording";
  return (
    <StaffFrame actor={actor} current="library">
      <PageTitle
        over={<a href="/staff/library">Library</a>}
        title="Add to the library"
        lead="Every group can have it. What only one group should have is added on that group’s page."
      />
      <Tabs
        label="What to add"
        items={Object.entries(kinds).map(([one, label]) => ({
          href: `?kind=${one}`,
          label,
          current: one === kind,
        }))}
      />
      <NewMaterial key={kind} kind={kind} />
    </StaffFrame>
  );
}
