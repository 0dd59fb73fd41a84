import { expect, test } from "vitest";
import { markedText, senderWords, surenessOf } from "./reading-shown.ts";

const text = "My partner Noor and I would love to join.";
const mark = (finding: string, words: string) => ({
  finding,
  words,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

test("the words that a finding came from are marked where they stand", () => {
  const evidence = [mark("intent", "would love to join"), mark("people", "My partner Noor")];
  expect(markedText(text, { confidence: 0.9, evidence })).toEqual([
    { text: "My partner Noor", finding: "people" },
    { text: " and I ", finding: null },
    { text: "would love to join", finding: "intent" },
    { text: ".", finding: null },
  ]);
});

test("whatever is stored, the whole text is shown, once", () => {
  const odd = [
    null,
    "nonsense",
    { evidence: "none" },
    { evidence: [{ finding: "moon", start: 0, end: 2 }, null, mark("people", "Noor")] },
    {
      evidence: [
        mark("people", "partner Noor"),
        mark("seats", "Noor and I"),
        mark("seats", "My partner Noor"),
      ],
    },
    {
      evidence: [
        { finding: "people", start: 5, end: 900 },
        { finding: "people", start: 9, end: 3 },
      ],
    },
  ];
  for (const stored of odd)
    expect(
      markedText(text, stored)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  expect(markedText(text, odd[3]).some(({ finding }) => finding === "people")).toBe(true);
});

test("how sure and who it is from are said in words, when they are known", () => {
  expect([0.9, 0.7, 0.2].map(surenessOf)).toEqual(["sure", "likely", "check"]);
  expect(senderWords({ words: "sender verified" })).toBe("sender verified");
  expect([null, {}, { words: 3 }].map(senderWords)).toEqual([null, null, null]);
});
