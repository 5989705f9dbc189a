import { getDocument, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A character as it is drawn: where it begins, and how wide it is; in pt. */
export interface DrawnGlyph {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly size: number;
  /** the font's name in the file, without what tells its parts apart */
  readonly font: string;
}

/** What is drawn on one baseline of a page, from left to right. */
export interface DrawnLine {
  readonly page: number;
  /** of the baseline, in pt from the top of the page */
  readonly y: number;
  readonly glyphs: readonly DrawnGlyph[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/**
 * The lines of a finished PDF in the order in which they are drawn, with every glyph in its place; up to the
 * first page that is not `wanted`.
 */
export async function drawnLines(
  bytes: Uint8Array,
  wanted: (page: PDFPageProxy) => boolean = () => true,
): Promise<readonly DrawnLine[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  try {
    const lines: DrawnLine[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      if (!wanted(page)) break;
      lines.push(...(await linesOn(page)));
    }
    return lines;
  } finally {
    await loading.destroy();
  }
}

type Shown = { readonly unicode: string; readonly width: number } | number;

async function linesOn(page: PDFPageProxy): Promise<readonly DrawnLine[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rows = new Map<number, DrawnGlyph[]>();
  let [size, spacing, x, y]: [number, number, number, number] = [0, 0, 0, 0];
  let font = "";
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.setFont) {
      size = args[1];
      font = nameOf(page.commonObjs.get(args[0]));
    }
    if (operator === OPS.restore) spacing = 0;
    if (operator === OPS.setCharSpacing) spacing = args[0];
    if (operator === OPS.setTextMatrix) [x, y] = [args[0][4], args[0][5]];
    if (operator !== OPS.showText) continue;
    for (const shown of args[0] as readonly Shown[]) {
      const advance = ((typeof shown === "number" ? -shown : shown.width) * size) / 1000;
      if (typeof shown !== "number") {
        const row = rows.get(y) ?? [];
        row.push({ text: shown.unicode, x, width: advance, size, font });
        rows.set(y, row);
        x += spacing;
      }
      x += advance;
    }
  }
  return [...rows].map(([y, glyphs]) => ({
    page: page.pageNumber,
    y,
    glyphs,
    text: glyphs.map((each) => each.text).join(""),
    left: Math.min(...glyphs.map((each) => each.x)),
    right: Math.max(...glyphs.map((each) => each.x + each.width)),
  }));
}

function nameOf({ name }: { readonly name: string }): string {
  return name.replace(/^[A-Z]{6}\+/, "");
}
