import { describe, expect, test } from "vitest";
import { markdownHtml } from "./markdown.ts";

/** The names of all tags in a text as shown. */
const tags = (text: string) => [...markdownHtml(text).matchAll(/<([^\s/>]+)/g)].map(([, tag]) => tag);

describe("a text in Markdown", () => {
  test("is shown as paragraphs, steps and quotations", () => {
    expect(markdownHtml("One *word*, **two**.\n\n1. First\n2. Then\n\n> Said.")).toBe(
      "<p>One <em>word</em>, <strong>two</strong>.</p>\n<ol>\n<li>First</li>\n<li>Then</li>\n</ol>\n<blockquote>\n<p>Said.</p>\n</blockquote>",
    );
  });

  test("begins its headings below the page's own, and leaves out no level", () => {
    expect(tags("# One\n## Two\n# Three")).toEqual(["h2", "h3", "h2"]);
    expect(tags("## One\n## Two")).toEqual(["h2", "h2"]);
    expect(tags("# One\n\n###### Two")).toEqual(["h2", "h3"]);
    expect(tags("#### One\n\n# Two")).toEqual(["h2", "h2"]);
    expect(tags("# a\n## b\n### c\n#### d\n##### e\n###### f")).toEqual(["h2", "h3", "h4", "h5", "h6", "h6"]);
  });

  test("leads to web pages and mailboxes, telling them nothing", () => {
    const rel = 'rel="noopener noreferrer"';
    expect(markdownHtml("[a book](https://example.org/book)")).toBe(
      `<p><a href="https://example.org/book" ${rel}>a book</a></p>`,
    );
    expect(markdownHtml("<sam@example.org>")).toContain(`<a href="mailto:sam@example.org" ${rel}>`);
  });
});

describe("a hostile text", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src='https://example.org'></iframe>",
    '<form action="https://example.org"><input name="password"></form>',
    "<a href='javascript:alert(1)'>here</a>",
    "<style>body{display:none}</style>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "text <b onmouseover=alert(1)>here</b>",
    "<!--><script>alert(1)</script>-->",
  ])("shows HTML as the words that it is: %s", (text) => {
    expect(new Set(tags(text)).difference(new Set(["p"]))).toEqual(new Set());
    expect(markdownHtml(text)).toContain("&lt;");
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "java&#10;script:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:alert(1)",
    "file:///etc/passwd",
    "//example.org",
    "/\\example.org",
    "/staff",
    "",
  ])("has no link to %s", (address) => {
    for (const text of [`[here](<${address}>)`, `[here][x]\n\n[x]: <${address}>`])
      expect(markdownHtml(text)).not.toMatch(/<a|href/);
    expect(markdownHtml(`[here](<${address}>)`)).toBe("<p>here</p>");
  });

  test("loads no picture, from anywhere", () => {
    for (const text of [
      "![x](https://example.org/x.png)",
      "![x](data:image/png;base64,AAAA)",
      "![x](/logo.png)",
    ])
      expect(tags(text)).toEqual(["p"]);
  });

  test("adds nothing to an element but an address", () => {
    const html = markdownHtml('[a](https://example.org/"onclick="x" "title")\n\n```js onload=x\ncode\n```');
    expect(html).not.toMatch(/ (on\w+|title|class|style|id)="/);
  });

  test.each(["> ", "[", "*a ", "- ", "![](", "`", "_*", "*_a", "1. ", "<a "])(
    "is shown soon, however often it repeats %s",
    (piece) => {
      const text = piece.repeat(10_000 / piece.length);
      const before = performance.now();
      const html = markdownHtml(text);
      expect(performance.now() - before).toBeLessThan(5_000);
      expect(html.match(/<blockquote>/g)?.length ?? 0).toBeLessThan(30);
    },
  );
});
