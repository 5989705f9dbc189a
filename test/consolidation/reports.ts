import { join } from "node:path";
import { examine, openProgram } from "../../src/build.js";
import { consolidated } from "../../src/model/consolidation.js";
import type { Figure } from "../../src/model/ledger.js";
import type { Report, Table } from "../../src/model/report.js";
import { columnHeads, columnKinds, rowWords } from "../../src/model/table-words.js";
import type { Quantity } from "../../src/money/money.js";
import { sum } from "../../src/money/money.js";
import { dataFile } from "../../src/read/data-files.js";
import { PROGRAM } from "../project.js";

export { consolidated };

/** A department of five units: an 行政单位, a 参公 one, a 事业单位 that is a department itself, its unit; and its own 本级. */
export const DEPARTMENT = join(PROGRAM, "test/consolidation/department");

const program = openProgram(PROGRAM);

export function examined(project: string, unit: string, year: number) {
  const data = dataFile(unit, year);
  return examine(
    { data },
    { program, project, strict: false, step: async (_name, _subject, work) => work() },
  );
}

/** A printed figure of a table, by the row's words and the column's heads. */
export interface Cell {
  readonly table: string;
  readonly row: readonly string[];
  readonly column: string;
  readonly figure: Figure;
}

export function tablesOf(report: Report): readonly Table[] {
  return report.parts.flatMap(({ blocks }) => blocks).filter((block) => block.kind === "table");
}

export function cellsOf(report: Report): readonly Cell[] {
  return tablesOf(report).flatMap((table) => {
    const [kinds, heads] = [columnKinds(table), columnHeads(table.columns)];
    return table.rows.flatMap((row) =>
      row.cells.flatMap((cell, column) => {
        if (cell.kind !== "figure") return [];
        const words = rowWords(row, column, kinds);
        return [
          { table: table.number, row: words, column: (heads[column] ?? []).join("/"), figure: cell.figure },
        ];
      }),
    );
  });
}

export function totalOf(figures: readonly Figure[]): Quantity {
  return sum(figures.map(({ amount }) => amount));
}

/** The figures of the text, in order. */
export function textFigures(report: Report): readonly Figure[] {
  return report.parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "paragraph" ? block.runs : []))
    .flatMap((run) => (run.kind === "figure" ? [run.figure] : []));
}
