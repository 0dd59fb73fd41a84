import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { attachSchema, changeRuleSchema } from "./schema.ts";

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const session = { sessionId: crypto.randomUUID(), rule: "afterSession" };
const complaints = (fields: Record<string, string | File>) =>
  parseWithZod(formOf({ ...session, ...fields }), { schema: attachSchema }).reply().error;

test("a recording or a handout sent without its file says so, beside what else is missing", () => {
  // What a browser sends for a file field that was left empty.
  const upload = new File([], "");
  expect(complaints({ kind: "recording", title: "", upload })).toEqual({
    title: ["Please give it a title."],
    upload: ["Please choose an audio or video file."],
  });
  expect(complaints({ kind: "handout", title: "What to remember", upload })).toEqual({
    upload: ["Please choose a PDF file."],
  });
});

test("a link is an address of the web, and nothing that a browser would run", () => {
  const of = (url: string) => complaints({ kind: "link", title: "A talk", url });
  expect(of("https://example.org/talk")).toBe(undefined);
  for (const url of ["javascript:alert(1)", "file:///etc/passwd", "a talk", ""])
    expect(of(url)).toEqual({ url: ["Please write an address such as https://example.org."] });
});

test("a rule is stored in minutes, without what belongs to another choice", () => {
  const releaseId = crypto.randomUUID();
  const rule = (fields: Record<string, string>) => {
    const submission = parseWithZod(formOf({ releaseId, ...fields }), { schema: changeRuleSchema });
    return submission.status === "success" ? submission.value.rule : submission.reply().error;
  };
  const left = { offset: "2", offsetUnit: "days", missedOffset: "3", missedUnit: "hours" };
  expect(rule({ ...left, rule: "beforeSession", forMissed: "later" })).toEqual({
    rule: "beforeSession",
    offsetMinutes: 2880,
    appearsLocal: null,
    forMissed: "later",
    missedOffsetMinutes: 180,
  });
  expect(rule({ ...left, rule: "byHand", forMissed: "too", appearsOn: "2027-01-12" })).toEqual({
    rule: "byHand",
    offsetMinutes: 0,
    appearsLocal: null,
    forMissed: "too",
    missedOffsetMinutes: 0,
  });
  expect(rule({ rule: "atTime", appearsOn: "2027-01-12", appearsTime: "18:30" })).toMatchObject({
    appearsLocal: Temporal.PlainDateTime.from("2027-01-12T18:30"),
  });
  expect(rule({ rule: "atTime" })).toEqual({
    appearsOn: ["Please choose a date."],
    appearsTime: ["Please write a time such as 18:30."],
  });
  expect(rule({ rule: "afterSession", offset: "400", offsetUnit: "days" })).toEqual({
    offset: ["Please write at most a year."],
  });
});
