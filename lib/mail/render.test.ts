import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { renderSample, templates } from "./render.ts";

const clinical = /self-compassion|therap|partner|couple|msc|mindful|relationship|sex/i;

test("every template has a file of its own, and every file is a template", () => {
  const files = readdirSync(new URL("../../emails", import.meta.url)).filter((name) => !name.startsWith("_"));
  expect(files.toSorted()).toEqual(templates.map((template) => `${template}.tsx`).toSorted());
});

test.each(templates)("%s is whole in html and in text, and safe on a locked phone", async (template) => {
  const { subject, html, text } = await renderSample(template);
  const preview = /data-skip-in-text="true"[^>]*>([^<]*)/.exec(html)?.[1]?.trim() ?? "";
  expect(preview).not.toBe("");
  for (const shown of [subject, preview]) {
    expect(shown).not.toMatch(clinical);
    expect(shown).not.toMatch(/\d{3}|!/);
  }
  expect(text).toContain("If you are in crisis, call or text 9-8-8 at any hour.");
  expect(text).toContain("https://groups.clinic.example.org");
  expect(text).not.toMatch(/<|undefined|\[object/);
  expect(text).not.toContain(preview);
  expect(html).not.toMatch(/<img|<script|url\(/);
});
