import { groupedBy } from "../../model/groups.js";
import type { Grid, GridRow, Piece, ScriptLine } from "../../model/manuscript.js";
import { holdsFigures } from "../../model/table-words.js";
import { compact, foldMarks } from "../../text/fold.js";
import { joined, placedText, type ScriptText, whole } from "../words/placed-text.js";
import type { FoundEntry, FoundHead, TableMatch } from "./match.js";
import { pairEntries } from "./pair-entries.js";
import type { TableForm } from "./table-form.js";

/** The table as its rules have it; undefined where they make other columns than were expected. */
export function matchGrids(form: TableForm, pieces: readonly Piece[]): TableMatch | undefined {
  const grids = pieces.filter((piece) => piece.kind === "grid");
  const [first] = grids;
  if (!first || grids.some((grid) => grid.columns !== form.leaves.length)) return undefined;
  const bodies = grids.map((grid) => grid.rows.slice(headRows(grid, form)));
  const lists = [...new Set(form.entries.map((entry) => entry.list))];
  const found = foundEntries(bodies, form);
  const pairings = (lists.length > 0 ? lists : [0]).map((list) =>
    pairEntries(
      form.entries.filter((entry) => entry.list === list),
      found.filter((entry) => entry.list === list),
    ),
  );
  return {
    form,
    ...textAround(pieces, first, form),
    head: first.rows.slice(0, headRows(first, form)).flatMap(headCells),
    pairs: pairings.flatMap((pairing) => pairing.pairs),
    missing: pairings.flatMap((pairing) => pairing.missing),
    superfluous: pairings.flatMap((pairing) => pairing.superfluous),
    ruled: true,
  };
}

/** How many rows of a grid are its head, which is repeated on every page: their words are those of heads. */
function headRows({ rows }: Grid, { heads }: TableForm): number {
  const known = new Set(heads.map(foldMarks));
  const end = rows.findIndex((row) => {
    const texts = headCells(row).map(({ source }) => foldMarks(source.text));
    return (
      texts.some((text) => AMOUNT.test(text)) ||
      texts.filter((text) => known.has(text)).length * 2 < texts.length
    );
  });
  return end < 0 ? rows.length : end;
}

const AMOUNT = /^-?[\d，]+\.\d+$/u;

function headCells({ line, cells }: GridRow): readonly FoundHead[] {
  return cells.map(({ start, end, column, columns }) => ({
    source: placedText(line, start, end),
    columns: [column, column + columns],
  }));
}

/** The lines of all lists in order. What a page repeats of the one before it, because it goes on there, counts once. */
function foundEntries(bodies: readonly (readonly GridRow[])[], form: TableForm): readonly FoundEntry[] {
  const found: FoundEntry[] = [];
  bodies.forEach((rows, page) => {
    rows.forEach((row, index) => {
      for (const entry of entriesOf(row, form)) {
        const last = found.findLast((each) => each.list === entry.list);
        const goesOn = page > 0 && index === 0 && entry.list === 0;
        if (goesOn && last && textOf(last) === textOf(entry)) continue;
        found.push(entry);
      }
    });
  });
  return found;
}

/** Stands behind an amount that a page repeats. */
const AGAIN = /[（(]续[）)]$/u;

function textOf({ label, figures }: FoundEntry): string {
  return [label.text, ...figures.map(({ range }) => range.source.text.replace(AGAIN, ""))].join("|");
}

function entriesOf({ line, cells }: GridRow, { leaves }: TableForm): readonly FoundEntry[] {
  const filled = cells.flatMap(({ column, start, end }) => {
    const leaf = leaves[column];
    const range = whole(placedText(line, start, end));
    return leaf && range.end > 0 ? [{ leaf, range }] : [];
  });
  return [...groupedBy(filled, ({ leaf }) => leaf.list)].map(([list, own]) => {
    const words = own.filter(({ leaf }) => !holdsFigures(leaf));
    const figures = own.filter(({ leaf }) => holdsFigures(leaf));
    return { list, label: joined(words.map(({ range }) => range.source)), words, figures };
  });
}

/** The lines above the first grid, and those below it that are no repetition of them on a further page. */
function textAround(pieces: readonly Piece[], first: Grid, { table }: TableForm) {
  const at = pieces.indexOf(first);
  const lastGrid = pieces.findLastIndex((piece) => piece.kind === "grid");
  const above = pieces.slice(0, at).filter(isLine);
  const repeated = new Set(
    [table.title.text, table.number.text, ...above.map(({ text }) => text)].map(compact),
  );
  const below = pieces.slice(at).filter((piece, index): piece is ScriptLine => {
    if (!isLine(piece)) return false;
    return at + index > lastGrid || !(repeated.has(compact(piece.text)) || piece.text.includes("续"));
  });
  const text = (lines: readonly ScriptLine[]): ScriptText => joined(lines.map((line) => placedText(line)));
  return { caption: text(above), notes: text(below) };
}

function isLine(piece: Piece): piece is ScriptLine {
  return piece.kind === "line" && piece.text.trim() !== "";
}
