import sanitizeHtml from "sanitize-html";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { layoutOf } from "#lib/reading/parse-mail.ts";
import { threadsOf } from "./policy.ts";

/**
 * A message as its sender laid it out, made safe: nothing in it runs, loads, is sent or leads anywhere. Null
 * when it has no layout of its own. Its pictures are those that came inside it. Who looked is known.
 */
export async function loadAsHtml(
  actor: Staff,
  { threadId, messageId }: { threadId: string; messageId: string },
): Promise<string | null> {
  if (!isId(threadId) || !isId(messageId)) return null;
  const message = await db.message.findFirst({
    where: { id: messageId, threadId, direction: "incoming", thread: threadsOf(actor) },
    select: { id: true },
  });
  const raw = message && (await openRaw(db, messageId));
  if (!raw) return null;
  // What can't be read is shown by its original.
  const html = await layoutOf(raw).catch(() => null);
  if (html === null) return null;
  await record(db, actor, "message.seen", messageId);
  return page(safeHtml(html));
}

const size = [/^\d{1,4}(?:px|%|em|rem|pt)?$/];
const colour = [
  /^#[0-9a-f]{3,8}$/i,
  /^rgba?\([\d\s.,%]+\)$/i,
  /^(?:black|white|gr[ae]y|red|green|blue|navy|maroon|purple|teal|orange)$/i,
];

/** Leaves the layout and the words, and nothing that could load, run, be sent or be pressed. */
export function safeHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ..."p div span br hr b strong i em u s small big sub sup blockquote pre code center font".split(" "),
      ..."h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption a img".split(" "),
    ],
    allowedAttributes: {
      "*": ["style", "align", "valign", "dir", "lang"],
      a: ["title"],
      img: ["src", "alt", "width", "height"],
      table: ["width", "border", "cellpadding", "cellspacing"],
      td: ["width", "colspan", "rowspan"],
      th: ["width", "colspan", "rowspan"],
      font: ["color", "size"],
    },
    allowedStyles: {
      "*": {
        color: colour,
        "background-color": colour,
        "font-size": size,
        "font-weight": [/^(?:bold|normal|[1-9]00)$/],
        "font-style": [/^(?:italic|normal)$/],
        "text-align": [/^(?:left|right|center|justify|start|end)$/],
        "text-decoration": [/^(?:underline|none|line-through)$/],
        padding: size,
        margin: size,
        width: size,
      },
    },
    allowedSchemes: [],
    allowedSchemesByTag: { img: ["data"] },
    allowProtocolRelative: false,
    exclusiveFilter: ({ tag, attribs }) =>
      tag === "img" && !/^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(attribs.src ?? ""),
    transformTags: {
      // Where a link would lead is written behind it, for a person to judge.
      a: (_, { href = "" }): sanitizeHtml.Tag => ({
        tagName: "a",
        attribs: /^(?:https?|mailto|tel):/i.test(href) ? { title: href.slice(0, 300) } : {},
      }),
    },
    nestingLimit: 60,
  });
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The message as it was laid out</title><style>
body { margin: 16px; background: #fff; color: #15302a; font: 16px/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; } table { max-width: 100%; }
a { text-decoration: underline; } a[title]::after { content: " (" attr(title) ")"; color: #4f655f; font-size: 0.9em; }
</style></head><body>${body}</body></html>`;
}
