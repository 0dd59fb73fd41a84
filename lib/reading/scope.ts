/** A stretch of text with where it begins in the whole. */
export type Stretch = { words: string; start: number };

/** The same text for rules to read: small letters, straight apostrophes, single line; every letter stays in its place. */
export function even(text: string): string {
  const small = text.toLowerCase();
  return (small.length === text.length ? small : letterByLetter(text))
    .replaceAll(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replaceAll(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replaceAll(/[\u2010-\u2015]/g, "-")
    .replaceAll("\t", " ");
}

/** A few letters become two when they are made small: those stay as they are. */
function letterByLetter(text: string): string {
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join("");
}

/** Sentences of a text made even; a blank line ends one, a line's end doesn't. */
export function sentences(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !endsAt(text, at)) continue;
    const words = text.slice(start, at + 1);
    if (words.trim()) found.push({ words: words.replaceAll("\n", " "), start });
    start = at + 1;
    if (found.length >= mostSentences) break;
  }
  return found;
}

const mostSentences = 400;

function endsAt(text: string, at: number): boolean {
  const letter = text[at] ?? "";
  if (letter === "\n")
    return (
      text[at + 1] === "\n" ||
      /^\s{0,3}[-*•\d]/.test(text.slice(at + 1, at + 6)) ||
      at - text.lastIndexOf("\n", at - 1) < 45
    );
  if (letter === "!" || letter === "?" || letter === "¿") return true;
  if (letter !== "." || !/[\s]/.test(text[at + 1] ?? " ")) return false;
  return !/(?:^|\s)(?:dr|mr|mrs|ms|mx|st|prof|p\.?s|e\.g|i\.e|a\.m|p\.m|\p{L})$/u.test(
    text.slice(Math.max(0, at - 6), at),
  );
}

/** Whether what stands at `at` is denied by what comes before it in its clause ("she won't be …"). */
export function isDenied(sentence: string, at: number): boolean {
  const before = clauseBefore(sentence, at);
  return (
    denials.test(before) &&
    !/\b(?:can't wait|why not|not only|no problem|if not|don't hesitate|whether or not|not sure (?:if|whether))\b/.test(
      before,
    )
  );
}

/** Whether it is only supposed ("if we join", "before I sign up", "whether to enrol"). */
export function isSupposed(sentence: string, at: number): boolean {
  const before = clauseBefore(sentence, at);
  return suppositions.test(before) && !polite.test(before);
}

function clauseBefore(sentence: string, at: number): string {
  const before = sentence.slice(Math.max(0, at - 70), at);
  const parts = before.split(/[,;:()]| but | mais | pero | aber | and (?:i|we)(?:'d|'ll| would| want)/);
  return parts.at(-1) ?? "";
}

/** "If" and "whether" that only ask kindly. */
const polite =
  /\b(?:grateful|appreciated?|happy|glad|love it|nice|great|wonderful|lovely|wondering|wonder|asking|ask|hoping|see|know|all right|alright|okay|ok|possible|mind|acceptable|too odd|welcome|like to know|curious|obliged|thankful|thrilled|delighted|fine) (?:it )?(?:very much )?(?:if|whether|to know if)\b|\bif (?:so|yes|not|possible|i may|you could|you can|you would|you have|there is|there's|there are|it's not|it is not|its not|that's|it isn't|not)\b|\bwhen (?:can|could) (?:i|we)\b|\bsi (?:es posible|possible|vous avez|tienen|hay)\b/u;

const denials =
  /\b(?:not|never|no longer|no (?:point|use|sense|need)|cannot|without|nobody|neither|isn't|aren't|won't|shan't|wouldn't|don't|doesn't|didn't|can't|couldn't|haven't|hasn't|wasn't|isnt|wont|dont|doesnt|cant|instead of|rather than|ne|pas|n'est|n'ai|sans|nunca|tampoco|nicht|kein|keine|não)\b|(?:^|\s)no (?=quier|pued|voy|va|podr|vamos|es\b|me|nos)/u;
const suppositions =
  /\b(?:if|before|whether|unless|in case|suppose|thinking (?:of|about)|considering|might(?! (?:there|i|we|he|she|they|you|dr|\p{L}+ and i)\b)|maybe|what happens when|how (?:much|long)|would i be|would we be|deciding|when (?:i|we|you|one|people|someone)|si|avant de|avant que|antes de|bevor|ob)\b/u;
