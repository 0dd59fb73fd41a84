import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { aCohort, robin, sam } from "#lib/testing/cast.ts";
import { addMaterial } from "./add.ts";
import { markdownHtml } from "./markdown.ts";
import { materialSchema } from "./schema.ts";
import { asMaterial, findStarter, loadStarters, themes } from "./starters.ts";

const starters = loadStarters();

test("every theme has its practices, each with an address of its own", () => {
  expect(starters).toHaveLength(15);
  expect(new Set(starters.map(({ slug }) => slug)).size).toBe(15);
  expect(new Set(starters.map(({ theme }) => theme))).toEqual(new Set(themes));
  expect(findStarter("soothing-touch")?.title).toBe("Soothing touch");
  expect(findStarter("../schema")).toBeNull();
});

test.each(starters.map((starter) => [starter.slug, starter] as const))(
  "%s is a short text, and a practice whose steps take as long as it says",
  (_, { text, minutes, source }) => {
    const [words = "", practice = "", ...more] = text.split("\n## The practice\n");
    expect(more).toEqual([]);
    const count = words.split(/\s+/).length;
    expect([count >= 250, count <= 450]).toEqual([true, true]);
    const steps = [...practice.matchAll(/^\d+\. \*\*(\d+) minutes?\.\*\* \S/gm)].map(([, time]) =>
      Number(time),
    );
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.reduce((sum, time) => sum + time, 0)).toBe(minutes);
    for (const one of source)
      expect(one).toMatch(/\((19|20)\d\d\)\. .+(<https:\/\/doi\.org\/10\.\S+>|Press\.)$/);
  },
);

test("one from the library becomes a text of the session, with its practice and where it comes from", async () => {
  const cohortId = await aCohort();
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { cohortId, position: 1 } });
  const form = new FormData();
  form.set("sessionId", sessionId);
  form.set("kind", "library");
  form.set("starter", "owning-a-mistake");
  form.set("release", "afterSession");
  const submission = parseWithZod(form, { schema: materialSchema });
  if (submission.status !== "success") throw new Error(JSON.stringify(submission.error));
  expect(await addMaterial(await robin(), submission.value)).toEqual({ ok: false, reason: "not_yours" });
  expect((await addMaterial(await sam(), submission.value)).ok).toBe(true);
  const [material] = await db.material.findMany({ where: { sessionId } });
  expect(material).toMatchObject({
    kind: "text",
    title: "Owning a mistake, and making repair",
    release: "afterSession",
    offsetMinutes: 0,
    fileId: null,
  });
  const html = markdownHtml(material?.text ?? "");
  expect(html.match(/<h2>.+?<\/h2>/g)).toEqual(["<h2>The practice</h2>", "<h2>Where this comes from</h2>"]);
  expect(html).toContain("<p><em>15 minutes, on your own</em></p>");
  expect(html).toContain('<a href="https://doi.org/10.1177/0146167212445599" rel="noopener noreferrer">');
  expect(html.match(/<li>/g)).toHaveLength(7 + 3);
});

test("a practice that the library does not have is asked for again", () => {
  const form = new FormData();
  form.set("sessionId", crypto.randomUUID());
  form.set("kind", "library");
  form.set("release", "afterSession");
  for (const slug of ["", "none"]) {
    form.set("starter", slug);
    expect(parseWithZod(form, { schema: materialSchema }).reply().error).toEqual({
      starter: ["Please choose a practice."],
    });
  }
});

test("all of it fits where a facilitator's own text does", () => {
  for (const starter of starters) {
    const { title, text } = asMaterial(starter);
    expect(title.length).toBeLessThanOrEqual(160);
    expect(text.length).toBeLessThanOrEqual(20_000);
  }
});
