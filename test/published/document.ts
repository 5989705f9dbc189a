import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cellText } from "../../src/model/printed.js";
import type { Report } from "../../src/model/report.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { buildIn, examineIn } from "../project.js";
import { frameOf, pathsOf, placesOf, roundingOf } from "../properties/places.js";
import { readRuled } from "../properties/ruled.js";
import { numberIn, type PrintedRow, textIn } from "../properties/tables.js";

/** A disclosure in which nothing is wrong, as its reader finds things in it, without white space. */
export interface Document {
  /** the sentences from the first part to the annex */
  readonly text: string;
  rows(table: string): readonly PrintedRow[];
  /** the row in whose cells the words stand */
  row(table: string, words: string): PrintedRow;
  /** the words around a table: number, title, notes */
  around(table: string): string;
  /** the lines of its finished PDF that stand outside of tables */
  lines(): Promise<readonly string[]>;
}

export async function documentOf(project: string): Promise<Document> {
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${project}`);
  const order = { data, output: "out" };
  const { report } = await examineIn(project, order);
  const places = placesOf(report);
  const rows = (table: string): readonly PrintedRow[] => rowsOf(report, table);
  return {
    text: [...places].flatMap(([name, { text }]) => (/^第 \d+ 句$/.test(name) ? [text] : [])).join("。"),
    rows,
    row(table, words) {
      const found = rows(table).find(({ cells }) => [...cells.values()].includes(words));
      if (!found) throw new Error(`${table}里没有“${words}”`);
      return found;
    },
    around: (table) => `${places.get(frameOf(table))?.text}${places.get(roundingOf(table))?.text}`,
    async lines() {
      const { file } = await buildIn(project, order);
      return (await readRuled(readFileSync(join(project, file)))).flatMap((page) => page.lines);
    },
  };
}

function rowsOf({ parts }: Report, number: string): readonly PrintedRow[] {
  const blocks = parts.flatMap((part) => part.blocks);
  const table = blocks.find((block) => block.kind === "table" && block.number.text === number);
  if (table?.kind !== "table") throw new Error(`没有${number}`);
  const heads = table.columns.flatMap((column) => pathsOf(column, ""));
  return table.rows.map((row, index) => ({
    first: index === 0,
    cells: new Map(row.cells.map((cell, at) => [heads[at] ?? "", cellText(cell)])),
  }));
}

/** The numbers of some rows added up, in hundredths; an empty cell is nothing. */
export function added(rows: readonly PrintedRow[], column: string): bigint {
  return rows.reduce((sum, row) => sum + (numberIn(row, column) ?? 0n), 0n);
}

/** The words of a column from top to bottom. */
export function wordsIn(rows: readonly PrintedRow[], column: string): readonly string[] {
  return rows.map((row) => textIn(row, column)).filter((text) => text !== "");
}
