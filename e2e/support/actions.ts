import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Action = {
  name: string;
  id: string;
  /** A page that has it, the one beside it where there is one, as Next names it: "/staff/team". */
  page: string;
};

type Manifest = {
  node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
};

/** The build's pages and route handlers, with and without groups: "/(public)/privacy/page" is "/privacy". */
const routesBySource: Record<string, string> = read("app-path-routes-manifest.json");

/** Every Server Action of the build. */
export function builtActions(): Action[] {
  const { node } = read<Manifest>("server/server-reference-manifest.json");
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
    const beside = filename.replace(/actions\.ts$/, "page");
    const page = beside in workers ? beside : (Object.keys(workers)[0] ?? "");
    return { name: exportedName, id, page: routesBySource[page.replace(/^app/, "")] ?? page };
  });
}

/** Every page and route handler of the build; another method than GET is named: "POST /api/mail". */
export function builtRoutes(): string[] {
  return Object.entries(routesBySource)
    .filter(([source]) => !source.startsWith("/_"))
    .flatMap(([source, route]) =>
      methods(source).map((method) => (method === "GET" ? route : `${method} ${route}`)),
    );
}

/** By which it is opened, or a handler could change something. */
function methods(source: string): string[] {
  if (!source.endsWith("/route")) return ["GET"];
  const text = readFileSync(join(import.meta.dirname, `../../app${source}.ts`), "utf8");
  return [...text.matchAll(/export (?:async function|function|const) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
    ([, method]) => String(method),
  );
}

/** A form as a browser without JavaScript sends it: React's fields name the action and what it is bound to. */
export function formFor({ id }: Action, fields: Record<string, string>): FormData {
  const form = new FormData();
  // The id's first byte says which arguments there are. With two, the first is the state of useActionState.
  if (Number.parseInt(id.slice(0, 2), 16) & 0b0010_0000) {
    form.set("$ACTION_REF_1", "");
    form.set("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
    form.set("$ACTION_1:1", "[null]");
  } else form.set(`$ACTION_ID_${id}`, "");
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../.next", file), "utf8"));
}
