import EmailReplyParser from "email-reply-parser";

// Long enough for any letter; what parses replies takes its time on more.
const longest = 100_000;

/** What is new in a message: without the mail that it quotes, and without the signature. */
export function newText(text: string): string {
  return new EmailReplyParser().parseReply(text.slice(0, longest)).trim();
}
