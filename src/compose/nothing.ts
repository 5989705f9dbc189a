import { DIMENSION_VALUES } from "../model/dimensions.js";
import { isNothing } from "../model/figure.js";
import type { Figure, Query } from "../model/ledger.js";
import type { PrintOfNothing } from "../model/pack/pack.js";
import { compareRegions, regionOf } from "../model/query.js";
import type { Block, Cell, Table } from "../model/report.js";
import { tableName } from "../model/table-words.js";

/** The tables with amounts of nothing as the format has them printed, beside a text that may say some of them. */
export function printNothing(
  tables: readonly Table[],
  text: readonly Block[],
  how: PrintOfNothing,
): readonly Table[] {
  if (how === "blank") return tables;
  const printed = new Set(how === "digits" ? tables.flatMap(emptyCells) : mentioned(tables, text));
  return printed.size === 0 ? tables : tables.map((table) => withDigits(table, printed));
}

/** A cell where an amount of nothing would stand. */
type EmptyCell = Extract<Cell, { readonly kind: "empty" }> & { readonly nothing: Figure };

function emptyCells({ rows }: Table): readonly EmptyCell[] {
  return rows.flatMap(({ cells }) => cells.filter(isOfNothing));
}

function isOfNothing(cell: Cell): cell is EmptyCell {
  return cell.kind === "empty" && cell.nothing !== undefined;
}

/** An amount of nothing that a text says, and the names of the tables that the text speaks of. */
interface Mention {
  readonly query: Query;
  readonly explains: readonly string[];
}

/** For each amount of nothing in the text the cell that asks for the same, in a table that the text speaks of if there is one. */
function mentioned(tables: readonly Table[], text: readonly Block[]): readonly Cell[] {
  const mentions = text.flatMap(mentionsIn);
  const codes = new Set(mentions.flatMap(({ query }) => codesAskedFor(query)));
  const candidates = tables.flatMap((table) =>
    emptyCells(table)
      .filter(({ nothing: { query = [] } }) => codesAskedFor(query).every((code) => codes.has(code)))
      .map((cell) => ({ cell, name: tableName(table) })),
  );
  return mentions.flatMap(({ query, explains }) => {
    const found = candidates.filter(({ cell }) => isSame(query, cell.nothing.query));
    const first = found.find(({ name }) => explains.includes(name)) ?? found[0];
    return first ? [first.cell] : [];
  });
}

function mentionsIn(block: Block): readonly Mention[] {
  if (block.kind !== "paragraph") return [];
  const { runs, explains = [] } = block;
  return runs.flatMap((run): Mention[] => {
    if (run.kind !== "figure" || run.figure.derived || !isNothing(run.figure)) return [];
    const { query } = run.figure;
    return query ? [{ query, explains }] : [];
  });
}

/** The dimensions without a list of their values that a query limits: what does not limit them asks for something else. */
function codesAskedFor(query: Query): readonly string[] {
  const asked = query.flatMap(({ conditions }) => conditions.flatMap((where) => Object.keys(where)));
  return asked.filter((dimension) => !Object.hasOwn(DIMENSION_VALUES, dimension));
}

function isSame(one: Query, other: Query | undefined): boolean {
  const [a, b] = [one, other].map((query) => query && regionOf(query));
  if (!a || !b) return false;
  const { narrower, wider } = compareRegions(a, b);
  return narrower.length + wider.length === 0;
}

/** A table in which those of the cells that are among `printed` have their digits; its totals are the same cells. */
function withDigits(table: Table, printed: ReadonlySet<Cell>): Table {
  const shown = new Map<Cell, Cell>(
    emptyCells(table)
      .filter((cell) => printed.has(cell))
      .map((cell) => [cell, { kind: "figure", figure: cell.nothing, rows: cell.rows }]),
  );
  if (shown.size === 0) return table;
  const digitsOf = (cell: Cell): Cell => shown.get(cell) ?? cell;
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(digitsOf) })),
    sums: (table.sums ?? []).map(({ total, parts, ...each }) => {
      return { ...each, total: digitsOf(total), parts: parts.map(digitsOf) };
    }),
  };
}
