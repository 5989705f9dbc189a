import { describe, expect, test } from "@jest/globals";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { renderSvg, type SvgPage } from "../../src/render/svg/svg.js";
import { type DrawnLine, drawnLines } from "../pdf/drawn-lines.js";
import { composeCase, REPORT_CASES } from "../reports/cases.js";
import { type SvgWords, wordsOnPage } from "./svg-reading.js";

const fonts = loadFonts("fonts");

/** How far a line may stand from where the PDF has it, in pt. */
const NEAR = 0.05;

interface PlacedCharacter {
  readonly text: string;
  readonly x: number;
}

/** What is drawn on one baseline of a page, from the first character drawn to the last. */
interface Row {
  readonly y: number;
  readonly text: string;
  /** of the characters, as far as their places are known */
  readonly starts: ReadonlyMap<number, number>;
}

function rowOf(y: number, pieces: readonly PlacedCharacter[]): Row {
  const starts = new Map<number, number>();
  let text = "";
  for (const piece of pieces) {
    starts.set(text.length, piece.x);
    text += piece.text;
  }
  return { y, text, starts };
}

const fromTop = (one: Row, other: Row): number => one.y - other.y || (one.text < other.text ? -1 : 1);

function rowsOfSvg(page: SvgPage): readonly Row[] {
  const rows = new Map<number, SvgWords[]>();
  for (const words of wordsOnPage(page)) rows.set(words.y, [...(rows.get(words.y) ?? []), words]);
  return [...rows].map(([y, words]) => rowOf(y, words)).sort(fromTop);
}

function rowsOfPdf(lines: readonly DrawnLine[]): readonly Row[] {
  return lines.map(({ y, glyphs }) => rowOf(y, glyphs)).sort(fromTop);
}

/** What stands elsewhere on the page, or is not the same. */
function misplaced(page: SvgPage, lines: readonly DrawnLine[]): readonly string[] {
  const [own, wanted] = [rowsOfSvg(page), rowsOfPdf(lines)];
  if (own.length !== wanted.length) return [`${own.length} lines instead of ${wanted.length}`];
  return own.flatMap((row, index) => {
    const other = wanted[index];
    if (row.text !== other?.text || Math.abs(row.y - other.y) > NEAR) return [`${row.y} ${row.text}`];
    const moved = [...row.starts].filter(([at, x]) => !(Math.abs(x - (other.starts.get(at) ?? NaN)) <= NEAR));
    return moved.map(([at, x]) => `${row.text.slice(at)} at ${x} instead of ${other.starts.get(at)}`);
  });
}

describe.each(REPORT_CASES)("the pages of %s", (name) => {
  const { report } = composeCase(name);
  const { pages } = renderSvg(report, fonts);

  test("are those of the PDF, every line and every run in its place", async () => {
    const drawn = await drawnLines((await renderPdf(report, fonts)).bytes);
    for (const [index, page] of pages.entries()) {
      const expected = drawn.filter((line) => line.page === index + 1);
      expect(misplaced(page, expected)).toEqual([]);
    }
  });
});
