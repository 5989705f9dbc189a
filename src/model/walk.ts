import { isNothing } from "./figure.js";
import {
  type Block,
  type Cell,
  type Column,
  HEADING_DEPTHS,
  type Heading,
  type LeafColumn,
  type Paragraph,
  type Report,
  type Run,
  type Table,
} from "./report.js";
import type { Wording } from "./wording.js";

/** All blocks of a report, in order. */
export function blocksOf({ parts }: Report): readonly Block[] {
  return parts.flatMap((part) => part.blocks);
}

export function tablesOf(report: Report): readonly Table[] {
  return blocksOf(report).filter((block) => block.kind === "table");
}

/** A leaf of the header tree with its place among the leaves, and the heads from the outermost to its own. */
export interface Leaf {
  readonly column: LeafColumn;
  readonly index: number;
  readonly path: readonly Column[];
}

/** The columns that cells stand in, from left to right. */
export function leavesOf(columns: readonly Column[]): readonly Leaf[] {
  return pathsTo(columns, []).map((leaf, index) => ({ ...leaf, index }));
}

function pathsTo(columns: readonly Column[], above: readonly Column[]): readonly Omit<Leaf, "index">[] {
  return columns.flatMap((column) => {
    const path = [...above, column];
    return column.children ? pathsTo(column.children, path) : [{ column, path }];
  });
}

/** The words of the heads over a leaf, from the top down. */
export function headsOver({ path }: Leaf): readonly string[] {
  return path.map(({ header }) => header.text);
}

/** Every node of a header tree, each before those below it. */
export function headsIn(columns: readonly Column[]): readonly Column[] {
  return columns.flatMap((column) => [column, ...headsIn(column.children ?? [])]);
}

/** Rows by what is seen in each place: in that of a covered cell stands the one that covers it. */
export function seenCells({ rows }: Table): readonly (readonly Cell[])[] {
  const seen: Cell[] = [];
  return rows.map(({ cells }) => {
    for (const [index, cell] of cells.entries()) {
      for (let at = index; at < index + columnsOf(cell); at++) seen[at] = cell;
    }
    return [...seen];
  });
}

/** How many columns a cell takes. */
export function columnsOf(cell: Cell): number {
  return cell.kind === "covered" ? 0 : (cell.columns ?? 1);
}

/** Whether a table has any figure that is not exactly nothing, or says without one what it is there for. */
export function hasFigure({ rows, saysWords }: Pick<Table, "rows" | "saysWords">): boolean {
  return (
    saysWords === true ||
    rows.some(({ cells }) => cells.some((cell) => cell.kind === "figure" && !isNothing(cell.figure)))
  );
}

/** The words of a table's cells, row by row. */
export function cellWords({ rows }: Table): readonly Wording[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell.kind === "text"));
}

/** The headings that stand open behind `heading`, where those of `open` did before it. */
export function openBehind(open: readonly Heading[], heading: Heading): readonly Heading[] {
  const depth = HEADING_DEPTHS[heading.level];
  return [...open.filter(({ level }) => HEADING_DEPTHS[level] < depth), heading];
}

/** The paragraphs of a block: itself, or a table's notes. */
export function paragraphsOf(block: Block): readonly Paragraph[] {
  if (block.kind === "paragraph") return [block];
  return block.kind === "table" ? block.notes : [];
}

/** The runs of a block: a paragraph's own, or those of a table's notes. */
export function runsOf(block: Block): readonly Run[] {
  return paragraphsOf(block).flatMap(({ runs }) => runs);
}

/** All words that a block prints, figures left out. */
export function wordsOf(block: Block): readonly string[] {
  if (block.kind === "paragraph") return [paragraphWords(block)];
  const own = ownWords(block).map(({ text }) => text);
  if (block.kind !== "table") return own;
  const words = [...headsIn(block.columns).map(({ header }) => header), ...cellWords(block)];
  return [...own, ...words.map(({ text }) => text), ...block.notes.map(paragraphWords)];
}

/** The words that a block is set in line by line, besides its runs and cells: of a table those above its head. */
export function ownWords(block: Block): readonly Wording[] {
  switch (block.kind) {
    case "cover":
      return [...block.lines, ...(block.edition ?? []), ...(block.dates ?? [])];
    case "heading":
      return block.lines;
    case "contents":
    case "chart":
      return [block.title];
    case "signature":
      return [block.name, block.date];
    case "paragraph":
      return [];
    case "table":
      return [block.number, block.title, block.left, block.right];
  }
}

/** The words of a paragraph, figures left out. */
export function paragraphWords({ runs }: Paragraph): string {
  return runs.map((run) => (run.kind === "text" ? run.text : "")).join("");
}
