import { join } from "node:path";
import PDFDocument from "pdfkit";
import { settings } from "#lib/config/settings.ts";

const files = join(process.cwd(), "node_modules/@fontsource-variable");

/** Our two families; letters that the first file has not come from the second. */
const families = {
  serif: [
    "newsreader/files/newsreader-latin-opsz-normal.woff2",
    "newsreader/files/newsreader-latin-ext-opsz-normal.woff2",
  ],
  sans: [
    "figtree/files/figtree-latin-wght-normal.woff2",
    "figtree/files/figtree-latin-ext-wght-normal.woff2",
  ],
} as const;

export type Family = keyof typeof families;

export const ink = { text: "#15302a", soft: "#4f655f", pine: "#1e5c4d", band: "#b7d8ca", line: "#d9e2dd" };

/** Draws a PDF on the paper of the clinic's country. */
export function drawPdf(
  { title, landscape = false }: { title: string; landscape?: boolean },
  draw: (doc: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const letter = /^(US|CA|MX)\b/.test(settings().CLINIC_REGION);
  const doc = new PDFDocument({
    size: letter ? "LETTER" : "A4",
    layout: landscape ? "landscape" : "portrait",
    margin: 54,
    autoFirstPage: false,
    lang: "en",
    info: { Title: title, Author: settings().CLINIC_NAME },
  });
  for (const [family, [latin, more]] of Object.entries(families)) {
    doc.registerFont(family, join(files, latin));
    doc.registerFont(`${family} more`, join(files, more));
  }
  const parts: Buffer[] = [];
  const made = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (part) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
  });
  draw(doc);
  doc.end();
  return made;
}

type Where = { y: number; size: number; family?: Family; color?: string } & (
  | { x: number }
  | { center: number }
);

/** Writes one line of text. Returns how wide it is. */
export function write(doc: PDFKit.PDFDocument, text: string, where: Where): number {
  const { y, size, family = "sans", color = ink.text } = where;
  const runs = runsOf(doc, text, family);
  doc.fontSize(size);
  const widths = runs.map(({ font, text }) => doc.font(font).widthOfString(text));
  const width = widths.reduce((sum, one) => sum + one, 0);
  let x = "x" in where ? where.x : where.center - width / 2;
  doc.fillColor(color);
  for (const [index, { font, text }] of runs.entries()) {
    use(doc, font);
    doc.text(text, x, y, { lineBreak: false });
    x += widths[index] ?? 0;
  }
  return width;
}

/** The largest size, up to the one wished for, in which a text is no wider than there is room. */
export function sizeFor(doc: PDFKit.PDFDocument, text: string, wished: number, family: Family, room: number) {
  use(doc, family);
  doc.fontSize(wished);
  return Math.min(wished, (wished * room) / doc.widthOfString(text));
}

function runsOf(doc: PDFKit.PDFDocument, text: string, family: Family) {
  const { font } = use(doc, family);
  const runs: { font: string; text: string }[] = [];
  for (const letter of text.normalize("NFC")) {
    const name = font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? family : `${family} more`;
    const last = runs.at(-1);
    if (last?.font === name) last.text += letter;
    else runs.push({ font: name, text: letter });
  }
  return runs;
}

type Outline = { commands: { command: string; args: number[] }[] };

type Subset = {
  drawn?: true;
  font: {
    getGlyph(id: number): { path: Outline; advanceWidth: number; _getMetrics(): { leftBearing: number } };
  };
  glyf: Buffer[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
};

type Embedded = {
  font: {
    characterSet: number[];
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): unknown;
  };
  subset: Subset;
};

/**
 * Chooses a font. fontkit takes the shapes of letters out of a file as they are stored there, which in a WOFF2 file is
 * not how a PDF has them: a letter with an accent fails. Each is written from its outline instead. And it forgets what
 * a letter means when it first meets it as a part of another, so it meets each by itself before.
 */
function use(doc: PDFKit.PDFDocument, name: string): Embedded {
  doc.font(name);
  const embedded = (doc as unknown as { _font: Embedded })._font;
  const { subset } = embedded;
  if (subset.drawn) return embedded;
  subset.drawn = true;
  for (const code of embedded.font.characterSet) embedded.font.glyphForCodePoint(code);
  subset._addGlyph = function addGlyph(id) {
    const glyph = this.font.getGlyph(id);
    const shape = shapeOf(glyph.path);
    this.glyf.push(shape);
    this.loca.offsets.push(this.offset);
    this.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing });
    this.offset += shape.length;
    return this.glyf.length - 1;
  };
  return embedded;
}

/** An outline as TrueType's table "glyf" has it, in its plainest form. */
function shapeOf({ commands }: Outline): Buffer {
  const points: { x: number; y: number; on: boolean }[] = [];
  const ends: number[] = [];
  const end = () => points.length > 0 && ends.at(-1) !== points.length - 1 && ends.push(points.length - 1);
  for (const { command, args } of commands) {
    if (command === "moveTo") end();
    for (let index = 0; index < args.length; index += 2) {
      const on = index + 2 === args.length;
      points.push({ x: Math.round(args[index] ?? 0), y: Math.round(args[index + 1] ?? 0), on });
    }
  }
  end();
  if (points.length === 0) return Buffer.alloc(0);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const words = [ends.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0];
  const steps = [...differences(xs), ...differences(ys)];
  const size = 2 * words.length + points.length + 2 * steps.length;
  const shape = Buffer.alloc(Math.ceil(size / 4) * 4);
  let at = 0;
  for (const word of words) at = shape.writeInt16BE(word, at);
  for (const { on } of points) at = shape.writeUInt8(on ? 1 : 0, at);
  for (const step of steps) at = shape.writeInt16BE(step, at);
  return shape;
}

function differences(values: number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}
