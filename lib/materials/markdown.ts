import { micromark } from "micromark";
import sanitizeHtml from "sanitize-html";

/**
 * A text in Markdown as HTML that is safe to show: micromark shows HTML in it as words, and a second fence lets
 * only plain reading matter through. Headings begin below the page's h1 and leave out no level; a link leads to a
 * web page or a mailbox, or is words; pictures are left out, because they would be fetched from elsewhere.
 */
export function markdownHtml(text: string): string {
  const before = made.get(text);
  if (before !== undefined) return before;
  const html = makeHtml(text);
  if (made.size >= 300) made.clear();
  if (text.length <= 10_000) made.set(text, html);
  return html;
}

/** Many read the same text, and to make its HTML takes as long as the rest of a participant's page. */
const made = new Map<string, string>();

function makeHtml(text: string): string {
  // Which of very many stars belong together takes it seconds to find out; nobody means so many.
  const stars = text.match(/[*_]/g)?.length ?? 0;
  const html = micromark(text, { extensions: stars > 2_000 ? [{ disable: { null: ["attention"] } }] : [] });
  const levels = [...new Set([...html.matchAll(/<(h[1-6])>/g)].map(([, tag]) => tag))].sort();
  let above = 1;
  const heading = (tag: string) => {
    above = Math.min(levels.indexOf(tag) + 2, above + 1, 6);
    return { tagName: `h${above}`, attribs: {} };
  };
  return sanitizeHtml(html, {
    allowedTags: [...headings, ...words],
    allowedAttributes: { a: ["href", "rel"], ol: ["start"] },
    // Deeper than anybody writes; a browser gets slow far beyond it.
    nestingLimit: 24,
    transformTags: {
      ...Object.fromEntries(["h1", ...headings].map((tag) => [tag, heading])),
      a: (tagName, { href = "" }) =>
        leadsOut.test(href)
          ? { tagName, attribs: { href, rel: "noopener noreferrer" } }
          : { tagName: "span", attribs: {} as sanitizeHtml.Attributes },
    },
  });
}

const leadsOut = /^(https?:\/\/|mailto:)/i;
const headings = ["h2", "h3", "h4", "h5", "h6"];
const words = ["p", "br", "hr", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre"];
