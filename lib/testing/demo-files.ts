import { aWav } from "./wav.ts";

/** A recording of twelve seconds. */
export function aRecording(title: string): File {
  return new File([aWav(12)], `${fileName(title)}.wav`, { type: "audio/wav" });
}

/** A handout of one page, as a PDF file. */
export function aHandout(title: string): File {
  const words = title.replaceAll(/[^\x20-\x7e]|[()\\]/g, " ");
  const content = `BT /F1 24 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
  ];
  let pdf = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  pdf += `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return new File([pdf], `${fileName(title)}.pdf`, { type: "application/pdf" });
}

function fileName(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}
