import type {
  Cell,
  Column,
  ColumnContent,
  Heading,
  Paragraph,
  Part,
  Report,
  ReportStyle,
  Row,
  Table,
} from "../../src/model/report.js";
import { leavesOf } from "../../src/model/walk.js";
import { ownWording } from "../../src/model/wording.js";
import { quantity, type Unit } from "../../src/money/money.js";

export const STYLE: ReportStyle = {
  margins: {
    portrait: { top: 37, right: 26, bottom: 35, left: 28 },
    landscape: { top: 28, right: 20, bottom: 25, left: 20 },
  },
  cover: { font: "小标宋", size: 26, pitch: 44 },
  contentsTitle: { font: "小标宋", size: 22, pitch: 40 },
  contents: { font: "仿宋", size: 14, pitch: 21 },
  headings: {
    part: { font: "小标宋", size: 22, pitch: 36 },
    annex: { font: "黑体", size: 14, pitch: 22 },
    section: { font: "黑体", size: 16, pitch: 29 },
    subsection: { font: "楷体", size: 16, pitch: 29 },
  },
  body: { font: "仿宋", size: 16, pitch: 29, charactersPerLine: 28 },
  pageNumber: { font: "宋体", size: 14, pitch: 20 },
  tableNumber: { font: "宋体", size: 10.5, pitch: 16 },
  tableTitle: { font: "小标宋", size: 16, pitch: 26 },
  table: { font: "宋体", size: 9, pitch: 12, smallest: 7.5 },
};

export function figure(amount: string, unit: Unit = "万元", decimals = 2) {
  return { amount: quantity(amount), unit, decimals, measure: "收入合计", lines: [] };
}

/** A paragraph in which `{1001.9万元}` stands for a figure. */
export function paragraph(marked: string): Paragraph {
  const pieces = marked.split(/\{(-?[\d.]+)(万元|元|%|个)\}/);
  const runs: Paragraph["runs"][number][] = [];
  for (let index = 0; index < pieces.length; index += 3) {
    if (pieces[index]) runs.push({ kind: "text", ...ownWording(pieces[index] ?? "") });
    const amount = pieces[index + 1];
    if (amount) runs.push({ kind: "figure", figure: figure(amount, pieces[index + 2] as Unit), origins: [] });
  }
  return { kind: "paragraph", runs };
}

export function heading(level: Heading["level"], ...lines: string[]): Heading {
  return { kind: "heading", level, lines: lines.map(ownWording) };
}

/** A group over others, or a leaf of words, or of figures where its table has some there. */
export function column(header: string, ...children: Column[]): Column {
  return children.length > 0 ? { header: ownWording(header), children } : leaf(header, { kind: "text" });
}

export function leaf(header: string, shows: ColumnContent, side = 0): Column {
  return { header: ownWording(header), align: "center", shows, side };
}

/** A cell from how it would be printed: a number is a figure, `|` is covered, "" is empty. */
export function cell(text: string, rows = 1): Cell {
  if (text === "|") return { kind: "covered" };
  if (text === "") return { kind: "empty", rows };
  if (/^-?\d+\.\d+$/.test(text)) return { kind: "figure", figure: figure(text), rows };
  return { kind: "text", ...ownWording(text), rows };
}

export function row(...texts: string[]): Row {
  return rowOf(...texts.map((text) => cell(text)));
}

export function rowOf(...cells: Cell[]): Row {
  return { cells, subjects: [] };
}

/** The columns, with those of `rows` that have figures as columns of figures. */
function withFigures(columns: readonly Column[], rows: readonly Row[]): readonly Column[] {
  const figures = leavesOf(columns).filter(({ index }) =>
    rows.some(({ cells }) => cells[index]?.kind === "figure"),
  );
  const found = new Set<Column>(figures.map(({ column }) => column));
  const filled = (each: Column): Column => {
    if (each.children) return { ...each, children: each.children.map(filled) };
    return found.has(each) && each.shows.kind === "text"
      ? { ...each, shows: { kind: "figure", where: {}, role: "part" } }
      : each;
  };
  return columns.map(filled);
}

export function table(
  title: string,
  columns: readonly Column[],
  rows: readonly Row[],
  notes: string[] = [],
): Table {
  return {
    kind: "table",
    number: ownWording("预算01表"),
    title: ownWording(title),
    left: ownWording("单位名称：三门峡市住房保障中心"),
    right: ownWording("单位：万元"),
    unit: "万元",
    columns: withFigures(columns, rows),
    rows,
    notes: notes.map((text) => ({ kind: "paragraph", runs: [{ kind: "text", ...ownWording(text) }] })),
  };
}

export function report(...parts: Part[]): Report {
  return {
    title: ownWording("三门峡市住房保障中心2023年度单位预算公开"),
    author: "三门峡市住房保障中心",
    unitCode: "403008",
    year: 2023,
    subject: "2023年度单位预算公开",
    date: new Date("2023-03-01T00:00:00Z"),
    style: STYLE,
    parts,
  };
}

export function part(...blocks: Part["blocks"]): Part {
  return { orientation: "portrait", numbered: true, blocks };
}

export function landscape(...blocks: Part["blocks"]): Part {
  return { orientation: "landscape", numbered: true, blocks };
}
