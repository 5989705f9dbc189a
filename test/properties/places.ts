import type { Figure } from "../../src/model/ledger.js";
import { cellText, runText } from "../../src/model/printed.js";
import type { Block, Cell, Column, Report, Run, Table } from "../../src/model/report.js";
import { compact } from "../seed/text.js";
import { withoutYear } from "./tables.js";

/** A place of the document: a sentence, a cell of a table, or the words around one; without white space. */
export interface Place {
  readonly text: string;
  readonly figures: readonly Figure[];
  /** whether it is part of a cell above, whose words are printed again only where a page begins */
  readonly covered?: boolean;
}

/** Its places by their names, which are those of the printed ones. */
export type Places = ReadonlyMap<string, Place>;

export const sentence = (index: number): string => `第 ${index + 1} 句`;
export const cellOf = (table: string, row: number, column: string): string =>
  `${table}第 ${row + 1} 行“${column}”`;
export const frameOf = (table: string): string => `${table}表外`;
export const roundingOf = (table: string): string => `${table}尾差`;

/** Notes on rounding, and remarks in the text, come and go with the amounts. */
export const ROUNDING = /注：因四舍五入，本表有的分项相加与合计略有出入。/gu;

export const REMARK = /因四舍五入，分项相加与合计略有出入。/gu;

/** All that the report says from the first part on. A sentence takes the headings before it. */
export function placesOf(report: Report): Places {
  const blocks = report.parts.flatMap((part) => part.blocks);
  const tables = blocks.filter((block) => block.kind === "table");
  return new Map([...sentencesOf(blocks), ...tables.flatMap(tablePlaces)]);
}

function sentencesOf(blocks: readonly Block[]): readonly [string, Place][] {
  const places: Place[] = [];
  let text = "";
  let figures: Figure[] = [];
  for (const run of blocks.flatMap(runsOf)) {
    const [first = "", ...others] = compact(runText(run)).replace(REMARK, "").split("。");
    text += first;
    if (run.kind === "figure") figures.push(run.figure);
    for (const next of others) {
      places.push({ text, figures });
      text = next;
      figures = [];
    }
  }
  return [...places, { text, figures }].map((place, index) => [sentence(index), place]);
}

function runsOf(block: Block): readonly Run[] {
  switch (block.kind) {
    case "paragraph":
      return block.runs;
    case "heading":
      return block.level === "annex" ? [] : block.lines.map((line) => ({ kind: "text", ...line }));
    case "cover":
    case "contents":
    case "chart":
    case "signature":
    case "table":
      return [];
  }
}

function tablePlaces(table: Table): readonly [string, Place][] {
  const { title, left, right, columns, rows, notes } = table;
  const name = table.number.text || withoutYear(compact(title.text));
  const heads = columns.flatMap((column) => pathsOf(column, ""));
  const frame = compact(
    [
      table.number.text,
      title.text,
      left.text,
      right.text,
      ...notes.flatMap(({ runs }) => runs.map(runText)),
    ].join(""),
  );
  const rounding = frame.match(ROUNDING)?.join("") ?? "";
  const above: Place[] = [];
  const cells = rows.flatMap((row, y) =>
    row.cells.map((cell, x): [string, Place] => {
      const place = cellPlace(cell, above[x]);
      above[x] = place;
      return [cellOf(name, y, heads[x] ?? ""), place];
    }),
  );
  return [
    [frameOf(name), { text: frame.replace(ROUNDING, ""), figures: [] }],
    [roundingOf(name), { text: rounding, figures: cells.flatMap(([, { figures }]) => figures) }],
    ...cells,
  ];
}

/** The heads above each leaf: 基本支出/人员经费/工资福利支出. */
export function pathsOf({ header, children }: Column, above: string): readonly string[] {
  const path = above + compact(header.text);
  return !children ? [path] : children.flatMap((child) => pathsOf(child, `${path}/`));
}

function cellPlace(cell: Cell, above: Place | undefined): Place {
  if (cell.kind === "covered" && above) return { ...above, covered: true };
  return { text: compact(cellText(cell)), figures: cell.kind === "figure" ? [cell.figure] : [] };
}
