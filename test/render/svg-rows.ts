import type { DrawnLine } from "../pdf/drawn-lines.js";

/** How far what is drawn may stand from where the PDF has it, in pt. */
const NEAR = 0.05;

/** Characters, and where the first of them begins on its baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What is drawn on one baseline of a page, in the order of drawing. */
interface Row {
  readonly y: number;
  readonly text: string;
  /** where what begins at a place of the text begins */
  readonly starts: ReadonlyMap<number, number>;
}

function rowOf(y: number, pieces: readonly Omit<PlacedText, "y">[]): Row {
  const starts = new Map<number, number>();
  let text = "";
  for (const piece of pieces) {
    starts.set(text.length, piece.x);
    text += piece.text;
  }
  return { y, text, starts };
}

function rowsOf(texts: readonly PlacedText[]): readonly Row[] {
  const rows = new Map<number, PlacedText[]>();
  for (const each of texts) {
    const row = rows.get(each.y);
    if (row) row.push(each);
    else rows.set(each.y, [each]);
  }
  return [...rows].map(([y, pieces]) => rowOf(y, pieces));
}

const fromTop = (one: Row, other: Row): number => one.y - other.y || (one.text < other.text ? -1 : 1);

/** What of the texts on a page stands elsewhere than in the PDF, or is not the same. */
export function misplaced(texts: readonly PlacedText[], lines: readonly DrawnLine[]): readonly string[] {
  const own = rowsOf(texts).toSorted(fromTop);
  const wanted = lines.map(({ y, glyphs }) => rowOf(y, glyphs)).sort(fromTop);
  if (own.length !== wanted.length) return [`${own.length} lines instead of ${wanted.length}`];
  return own.flatMap((row, index) => {
    const other = wanted[index];
    if (row.text !== other?.text || Math.abs(row.y - other.y) > NEAR) return [`${row.y} ${row.text}`];
    const isNear = (at: number, x: number) => Math.abs(x - (other.starts.get(at) ?? Number.NaN)) <= NEAR;
    const moved = [...row.starts].filter(([at, x]) => !isNear(at, x));
    return moved.map(([at, x]) => `${row.text.slice(at)} at ${x} instead of ${other.starts.get(at)}`);
  });
}
