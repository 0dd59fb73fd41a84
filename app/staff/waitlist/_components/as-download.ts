/** A spreadsheet as a file to keep, sent while it is read. */
export function asDownload({ name, csv }: { name: string; csv: AsyncGenerator<string> }): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await csv.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void csv.return(undefined),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="waitlist.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
