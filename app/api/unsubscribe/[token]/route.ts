import { chooseNewsByLink } from "#lib/people/choose-news.ts";

type Context = { params: Promise<{ token: string }> };

/** The one click of a reader's own mail program (RFC 8058). Anything else that posts here says nothing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!(await saysOneClick(request))) return new Response(null, { status: 400 });
  const { token } = await params;
  const outcome = await chooseNewsByLink({ token, how: "one-click" }, false);
  return new Response(null, { status: outcome.ok ? 200 : 404 });
}

/** For mail programs that only open the address: opening changes nothing, and the page has the button. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: { Location: `/unsubscribe/${encodeURIComponent(token)}`, "Cache-Control": "no-store" },
  });
}

async function saysOneClick(request: Request): Promise<boolean> {
  if (Number(request.headers.get("Content-Length") ?? 0) > 10_000) return false;
  const form = await request.formData().catch(() => null);
  return form?.get("List-Unsubscribe") === "One-Click";
}
