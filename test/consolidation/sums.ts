import { compose } from "../../src/compose/report.js";
import type { Figure } from "../../src/model/ledger.js";
import type { Report, Table } from "../../src/model/report.js";
import { rowWords } from "../../src/model/table-words.js";
import { headsOver, leavesOf } from "../../src/model/walk.js";
import { digits, type Quantity, sum } from "../../src/money/money.js";
import { dataFile } from "../../src/project/data-files.js";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { validateDisclosure } from "../../src/validate/disclosure.js";
import { keepBooks } from "../../src/work/gates.js";
import { PROGRAM } from "../project.js";

const schemas = readSchemas(PROGRAM);

/** What a project's disclosure says, whether or not it may be published. */
export function disclosed(project: string, unit: string, year: number) {
  const disclosure = validateDisclosure(readSources(PROGRAM, project, dataFile(unit, year)), schemas);
  const { pack } = disclosure;
  const { budget } = disclosure.year;
  const books = keepBooks(disclosure);
  const { report, diagnostics } = compose(budget, books, pack);
  return { budget, books, pack, report, diagnostics };
}
export type Disclosed = ReturnType<typeof disclosed>;

/** Where a department's figures are not the exact sums of those that its units disclose by themselves. */
export function unlikeSums(department: Disclosed, units: readonly Disclosed[]): readonly string[] {
  return [...unlikeMeasures(department, units), ...unlikeCells(department, units)];
}

function unlikeMeasures({ books, pack }: Disclosed, units: readonly Disclosed[]): readonly string[] {
  return [...pack.measures.values()].flatMap((measure) => {
    if (measure.kind === "constant") return [];
    const whole = books.figure(measure).amount;
    const parts = sum(units.map((unit) => unit.books.figure(measure).amount));
    return whole.eq(parts) ? [] : [`${measure.name}：${shown(whole)} ≠ ${shown(parts)}`];
  });
}

/** Rows with the same words stand in a department's tables once, for all, or once for each unit: together they are the same. */
function unlikeCells(department: Disclosed, units: readonly Disclosed[]): readonly string[] {
  const whole = cells(department.report);
  const parts = units.flatMap((unit) => [...cells(unit.report)]);
  const expected = new Map<string, Quantity>();
  for (const [where, amount] of parts) expected.set(where, amount.plus(expected.get(where) ?? 0));
  return [...new Set([...whole.keys(), ...expected.keys()])].flatMap((where) => {
    const [found, wanted] = [whole.get(where), expected.get(where)];
    return found && wanted && found.eq(wanted) ? [] : [`${where}：${show(found)} ≠ ${show(wanted)}`];
  });
}

const shown = (amount: Quantity): string => digits(amount, 6, false);
const show = (amount: Quantity | undefined): string => (amount ? shown(amount) : "没有");

/** The exact amounts of all tables by table, row and column; a department's own part is called what it is by itself. */
function cells(report: Report): ReadonlyMap<string, Quantity> {
  const tables = report.parts.flatMap(({ blocks }) => blocks).filter((block) => block.kind === "table");
  const found = new Map<string, Quantity>();
  for (const { where, figure } of tables.flatMap(tableCells)) {
    found.set(where, figure.amount.plus(found.get(where) ?? 0));
  }
  return found;
}

/** In 预算11表 of a department, its own row is the sum of those of its units, and has no other name to tell it by. */
const TOTALLED = /部门预算项目绩效目标表$/;

function tableCells(table: Table): readonly { readonly where: string; readonly figure: Figure }[] {
  const leaves = leavesOf(table.columns);
  const rows = table.rows.slice(TOTALLED.test(table.title.text) ? 1 : 0);
  return rows.flatMap((row) =>
    leaves.flatMap((leaf) => {
      const cell = row.cells[leaf.index];
      if (cell?.kind !== "figure") return [];
      const words = rowWords(row, leaf, leaves).map((word) => word.replace(/本级$/, ""));
      const where = `${table.number.text} ${words.join("/")} ${headsOver(leaf).join("/")}`;
      return [{ where, figure: cell.figure }];
    }),
  );
}

/** All figures that a report prints. */
export function figuresOf(report: Report): readonly Figure[] {
  return report.parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === "paragraph")
        return block.runs.flatMap((run) => (run.kind === "figure" ? [run.figure] : []));
      if (block.kind !== "table") return [];
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (cell.kind === "figure" ? [cell.figure] : [])),
      );
    });
}
