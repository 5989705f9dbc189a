import { join } from "node:path";
import { compose } from "../../../src/compose/report.js";
import type { DocumentFacts } from "../../../src/import/printed/reading.js";
import type { OneUnit } from "../../../src/import/printed/regions.js";
import { discloserOf } from "../../../src/model/consolidation.js";
import type { Books } from "../../../src/model/ledger.js";
import { cellText, runText } from "../../../src/model/printed.js";
import type { RecoveredCell, RecoveredTable } from "../../../src/model/recovered.js";
import type { Report, Table } from "../../../src/model/report.js";
import { blocksOf, tablesOf } from "../../../src/model/walk.js";
import { chooseDataFiles } from "../../../src/project/data-files.js";
import { readSources } from "../../../src/project/sources.js";
import { layHead } from "../../../src/render/tables/table-head.js";
import { validateDisclosure } from "../../../src/validate/disclosure.js";
import { keepBooks } from "../../../src/work/gates.js";
import { makeProject, PROGRAM, program } from "../../project.js";

/** Disclosures of every format and of every kind of unit, by the folder of their project. */
export const CASES = [
  "",
  "test/codes/agency",
  "test/consolidation/department",
  ...[
    "administrative",
    "bare",
    "capital-injection",
    "luoyang",
    "luoyang-department",
    "project-code-with-letter",
    "second-year",
    "shanghai-putuo",
    "shanghai-putuo-department",
    "without-revenue",
  ].map((name) => `test/reports/${name}`),
];

/** A disclosure of the program's, and what an officer would say of it who imports it. */
export interface PrintedDocument {
  readonly report: Report;
  readonly books: Books;
  readonly facts: DocumentFacts;
  readonly unit: OneUnit | undefined;
}

const known = new Map<string, PrintedDocument>();

export function documentOf(folder: string): PrintedDocument {
  const document = known.get(folder) ?? composed(folder);
  known.set(folder, document);
  return document;
}

function composed(folder: string): PrintedDocument {
  const project = makeProject(join(PROGRAM, folder));
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${folder}`);
  const disclosure = validateDisclosure(readSources(PROGRAM, project, data), program.schemas);
  const { year, pack } = disclosure;
  const { unit, department } = year.budget;
  const books = keepBooks(disclosure);
  return {
    report: compose(year.budget, books, pack).report,
    books,
    facts: {
      ...{ pack, codes: year.codes, year: year.budget.year, discloser: discloserOf(year.budget) },
      unit: { code: unit.code, name: unit.name.text },
    },
    unit: department ? undefined : { kind: unit.kind },
  };
}

/** A recovered table that its test may change, and how many rows its head has. */
export interface PrintedTable extends RecoveredTable {
  readonly rows: readonly (readonly RecoveredCell[])[];
  readonly head: number;
}

/** The tables of a report as they would be recovered of its print. */
export function recoveredTables(report: Report): readonly PrintedTable[] {
  return tablesOf(report).map(recovered);
}

/** Where a cell of a report stands in its recovered table. */
export function whereIn({ title }: Table, row: number, column: number): string {
  return `${title.text} ${row}:${column}`;
}

const EMPTY = { text: "", indent: 0, columns: 1, rows: 1 };

function recovered(table: Table): PrintedTable {
  const { number, title, left, right, columns, rows, notes } = table;
  const head = layHead(columns);
  const heads = Array.from({ length: head.rows }, (_, row) =>
    Array.from({ length: head.columns }, (_, column): RecoveredCell => {
      const cell = head.cells.find((each) => each.row === row && each.column === column);
      const own = cell && { text: cell.text, columns: cell.columns, rows: cell.rows };
      return { ...EMPTY, ...own, where: `${title.text} 表头` };
    }),
  );
  const body = rows.map(({ cells }, row) =>
    cells.map((cell, column): RecoveredCell => {
      const height = cell.kind === "covered" ? 1 : cell.rows;
      return { ...EMPTY, text: cellText(cell), rows: height, where: whereIn(table, row, column) };
    }),
  );
  return {
    name: number.text === "" ? title.text : number.text,
    above: [number.text, title.text, `${left.text} ${right.text}`].filter((words) => words !== ""),
    below: notes.map(({ runs }) => runs.map(runText).join("")),
    rows: [...heads, ...body],
    head: head.rows,
  };
}

/** The headings and paragraphs of a report as they would be recovered. */
export function paragraphsOf(report: Report): readonly { readonly text: string; readonly where: string }[] {
  return blocksOf(report).flatMap((block, index) => {
    const where = `第 ${index + 1} 段`;
    if (block.kind === "heading") return block.lines.map(({ text }) => ({ text, where }));
    return block.kind === "paragraph" ? [{ text: block.runs.map(runText).join(""), where }] : [];
  });
}
