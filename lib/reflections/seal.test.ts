import { expect, test } from "vitest";
import { seal, unseal } from "./seal.ts";

const belongs = { id: crypto.randomUUID(), personId: crypto.randomUUID() };
const text = "Heute fiel mir auf, wie müde ich war. 🌿";

test("what is sealed opens for its row and person, and for no other", () => {
  const sealed = seal(text, belongs);
  expect(unseal(sealed, belongs)).toBe(text);
  expect(unseal(sealed, { ...belongs, id: crypto.randomUUID() })).toBe(null);
  expect(unseal(sealed, { ...belongs, personId: crypto.randomUUID() })).toBe(null);
});

test("the same words are sealed differently each time, and none of them can be read", () => {
  const [one, other] = [seal(text, belongs), seal(text, belongs)];
  expect(one.equals(other)).toBe(false);
  expect(one.includes("müde")).toBe(false);
  expect(one.length).toBe(1 + 12 + Buffer.byteLength(text) + 16);
});

test("a changed, a cut and a foreign one is no text", () => {
  const sealed = seal(text, belongs);
  for (const place of [0, 1, 13, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(unseal(changed, belongs)).toBe(null);
  }
  for (const length of [0, 1, 28, sealed.length - 1])
    expect(unseal(sealed.subarray(0, length), belongs)).toBe(null);
});
