import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { materialSchema } from "./schema.ts";

test("a recording or a handout sent without its file says so, beside what else is missing", () => {
  const form = new FormData();
  form.set("sessionId", crypto.randomUUID());
  form.set("release", "afterSession");
  form.set("title", "");
  // What a browser sends for a file field that was left empty.
  form.set("upload", new File([], ""));
  form.set("kind", "recording");
  expect(parseWithZod(form, { schema: materialSchema }).reply().error).toEqual({
    title: ["Please give it a title."],
    upload: ["Please choose an audio file."],
  });
  form.set("kind", "handout");
  form.set("title", "What to remember");
  expect(parseWithZod(form, { schema: materialSchema }).reply().error).toEqual({
    upload: ["Please choose a PDF file."],
  });
});
