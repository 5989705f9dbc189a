import { getDocument, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { HIGHLIGHT } from "../../src/render/layout/highlight.js";
import { compact } from "../seed/text.js";

/** A character of a page, and whether it lies on a coloured ground. */
export interface Glyph {
  readonly text: string;
  readonly marked: boolean;
  /** its middle, in pt from the upper left corner of the page */
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Type of a watermark is larger than any that is to be read, and that of the numbers of corrections is smaller. */
const WATERMARK_SIZE = 60;
const NUMBER_SIZE = 7.4;

/** Numbers of corrections as a page shows them, and the words on the ground that they stand at; none at a thin mark. */
export interface ReadCallout {
  readonly numbers: readonly number[];
  readonly words: string | undefined;
}

export interface ReviewPage {
  /** in order, without white space, watermark and numbers of corrections */
  readonly glyphs: readonly Glyph[];
  readonly callouts: readonly ReadCallout[];
}

/** The pages of a copy for review. */
export async function readGrounds(bytes: Uint8Array): Promise<readonly ReviewPage[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  try {
    const pages: ReviewPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await readPage(await document.getPage(number)));
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

type Shown = { readonly unicode: string; readonly width: number } | number;

/** Colours and places are set before what they are for; all coordinates run from the top of the page down. */
async function readPage(page: PDFPageProxy): Promise<ReviewPage> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const grounds: Box[] = [];
  const drawn: { readonly text: string; readonly x: number; readonly y: number }[] = [];
  const labels: { text: string; readonly left: number; right: number; readonly y: number }[] = [];
  let [colour, size, spacing, left, baseline]: [unknown, number, number, number, number] = ["", 0, 0, 0, 0];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.setFillRGBColor) colour = args[0];
    if (operator === OPS.setFont) size = args[1];
    // each run of text is drawn between these, so that its spacing ends with it
    if (operator === OPS.restore) spacing = 0;
    if (operator === OPS.setCharSpacing) spacing = args[0];
    if (operator === OPS.setTextMatrix) [left, baseline] = [args[0][4], args[0][5]];
    if (operator === OPS.constructPath && args[0] !== OPS.stroke && colour === HIGHLIGHT.toLowerCase()) {
      const [x = 0, top = 0, right = 0, bottom = 0] = args[2];
      grounds.push({ left: x, top, right, bottom });
    }
    if (operator !== OPS.showText || size > WATERMARK_SIZE) continue;
    const isNumber = size < NUMBER_SIZE;
    // what has another font goes on behind it
    const goesOn = Math.abs((labels.at(-1)?.right ?? 0) - left) < 0.1;
    if (isNumber && !goesOn) labels.push({ text: "", left, right: left, y: baseline - size * 0.38 });
    for (const shown of args[0] as readonly Shown[]) {
      const width = ((typeof shown === "number" ? -shown : shown.width) * size) / 1000;
      if (typeof shown !== "number") {
        const [label] = labels.slice(-1);
        if (isNumber && label) label.text += shown.unicode;
        else drawn.push({ text: shown.unicode, x: left + width / 2, y: baseline - size / 3 });
        left += spacing;
      }
      left += width;
    }
    const [label] = labels.slice(-1);
    if (isNumber && label) label.right = left;
  }
  const glyphs = drawn
    .filter(({ text }) => compact(text) !== "")
    .map(({ text, x, y }) => ({ text, x, y, marked: grounds.some((ground) => holds(ground, x, y)) }));
  return { glyphs, callouts: labels.map((label) => readCallout(label, grounds, glyphs)) };
}

/** How far the middle of a number may be from the upper edge of its ground, and its beginning from the corner. */
const NEAR = 1.5;

function readCallout(
  { text, left, y }: { readonly text: string; readonly left: number; readonly y: number },
  grounds: readonly Box[],
  glyphs: readonly Glyph[],
): ReadCallout {
  const ground = grounds.find((box) => Math.abs(box.left - left) < NEAR && Math.abs(box.top - y) < NEAR);
  const on = ground && glyphs.filter(({ x, y: middle }) => holds(ground, x, middle));
  const numbers = text.split("、").flatMap((range) => {
    const [from = 0, to = from] = range.split("～").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return { numbers, words: on?.map((glyph) => glyph.text).join("") };
}

function holds({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return left < x && x < right && top < y && y < bottom;
}
