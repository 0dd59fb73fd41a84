import {
  attributions,
  closings,
  contactLine,
  forwardMarks,
  fromLabel,
  headerLabel,
  noticeBegins,
  sentFrom,
} from "./words/letters.ts";
import { credentials } from "./words/titles.ts";

/** A message's own words, and what it passes on. */
export type Letter = {
  /** What is new in it. */
  text: string;
  /** The letter that it forwards, if it does. */
  forwarded: { from: string; text: string } | null;
  /** What was cut away below the typed name: it may spell a name in full. */
  below: string;
  /** What it answers. */
  quoted: string;
};

// Long enough for any letter: what follows is not read.
const longest = 100_000;

/** What is new in a message: without the mail that it quotes, and without signature, contact lines and notices. */
export function newText(whole: string, subject = "", senderName = ""): Letter {
  const lines = tidy(whole.slice(0, longest)).split("\n");
  const isForward = /^\s*(?:fwd?|tr|rv|wg|enc|i)\s?:/iu.test(subject);
  const cut = cutBelow(lines, isForward);
  const { kept, quoted } = withoutQuotes(cut.above);
  const { text, below } = withoutSignature(kept, senderName);
  const forwarded = cut.forwards ? forwardedLetter(cut.below) : null;
  return {
    text: text || (forwarded?.text ?? ""),
    forwarded: text ? forwarded : forwarded && { ...forwarded },
    below,
    quoted: [...quoted, ...(cut.forwards ? [] : cut.below)].join("\n"),
  };
}

function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u00a0\u2007\u202f]/g, " ")
    .replaceAll(/[\u200b\u200c\u200e\u200f\u2060\ufeff\ufffc]/g, "");
}

/** Splits where an older letter begins without quote marks: a program's rule, or the block of its headers. */
function cutBelow(
  lines: string[],
  isForward: boolean,
): { above: string[]; below: string[]; forwards: boolean } {
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trim();
    if (/^reporting-mta: /i.test(line))
      return { above: lines.slice(0, at), below: lines.slice(at), forwards: false };
    if (forwardMarks.some((mark) => mark.test(line)))
      return { above: lines.slice(0, at), below: lines.slice(at + 1), forwards: true };
    if (
      /^-{2,20} ?(?:original message|message d'origine|mensaje original|ursprüngliche nachricht|mensagem original|messaggio originale|oprindelig besked|opprinnelig melding|ursprungligt meddelande|oorspronkelijk bericht) ?-{2,20}$/iu.test(
        line,
      )
    )
      return { above: lines.slice(0, at), below: lines.slice(at + 1), forwards: isForward };
    if (isHeaderBlock(lines, at)) {
      const rule = /^[_-]{5,}$/.test((lines[at - 1] ?? "").trim()) ? 1 : 0;
      return { above: lines.slice(0, at - rule), below: lines.slice(at), forwards: isForward };
    }
  }
  return { above: lines, below: [], forwards: false };
}

/** Three lines or more among the next six that are labelled as an older letter's headers are. */
function isHeaderBlock(lines: string[], at: number): boolean {
  if (!headerLabel.test(lines[at] ?? "")) return false;
  const labels = lines.slice(at, at + 7).filter((line) => headerLabel.test(line));
  return labels.length >= 3 && labels.some((line) => fromLabel.test(line));
}

function forwardedLetter(marked: string[]): { from: string; text: string } {
  const lines = marked.map((line) => line.replace(/^> ?/, ""));
  const first = lines.findIndex((line) => headerLabel.test(line));
  if (first === -1 || first > 3) return { from: "", text: bare(lines) };
  let end = first;
  while (end < lines.length && (lines[end] ?? "").trim() !== "") end += 1;
  const from = lines.slice(first, end).find((line) => fromLabel.test(line)) ?? "";
  return { from: from.replace(/^[^:]{0,12}:\W{0,3}/u, ""), text: bare(lines.slice(end)) };
}

function bare(lines: string[]): string {
  const cut = cutBelow(lines, false);
  return withoutSignature(withoutQuotes(cut.above).kept, "").text;
}

function withoutQuotes(lines: string[]): { kept: string[]; quoted: string[] } {
  const kept: string[] = [];
  const quoted: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (/^\s{0,3}>/.test(line)) {
      quoted.push(line.replace(/^[\s>]+/, ""));
      continue;
    }
    const length = attributionAt(lines, at);
    if (!length) {
      kept.push(line);
      continue;
    }
    let next = at + length;
    while (next < lines.length && (lines[next] ?? "").trim() === "") next += 1;
    if (/^\s{0,3}>/.test(lines[next] ?? "")) {
      at = next - 1;
      continue;
    }
    // Quoted without marks: nothing below can be told from it.
    quoted.push(...lines.slice(next));
    break;
  }
  return { kept, quoted };
}

/** How many lines an attribution takes that begins here ("On Tuesday … wrote:"), or 0. */
function attributionAt(lines: string[], at: number): number {
  for (let length = 1; length <= 4; length += 1) {
    if ((lines[at + length - 1] ?? "").trim() === "") return 0;
    const words = lines
      .slice(at, at + length)
      .join(" ")
      .trim();
    if (words.length > 300) return 0;
    if (attributions.some((pattern) => pattern.test(words))) return length;
  }
  return 0;
}

function withoutSignature(given: string[], senderName: string): { text: string; below: string } {
  let lines = given.filter((line) => !sentFrom.some((pattern) => pattern.test(line.trim())));
  const below: string[] = [];
  const cut = (at: number) => {
    below.unshift(...lines.slice(at));
    lines = lines.slice(0, at);
    while (lines.length > 0 && (lines.at(-1) ?? "").trim() === "") lines.pop();
  };
  const dashes = lines.findIndex(
    (line, at) => /^(?:-- ?|—|__+|-{5,}|={5,}|\*{5,})$/.test(line.trimEnd()) && at > 0,
  );
  if (dashes > 0 && lines.slice(0, dashes).some((line) => line.trim())) cut(dashes);
  const notice = lines.findIndex((line) => noticeBegins.test(line.trim()));
  if (notice > 0) cut(notice);
  cut(lines.length);
  const name = typedName(lines, senderName);
  if (name !== -1) {
    const tail = lines.slice(name + 1).filter((line) => line.trim());
    if (isCard(tail, lines[name] ?? "", senderName)) cut(name + 1);
  }
  // A line that the one before it leads up to is part of a sentence.
  while (
    lines.length > 1 &&
    isBareContact(lines.at(-1) ?? "") &&
    !isOthers(lines.at(-1) ?? "", senderName) &&
    !((name === -1 || name === lines.length - 1) && isTitledName(lines.at(-1) ?? "", senderName)) &&
    !/[,:;(]\s*$/u.test(lines.at(-2) ?? "")
  )
    cut(lines.length - 1);
  return { text: lines.join("\n").trim(), below: below.join("\n") };
}

/** Whether these lines are what somebody has printed below their letters: with a number or an address, or their name again. */
function isCard(tail: string[], typed: string, senderName: string): boolean {
  const first = nameWordsOf(senderName);
  if (isOthers(tail[0] ?? "", senderName)) return false;
  const again = nameWordsOf(tail[0] ?? "").some(
    (word) => first.includes(word) || nameWordsOf(typed).includes(word),
  );
  return (
    (tail.some((line) => contactLine.test(line)) ||
      (again && (tail.length > 1 || credentials.test(tail[0] ?? "")) && !closings.test(typed.trim()))) &&
    tail.every(
      (line) =>
        line.trim().length < 110 &&
        !closings.test(line.trim()) &&
        !/\b(?:i|we|i'm|we're|me|us|je|nous|yo)\b.{6,}[.!?]$/iu.test(line.trim()) &&
        !/^p\.? ?s\b/iu.test(line.trim()),
    )
  );
}

/** "Celia Aldridge (celia@…)" or "Lance (and Celia, celia@…)" below Lance's letter tells of somebody, it is not his card. */
function isOthers(line: string, senderName: string): boolean {
  const other =
    /^\W{0,3}(\p{Lu}[\p{L}'-]+) \p{Lu}[\p{L}' -]+\W{1,4}\S+@\S+/u.exec(line)?.[1] ??
    /(?:\band|&|\bet|\by|\bplus) (\p{Lu}[\p{L}'-]+)[^@]{0,24}[\s,(<]\S+@\S+/u.exec(line)?.[1];
  return !!other && !nameWordsOf(senderName).includes(other.toLowerCase());
}

/** "Paloma Irigoyen, RP": a typed name, with the letters that it has. */
function isTitledName(line: string, senderName: string): boolean {
  const [first = ""] = nameWordsOf(line);
  return nameWordsOf(senderName).includes(first) && credentials.test(line) && !/[\d@|]|www\./u.test(line);
}

function nameWordsOf(words: string): string[] {
  return words
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word.length > 1);
}

function isBareContact(line: string): boolean {
  const words = line.trim();
  if (words === "") return true;
  if (words.length > 80 || !contactLine.test(words) || /\bsaid: ?[45]\d\d|\b[45]\.\d\.\d\b/.test(words))
    return false;
  if (/\b(?:i|me|my|we|us|he|she|him|her|please|call|yo|je|moi)\b/iu.test(words)) return false;
  // A sentence that has an address in it is no card.
  return !/[.!?]\s+(?:\S+\s+){2,}\S+[.!?]$/u.test(words);
}

/** The line on which the writer's name stands below the letter, or -1. */
function typedName(lines: string[], senderName: string): number {
  const last = Math.max(0, lines.length - 16);
  const first = nameWordsOf(senderName);
  for (let at = last; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trim();
    if (line === "" || line.length > 60) continue;
    if (closings.test(line)) {
      let next = at + 1;
      while (next < lines.length && (lines[next] ?? "").trim() === "") next += 1;
      return next < lines.length && (lines[next] ?? "").trim().length <= 50 ? next : at;
    }
    const words = line
      .toLowerCase()
      .replaceAll(/[^\p{L}\s'-]/gu, " ")
      .trim()
      .split(/\s+/);
    if (
      at > 0 &&
      words.length <= 4 &&
      words.some((word) => first.includes(word)) &&
      words.filter((word) => !first.includes(word)).length <= 1 &&
      !/[?:]$|^(?:\d{1,2}[.)]|[-*•]|[\p{L} ]{2,20}:)\s/u.test(line) &&
      !/^(?:hi|hello|dear|bonjour|hola)\b/iu.test(line) &&
      !lines.slice(at + 1).some((after) => closings.test(after.trim()))
    )
      return at;
  }
  return -1;
}
