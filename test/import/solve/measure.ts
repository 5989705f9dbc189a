import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compose } from "../../../src/compose/report.js";
import { openBooks } from "../../../src/derive/books.js";
import { deriveLedger } from "../../../src/derive/ledger.js";
import type { PrintedCell } from "../../../src/import/printed/printed-cell.js";
import { type Solution, solvePrinted } from "../../../src/import/solve/solve.js";
import type { SolvedLine } from "../../../src/import/solve/solved-lines.js";
import type { Known } from "../../../src/import/solve/unknowns.js";
import { projectKey } from "../../../src/model/budget.js";
import { projectsOf } from "../../../src/model/consolidation.js";
import type { Dimension, Ledger } from "../../../src/model/ledger.js";
import { type Quantity, quantity, sum, ZERO } from "../../../src/money/money.js";
import { type DataFile, dataFile } from "../../../src/project/data-files.js";
import { readSchemas, readSources } from "../../../src/project/sources.js";
import { validateDisclosure } from "../../../src/validate/disclosure.js";
import { makeProject, PROGRAM } from "../../project.js";
import type { FormFacts } from "../../properties/facts.js";
import { printedCells } from "./cells.js";
import { typicalUnit, type Wanted } from "./units.js";

/** What is told of some lines, and what of that is true. */
export interface Tally {
  /** lines of the solution, and those of them that are told as 定 or 按对应 */
  readonly lines: number;
  readonly sure: number;
  /** those that the budget has, too, but for what roundings leave open */
  readonly right: number;
  /** of the sure lines in 元, and what of it is in the same line of the budget */
  readonly money: Quantity;
  readonly rightMoney: Quantity;
  readonly wrong: readonly string[];
}

/** Two roundings of what is in 万元 with two decimals. */
const ROUNDING = quantity("200");
const TOLD: readonly Dimension[] = [
  "功能科目",
  "经济科目",
  "政府经济科目",
  "类别",
  "资金来源",
  "财政拨款",
  "年份来源",
  "项目",
];

const schemas = readSchemas(PROGRAM);

/** A unit's ledger, and what its printed tables say of it. */
export interface Printed {
  readonly ledger: Ledger;
  readonly cells: readonly PrintedCell[];
  readonly known: Known;
}

/** A ledger, and what is solved of what it prints. */
export interface Solved {
  readonly ledger: Ledger;
  readonly solution: Solution;
}

export function printedOf(project: string, data: DataFile): Printed {
  const { year, pack } = validateDisclosure(readSources(PROGRAM, project, data), schemas);
  const { budget, codes } = year;
  const ledger = deriveLedger(budget, codes);
  const books = openBooks(ledger, pack.measures, undefined, budget.lastYear.figures);
  const { report } = compose(budget, books, pack);
  const { code, kind } = budget.unit;
  const projects = projectsOf(budget).map((project) => ({ key: projectKey(project), kind: project.kind }));
  return { ledger, cells: printedCells(report), known: { unit: { code, kind }, projects, codes } };
}

/** The solution of a unit's own printed tables. */
export async function solveTables(project: string, data: DataFile): Promise<Solved> {
  const { ledger, cells, known } = printedOf(project, data);
  return { ledger, solution: await solvePrinted(cells, known) };
}

/** The solution of what a typical unit prints. */
export function solveUnit(form: FormFacts, seed: number, wanted: Wanted): Promise<Solved> {
  const project = makeProject();
  const unit = typicalUnit(form, seed, wanted);
  const data = dataFile(unit.code, unit.year);
  mkdirSync(dirname(join(project, data.file)), { recursive: true });
  writeFileSync(join(project, data.file), unit.yaml);
  return solveTables(project, data);
}

/** Whether a line is basic expenditure of this year's appropriation of the general budget, which tables cross twice. */
export function isBasic({ dimensions }: Pick<SolvedLine, "dimensions">): boolean {
  const { 支出性质: nature, 资金来源: fund, 财政拨款: appropriation, 年份来源: year } = dimensions;
  return nature === "基本支出" && fund === "一般公共预算" && appropriation === "是" && year === "本年";
}

export function tally(lines: readonly SolvedLine[], ledger: Ledger): Tally {
  const truth = new Map<string, Quantity>();
  for (const { account, dimensions, amount } of ledger.lines) {
    const key = keyOf(account, dimensions);
    truth.set(key, amount.plus(truth.get(key) ?? ZERO));
  }
  const sure = lines.filter(({ sureness }) => sureness !== "多解");
  const trueOf = ({ account, dimensions }: SolvedLine): Quantity =>
    truth.get(keyOf(account, dimensions)) ?? ZERO;
  const isRight = (line: SolvedLine): boolean =>
    !trueOf(line).isZero() && trueOf(line).minus(line.amount).abs().lte(ROUNDING);
  const smaller = (line: SolvedLine): Quantity => (trueOf(line).lt(line.amount) ? trueOf(line) : line.amount);
  return {
    lines: lines.length,
    sure: sure.length,
    right: sure.filter(isRight).length,
    money: sum(sure.map(({ amount }) => amount)),
    rightMoney: sum(sure.map(smaller)),
    wrong: sure
      .filter((line) => !isRight(line))
      .map(
        (line) =>
          `${line.sureness} ${keyOf(line.account, line.dimensions)} ${line.amount} 实为 ${trueOf(line)}`,
      ),
  };
}

/** What the tables say of a line, where it is of one account. */
function keyOf(account: string, dimensions: SolvedLine["dimensions"]): string {
  return [account, ...TOLD.map((each) => dimensions[each] ?? "")].join(" ");
}

export function added(tallies: readonly Tally[]): Tally {
  const total = (of: (each: Tally) => number): number => tallies.reduce((all, each) => all + of(each), 0);
  return {
    lines: total(({ lines }) => lines),
    sure: total(({ sure }) => sure),
    right: total(({ right }) => right),
    money: sum(tallies.map(({ money }) => money)),
    rightMoney: sum(tallies.map(({ rightMoney }) => rightMoney)),
    wrong: tallies.flatMap(({ wrong }) => wrong),
  };
}
