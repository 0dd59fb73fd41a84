import type { Search } from "#lib/waitlist/search.ts";
import { Button } from "../../../_components/button.tsx";
import { TextField } from "../../../_components/field.tsx";
import { Tabs } from "../../../_components/tabs.tsx";

/** Finds a party in any line, by name, address or state. A plain form: what it finds has an address. */
export function Finder({ search }: { search: Search }) {
  const { q, show } = search;
  return (
    <>
      <form action="/staff/waitlist" className="mb-4 flex flex-wrap items-end gap-3">
        {show && <input type="hidden" name="show" value={show} />}
        <div className="min-w-0 flex-1 basis-64 sm:max-w-[26rem]">
          <TextField label="Find somebody by name or address" name="q" type="search" defaultValue={q} />
        </div>
        <Button variant="secondary">Find</Button>
      </form>
      <Tabs
        label="Which parties"
        items={tabs.map(({ label, show: one }) => ({
          label,
          href: finderHref({ q: one ? q : "", show: one }),
          current: one === (q && !show ? "all" : show),
        }))}
      />
    </>
  );
}

const tabs: { label: string; show?: Search["show"] }[] = [
  { label: "By group" },
  { label: "Everybody", show: "all" },
  { label: "Waiting", show: "waiting" },
  { label: "Asked", show: "held" },
  { label: "Paused", show: "paused" },
  { label: "Applied", show: "applied" },
];

export function finderHref({ q, show }: Search, page = 1): string {
  const search = new URLSearchParams();
  if (q) search.set("q", q);
  if (show) search.set("show", show);
  if (page > 1) search.set("page", String(page));
  return search.size > 0 ? `/staff/waitlist?${search}` : "/staff/waitlist";
}
