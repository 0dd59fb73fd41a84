/** A spreadsheet as a file to keep; a long one is sent while it is read. */
export function asDownload({ name, csv }: { name: string; csv: AsyncGenerator<string> | string }): Response {
  return new Response(typeof csv === "string" ? csv : streamOf(csv), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="list.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
      "Cache-Control": "private, no-store",
    },
  });
}

function streamOf(csv: AsyncGenerator<string>): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await csv.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void csv.return(undefined),
  });
}
