import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { markdownHtml } from "#lib/materials/markdown.ts";
import { addStarters } from "./add-starters.ts";
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

test("each is in the library once, with its practice and where it comes from", async () => {
  const ids = await addStarters(db);
  expect(await addStarters(db)).toEqual(ids);
  expect([...ids.keys()].sort()).toEqual(starters.map(({ slug }) => slug).sort());
  const material = await db.material.findUniqueOrThrow({
    where: { starter: "owning-a-mistake" },
    include: { versions: true },
  });
  expect(material).toMatchObject({
    id: ids.get("owning-a-mistake"),
    kind: "text",
    title: "Owning a mistake, and making repair",
    minutes: 15,
    cohortId: null,
    versions: [{ number: 1, fileId: null, url: null, byUserId: null }],
  });
  const html = markdownHtml(material.versions[0]?.text ?? "");
  expect(html.match(/<h2>.+?<\/h2>/g)).toEqual(["<h2>The practice</h2>", "<h2>Where this comes from</h2>"]);
  expect(html).toContain("<p><em>15 minutes, on your own</em></p>");
  expect(html).toContain('<a href="https://doi.org/10.1177/0146167212445599" rel="noopener noreferrer">');
  expect(html.match(/<li>/g)).toHaveLength(7 + 3);
});

test("all of it fits where a facilitator's own text does", () => {
  for (const starter of starters) {
    const { title, text } = asMaterial(starter);
    expect(title.length).toBeLessThanOrEqual(160);
    expect(text.length).toBeLessThanOrEqual(20_000);
  }
});
