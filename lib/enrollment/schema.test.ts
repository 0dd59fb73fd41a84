import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPartnerSchema, enrollSchema } from "./schema.ts";

const cohortId = "0198c0de-0000-7000-8000-000000000001";
const formToken = "0198c0de-0000-4000-8000-000000000002";

/** The form as a browser sends it: every field is there, filled in or not. */
function sent(fields: Record<string, string>) {
  const form = new FormData();
  const blank = Object.fromEntries(
    [0, 1, 2, 3].flatMap((index) => ["name", "email"].map((part) => [`others[${index}].${part}`, ""])),
  );
  for (const [name, value] of Object.entries({
    ...blank,
    cohortId,
    formToken,
    name: "Ana",
    email: "ana@example.org",
    ...fields,
  })) {
    form.append(name, value);
  }
  return parseWithZod(form, { schema: enrollSchema });
}

function people(fields: Record<string, string>) {
  const submission = sent(fields);
  return submission.status === "success" ? submission.value.people : submission.error;
}

const ana = { name: "Ana", email: "ana@example.org" };
const noor = { "others[0].name": "Noor", "others[0].email": "noor@example.org" };

describe("who is coming", () => {
  test("just me: what else was typed is left out", () => {
    expect(people({ company: "alone", ...noor })).toEqual([ana]);
  });

  test("me and my partner, with their own address or sharing mine", () => {
    expect(people({ company: "partner", ...noor })).toEqual([
      ana,
      { name: "Noor", email: "noor@example.org" },
    ]);
    expect(people({ company: "partner", "others[0].name": " Noor ", "others[0].shares": "on" })).toEqual([
      ana,
      { name: "Noor", email: "ana@example.org" },
    ]);
  });

  test("me and my partners: two at least, and whoever else is written down", () => {
    const third = { "others[3].name": "Lio", "others[3].shares": "on" };
    expect(
      people({
        company: "partners",
        ...noor,
        "others[1].name": "Mika",
        "others[1].email": "mika@example.org",
        ...third,
      }),
    ).toEqual([
      ana,
      { name: "Noor", email: "noor@example.org" },
      { name: "Mika", email: "mika@example.org" },
      { name: "Lio", email: "ana@example.org" },
    ]);
  });

  test("what is missing is said beside its own field", () => {
    expect(people({ company: "partner" })).toEqual({
      "others[0].name": ["Please write their name."],
      "others[0].email": ["Please write their e-mail address, or tick that they share yours."],
    });
    expect(
      people({
        company: "partners",
        ...noor,
        "others[1].name": "Mika",
        "others[1].email": "mika@",
        "others[2].email": "x@example.org",
      }),
    ).toEqual({
      "others[1].email": ["Please write an e-mail address such as ana@example.org."],
      "others[2].name": ["Please write their name."],
    });
    expect(people({ name: " ", email: "", company: "" })).toEqual({
      company: ["Please choose who is coming."],
      name: ["Please write your name."],
      email: ["Please write your e-mail address."],
    });
  });

  test("everything that is missing is said at once, of oneself and of whoever else comes", () => {
    expect(people({ name: "", email: "ana@", company: "partners", "others[1].shares": "on" })).toEqual({
      name: ["Please write your name."],
      email: ["Please write an e-mail address such as ana@example.org."],
      "others[0].name": ["Please write their name."],
      "others[0].email": ["Please write their e-mail address, or tick that they share yours."],
      "others[1].name": ["Please write their name."],
    });
  });

  test("who is added later needs a name and an address, and both are asked for at once", () => {
    const complaints = (fields: object) =>
      addPartnerSchema.safeParse(fields).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(complaints({})).toEqual([
      ["name", "Please write their name."],
      ["email", "Please write their e-mail address, or tick that they share yours."],
    ]);
    expect(complaints({ shares: true })).toEqual([["name", "Please write their name."]]);
    expect(addPartnerSchema.parse({ name: "Noor", email: "x", shares: true }).email).toBeNull();
  });

  test("partners who were never written down are not forgotten by a form without their fields", () => {
    expect(enrollSchema.safeParse({ cohortId, formToken, ...ana, company: "partners" }).success).toBe(false);
  });
});

test("whatever is typed, everyone who comes has a name and an address, and nobody comes unasked", () => {
  const text = fc.oneof(
    fc.constant(""),
    fc.constant("Noor"),
    fc.constant("noor@example.org"),
    fc.string({ maxLength: 140 }),
  );
  const form = fc.record({
    company: fc.constantFrom("alone", "partner", "partners"),
    ...Object.fromEntries(
      [0, 1, 2, 3].flatMap((index) => [
        [`others[${index}].name`, text],
        [`others[${index}].email`, text],
      ]),
    ),
  });
  fc.assert(
    fc.property(form, (fields) => {
      const submission = sent(fields as Record<string, string>);
      if (submission.status !== "success") return;
      const { people } = submission.value;
      const most = { alone: 1, partner: 2, partners: 5 }[fields.company];
      const least = { alone: 1, partner: 2, partners: 3 }[fields.company];
      expect(people[0]).toEqual(ana);
      expect(people.length).toBeGreaterThanOrEqual(least);
      expect(people.length).toBeLessThanOrEqual(most);
      for (const { name, email } of people) {
        expect(name.trim()).toBe(name);
        expect(name.length).toBeGreaterThan(0);
        expect(email).toMatch(/^\S+@\S+\.\S+$/);
      }
    }),
    { numRuns: 300 },
  );
});
