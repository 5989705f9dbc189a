import { printedValue } from "../../model/figure.js";
import { cellValue } from "../../model/printed.js";
import type { Table } from "../../model/report.js";
import { tableName } from "../../model/table-words.js";
import { isMoney, ZERO } from "../../money/money.js";
import { type EntryPair, type FoundCell, rangeOfLine } from "../tables/match.js";
import { type CellPair, pairFigures } from "../tables/pair-figures.js";
import { type FormEntry, nameOf } from "../tables/table-form.js";
import { type TextRange, textOf } from "../words/placed-text.js";
import { type Amount, amountOf } from "../words/tokens.js";
import { agrees } from "./amounts.js";
import { type Collation, together } from "./differences.js";
import { collateLabel } from "./label.js";

/** What a line of a table has otherwise than the one that was expected; `unit` is what its amounts are counted in. */
export function collateEntry({ entry, found }: EntryPair, unit: string): Partial<Collation> {
  const cells = pairFigures(entry, found.figures);
  const misplaced = misplacedIn(cells, entry, unit);
  const others = cells.filter((cell) => !misplaced.cells.includes(cell));
  const row = { where: rowName(entry), table: entry.table, unit, line: rangeOfLine(found) };
  return together([
    collateLabel({ entry, found }),
    misplaced,
    ...others.map((cell) => (cell.found ? collateFound(cell, cell.found, row) : missingIn(cell, row))),
  ]);
}

function rowName(entry: FormEntry): string {
  const name = nameOf(entry);
  return tableName(entry.table) + (name === "" ? `第 ${entry.row + 1} 行` : `“${name}”一行`);
}

/** A line of a table and how its amounts are counted. */
interface TableRow {
  readonly where: string;
  readonly table: Table;
  readonly unit: string;
  readonly line: TextRange;
}

function placeIn({ where }: TableRow, column: string | undefined): string {
  return column === undefined ? where : `${where}“${column}”栏`;
}

/** A figure that is printed as zero may as well be left out. */
function missingIn({ expected }: CellPair, row: TableRow): Partial<Collation> {
  const { cell, text, leaf } = expected ?? {};
  if (cell?.kind !== "figure" || text === undefined || printedValue(cell.figure).isZero()) return {};
  const where = placeIn(row, leaf?.name);
  return { missing: [{ what: "figure", expected: [text], where, beside: row.line }] };
}

function collateFound({ expected }: CellPair, { range, leaf }: FoundCell, row: TableRow): Partial<Collation> {
  const column = expected?.leaf.name ?? leaf?.name;
  const where = placeIn(row, column);
  const [shown, text] = [textOf(range), expected?.text ?? ""];
  const seen = amountIn(shown, unitOf(expected, row.unit));
  if (!seen) {
    return { rewordings: [{ expected: text, found: shown, range, where, context: text, kind: "digits" }] };
  }
  if (expected?.cell.kind !== "figure") {
    const amounts = [seen];
    return seen.value.isZero() ? {} : { superfluous: [{ what: "figure", range, where, amounts }] };
  }
  const { figure } = expected.cell;
  const reading = { figure, seen, range, where: row.where, column, cell: expected.cell };
  const isAsWritten = shown === text || seen.decimals === figure.decimals || seen.unit !== figure.unit;
  if (isAsWritten || !agrees(reading)) return { readings: [reading] };
  const table = tableName(row.table);
  const writing = { what: "decimals", expected: text, found: shown, range, where: table } as const;
  return { readings: [reading], writings: [writing] };
}

/** Above a table stands what its amounts are counted in; what it counts otherwise is as it is expected. */
function unitOf(expected: CellPair["expected"], unit: string): string {
  const figure = expected?.cell.kind === "figure" ? expected.cell.figure : undefined;
  return figure && !isMoney(figure.unit) ? figure.unit : unit;
}

/** What a cell of figures shows; a dash is nothing, and so is what else formats print for it. */
function amountIn(text: string, unit: string): Amount | undefined {
  if (/^(?:[-—–－/]+|无)$/u.test(text)) return { value: ZERO, unit, decimals: 0 };
  return /^-?[\d,]+(?:\.\d+)?$/u.test(text) ? amountOf(text, unit) : undefined;
}

/** Figures that their own cells lack and empty ones of the same row have. */
function misplacedIn(cells: readonly CellPair[], entry: FormEntry, unit: string) {
  const taken: CellPair[] = [];
  const misplaced = cells.flatMap((lacking) => {
    const { expected, found } = lacking;
    if (found || expected?.cell.kind !== "figure") return [];
    const other = cells.find((cell) => !taken.includes(cell) && isMisplaced(cell, expected.text, unit));
    if (!other?.found) return [];
    taken.push(lacking, other);
    const { range, leaf } = other.found;
    return [{ range, where: rowName(entry), expected: expected.leaf.name, found: leaf?.name ?? "" }];
  });
  return { misplaced, cells: taken };
}

function isMisplaced({ expected, found }: CellPair, text: string, unit: string): boolean {
  if (!found?.leaf || !cellValue(expected?.cell).isZero()) return false;
  const seen = amountIn(textOf(found.range), unit);
  return seen !== undefined && !seen.value.isZero() && textOf(found.range) === text;
}
