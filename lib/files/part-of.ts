/** The one range of bytes that a player asks for, cut out of a whole that is at hand (RFC 9110, section 14). */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  const [asked, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/i.exec(range ?? "") ?? [];
  if (!asked || first + last === "" || (first !== "" && last !== "" && Number(first) > Number(last)))
    return whole;
  const bytes = await whole.blob();
  const end = bytes.size - 1;
  const from = first === "" ? Math.max(0, bytes.size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? end : Math.min(Number(last), end);
  if (from > to)
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${bytes.size}` } });
  const headers = new Headers(whole.headers);
  headers.set("Content-Range", `bytes ${from}-${to}/${bytes.size}`);
  headers.set("Content-Length", String(to - from + 1));
  return new Response(bytes.slice(from, to + 1, bytes.type), { status: 206, headers });
}
