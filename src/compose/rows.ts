import { NO_CODE } from "../model/budget.js";
import type { MoneyStyle } from "../model/figure.js";
import { isGap } from "../model/gap.js";
import type { Account, Dimension, Where } from "../model/ledger.js";
import type { ColumnSpec } from "../model/pack/table-spec.js";
import type { Cell, CodeKind, Column, Role, Row, RowCodes, Sum } from "../model/report.js";
import { wordIn } from "../model/table-words.js";
import type { Leaf } from "../model/walk.js";
import type { RowWords } from "./attributes.js";
import { cellsOf, type PastFigures } from "./cells.js";
import { KINDS_OF_CODES, leaves } from "./columns.js";
import type { SummedRow } from "./residual.js";
import type { Scope } from "./scopes.js";

/** The rows of a table, and which of their cells add up to which. */
export interface TableBody {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly sums: readonly Sum[];
  /** whether it says something in words alone */
  readonly saysWords?: true;
}

/** What all rows of a table of one side have in common. */
export interface RowFrame {
  readonly table: string;
  readonly money: MoneyStyle;
  readonly past: PastFigures;
  readonly account: Account;
  /** a condition on the lines of all */
  readonly where?: Where;
  readonly columns: readonly ColumnSpec[];
  readonly leaves: readonly Leaf[];
}

/** A row before it has cells: whose lines it shows, and which of them, by what name, and its words by what they are. */
export interface PlannedRow {
  readonly scope: Scope;
  readonly where: Where;
  /** "part" where it is one of a classification, "total" where it sums up others */
  readonly role: Role;
  readonly name: string;
  readonly words: RowWords;
  /** the rows below it that it is the sum of */
  readonly within: readonly PlannedRow[];
  /** whether it stands below them */
  readonly isBelow?: boolean;
}

export interface SetRow extends SummedRow {
  readonly plan: PlannedRow;
  readonly row: Row;
  readonly parts: readonly SetRow[];
}

/** Sets a row whose cells go over `height` rows. */
export function setRow(plan: PlannedRow, frame: RowFrame, height = 1): SetRow {
  const { scope, name, where, role, words } = plan;
  const { table, account, columns, money, past } = frame;
  const content = {
    books: scope.books,
    accounts: [account],
    conditions: [scope.where, frame.where ?? {}, where],
    row: where,
    listed: scope.listedFunctions,
    money,
    past,
    measure: (header: string) => `${table} ${name} ${header}`,
    words: (shown: string) => words[shown],
  };
  const cells = cellsOf(content, leaves(columns), height);
  const codes = rowCodes(cells, frame.leaves, where, scope.code);
  const subjects = [{ role, where: { ...scope.where, ...where } }];
  const parts = plan.within.map((each) => setRow(each, frame));
  return { plan, name, cells, parts, row: { cells, subjects, codes } };
}

/** The codes that a row prints of the values it stands for; a total, or what is said of a unit, may print the unit's. */
function rowCodes(
  cells: readonly Cell[],
  columns: readonly Leaf[],
  { 单位: unit, ...where }: Where,
  unitCode: string,
): RowCodes {
  const dimensions = Object.keys(where) as Dimension[];
  const kinds = new Set(dimensions.flatMap((dimension) => KINDS_OF_CODES[dimension] ?? []));
  const codes = [...kinds].flatMap((kind): [CodeKind, string][] => {
    const code = printedCode(kind, cells, columns);
    return code === "" || code === NO_CODE || isGap(code) ? [] : [[kind, code]];
  });
  const isOfUnit = unit !== undefined || dimensions.length === 0;
  const ofUnit = String(unit ?? unitCode);
  const units = isOfUnit && cells.some((cell) => wordIn(cell) === ofUnit) ? { 预算单位: ofUnit } : {};
  return { ...units, ...Object.fromEntries(codes) };
}

/** A whole code, or as much of it as stands in cells beside each other. */
function printedCode(kind: CodeKind, cells: readonly Cell[], columns: readonly Leaf[]): string {
  const words = columns.flatMap(({ column: { shows }, index }) =>
    shows.kind === "code" && shows.of === kind ? [{ word: wordIn(cells[index]), level: shows.level }] : [],
  );
  const whole = words.find(({ word, level }) => level === undefined && word !== "");
  return whole ? whole.word : words.map(({ word }) => word).join("");
}
