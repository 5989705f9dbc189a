import type { Manuscript, ManuscriptPage, Piece, ScriptLine } from "../model/manuscript.js";
import { compact, folded } from "./forms.js";

/** A page without what stands on it for the reader's orientation only. */
export interface BarePage {
  readonly pieces: readonly Piece[];
  /** the number that is printed on it */
  readonly printedNumber: number | undefined;
}

const PAGE_NUMBER = /^[-·]*第?(\d{1,3})页?[-·]*$|^第?(\d{1,3})页?[共/／]\D?\d{1,3}页?$/u;
/** In a text that is not cut into pages, dashes tell a page number from other numbers. */
const DASHED = /^-(\d{1,3})-$/u;

/** A line that the first or last place of so many pages has is a running head. */
const LEAST_PAGES = 3;

/** The pages without page numbers and running heads, which are no part of what is said. */
export function withoutFurniture({ pages }: Manuscript): readonly BarePage[] {
  const heads = runningHeads(pages);
  return pages.map((page) => {
    const lines = page.pieces.filter(isLine);
    const edges = page.number === undefined ? [] : [lines[0], lines.at(-1), lines.at(-2)];
    const numbers = lines.filter((line) => pageNumber(line, edges.includes(line)) !== undefined);
    const printed = numbers.at(-1);
    const left = new Set<Piece>([
      ...numbers,
      ...lines.filter((line) => heads.has(compact(line.text)) && edges.includes(line)),
    ]);
    return {
      pieces: page.pieces.filter((piece) => !left.has(piece)),
      printedNumber: printed && pageNumber(printed, true),
    };
  });
}

function isLine(piece: Piece): piece is ScriptLine {
  return piece.kind === "line" && piece.text.trim() !== "";
}

function pageNumber({ text }: ScriptLine, atEdge: boolean): number | undefined {
  const plain = folded(compact(text));
  const match = atEdge ? PAGE_NUMBER.exec(plain) : DASHED.exec(plain);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits);
}

/** What stands first or last on most pages. A table's head that is repeated stands within its rules. */
function runningHeads(pages: readonly ManuscriptPage[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const paged = pages.filter((page) => page.number !== undefined);
  for (const page of paged) {
    const lines = page.pieces.filter(isLine);
    const edges = new Set([lines[0], lines.at(-1)].flatMap((line) => (line ? [compact(line.text)] : [])));
    for (const text of edges) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const least = Math.max(LEAST_PAGES, paged.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text));
}
