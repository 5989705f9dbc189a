import { groupedBy } from "../../model/groups.js";
import type { Manuscript, ManuscriptPage, Piece, ScriptLine } from "../../model/manuscript.js";
import { compact, folded } from "../../text/fold.js";

/** A page without what stands on it for the reader's orientation only. */
export interface BarePage {
  readonly pieces: readonly Piece[];
  /** the number on it, and where it is printed */
  readonly number: { readonly printed: number; readonly line: ScriptLine } | undefined;
}

const PAGE_NUMBER = /^[-·]*第?(\d{1,3})页?[-·]*$|^第?(\d{1,3})页?[共/／]\D?\d{1,3}页?$/u;
/** In a text that is not cut into pages, dashes tell a page number from other numbers. */
const DASHED = /^-(\d{1,3})-$/u;

/** A line that so many pages begin or end with is a running head. */
const LEAST_PAGES = 3;

/** The pages without page numbers and running heads, which are no part of what is said. */
export function withoutFurniture({ pages }: Manuscript): readonly BarePage[] {
  const bare = pages.map(withoutNumber);
  const heads = runningHeads(bare.filter((_, index) => pages[index]?.number !== undefined));
  return bare.map((page) => ({
    ...page,
    pieces: page.pieces.filter(
      (piece, index, all) => !(isEdge(index, all) && piece.kind === "line" && heads.has(compact(piece.text))),
    ),
  }));
}

function withoutNumber({ pieces: all, number }: ManuscriptPage): BarePage {
  const filled = all.filter((piece) => piece.kind === "grid" || piece.text.trim() !== "");
  const edges: readonly (Piece | undefined)[] = number === undefined ? [] : [filled[0], ...filled.slice(-2)];
  const numbers = filled.flatMap((line) => {
    if (line.kind !== "line") return [];
    const match = (edges.includes(line) ? PAGE_NUMBER : DASHED).exec(folded(line.text));
    return match ? [{ printed: Number(match[1] ?? match[2]), line }] : [];
  });
  const pieces = filled.filter((piece) => !numbers.some(({ line }) => line === piece));
  return { pieces, number: numbers.at(-1) };
}

function isEdge(index: number, all: readonly Piece[]): boolean {
  return index === 0 || index === all.length - 1;
}

/** What stands first or last on most pages. A table's head that is repeated stands within its rules. */
function runningHeads(pages: readonly BarePage[]): ReadonlySet<string> {
  const texts = pages.flatMap(({ pieces }) => {
    const edges = pieces.filter((_, index) => isEdge(index, pieces));
    return [...new Set(edges.flatMap((piece) => (piece.kind === "line" ? [compact(piece.text)] : [])))];
  });
  const least = Math.max(LEAST_PAGES, pages.length / 2);
  return new Set(
    [...groupedBy(texts, (text) => text)].filter(([, all]) => all.length >= least).map(([text]) => text),
  );
}
