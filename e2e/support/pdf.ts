import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a PDF says, read by another program than the one that wrote it. */
export async function textOfPdf(file: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(file), useSystemFonts: true }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join(" ");
    }),
  );
  return pages.join("\n");
}
