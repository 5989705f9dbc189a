import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from "docx";
import { cellText } from "../../model/printed.js";
import type { Align, Row, Table } from "../../model/report.js";
import { leavesOf } from "../../model/walk.js";
import { sum } from "../layout/lengths.js";
import { RULE } from "../layout/page.js";
import { type CellLook, cellLook } from "../tables/cell-look.js";
import { type HeadGrid, layHead } from "../tables/table-head.js";
import { SIDE } from "../tables/table-measures.js";
import { bookmarkedWords, type ContentsSetting } from "./contents.js";
import { markedRuns, runChildren } from "./runs.js";
import { cellStyle, STYLES, twips } from "./styles.js";
import type { TableLayout, TableLayouts } from "./table-layout.js";

export interface WordTableSetting extends ContentsSetting {
  readonly layouts: TableLayouts;
}

/** A table below its number and title and above its notes. */
export function tableContent(
  table: Table,
  width: number,
  beginsPage: boolean,
  setting: WordTableSetting,
): readonly FileChild[] {
  const layout = setting.layouts.get(table);
  if (!layout) throw new Error(`the table ${table.title.text} is on no page`);
  const writing = { ...setting, table, layout };
  return [
    ...captionParagraphs(table, width, beginsPage, setting),
    grid(writing),
    ...table.notes.map(({ runs }) => {
      const children = runs.flatMap((run) => runChildren(run, setting));
      return new Paragraph({ style: STYLES.tableWords, children });
    }),
  ];
}

function captionParagraphs(
  table: Table,
  width: number,
  pageBreakBefore: boolean,
  setting: WordTableSetting,
): readonly Paragraph[] {
  const { number, title, left, right } = table;
  const words = [number, title, left, right].map(({ text }, index, all) => {
    const from = sum(all.slice(0, index).map((each) => each.text.length));
    return markedRuns(table, text, setting, { from });
  });
  const [numberRuns = [], titleRuns = [], leftRuns = [], rightRuns = []] = words;
  const found = bookmarkedWords(table, titleRuns, setting);
  const hasNumber = number.text !== "";
  const tab = markedRuns(table, "\t", { marked: new Map() });
  return [
    ...(hasNumber
      ? [new Paragraph({ style: STYLES.tableNumber, pageBreakBefore, children: numberRuns })]
      : []),
    new Paragraph({
      style: STYLES.tableTitle,
      pageBreakBefore: pageBreakBefore && !hasNumber,
      children: found,
    }),
    ...(left.text + right.text === ""
      ? []
      : [
          new Paragraph({
            style: STYLES.tableWords,
            keepNext: true,
            tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
            children: [...leftRuns, ...(right.text === "" ? [] : [...tab, ...rightRuns])],
          }),
        ]),
  ];
}

interface TableWriting extends WordTableSetting {
  readonly table: Table;
  readonly layout: TableLayout;
}

function grid(writing: TableWriting): WordTable {
  const { table, layout } = writing;
  const columnWidths = layout.widths.map(twips);
  const head = layHead(table.columns);
  const border = { style: BorderStyle.SINGLE, size: RULE * 8, color: "000000" };
  const sides = { left: twips(SIDE), right: twips(SIDE), top: twips(layout.air), bottom: twips(layout.air) };
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: sum(columnWidths), type: WidthType.DXA },
    columnWidths,
    margins: { marginUnitType: WidthType.DXA, ...sides },
    borders: {
      ...{ top: border, bottom: border, left: border, right: border },
      ...{ insideHorizontal: border, insideVertical: border },
    },
    rows: [
      ...headRows(head, writing),
      ...table.rows.map((row, index) => bodyRow(row, table.rows[index + 1], writing)),
    ],
  });
}

function headRows({ rows, cells }: HeadGrid, writing: TableWriting): readonly TableRow[] {
  return Array.from({ length: rows }, (_, row) => {
    const own = cells.filter((cell) => cell.row === row).toSorted((a, b) => a.column - b.column);
    const children = own.map(({ of, text, column, rows: rowSpan, columns: columnSpan }) => {
      const runs = markedRuns(of, text, writing);
      const look = { align: "center", indent: 0, keepNext: true } as const;
      return wordCell(runs, look, { column, rowSpan, columnSpan }, writing);
    });
    return new TableRow({ tableHeader: true, cantSplit: true, children });
  });
}

/** Rows of one subject stay together where a page has room for them all. */
function bodyRow(row: Row, next: Row | undefined, writing: TableWriting): TableRow {
  const { table, layout, anchors } = writing;
  const keepNext = next?.cells.some(({ kind }) => kind === "covered") ?? false;
  const children = leavesOf(table.columns).flatMap(({ column: leaf, index: column }) => {
    const cell = row.cells[column];
    if (!cell || cell.kind === "covered") return [];
    const { font, align, indent } = cellLook(table, row, leaf, cell);
    const runs = markedRuns(cell, cellText(cell), writing, { font });
    const found = anchors.bookmarked(anchors.nameOf(cell), runs);
    const place = { column, rowSpan: cell.rows, columnSpan: 1 };
    return [wordCell(found, { align, indent, keepNext }, place, writing)];
  });
  const isCut = row.cells.some((cell) => cell.kind !== "covered" && cell.rows === 1 && layout.cut.has(cell));
  return new TableRow({ cantSplit: !isCut, children });
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<Align, unknown>;

interface CellPlace {
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

function wordCell(
  children: Parameters<WordTableSetting["anchors"]["bookmarked"]>[1],
  { align, indent, keepNext }: Pick<CellLook, "align" | "indent"> & { readonly keepNext: boolean },
  { column, rowSpan, columnSpan }: CellPlace,
  { layout }: TableWriting,
): TableCell {
  const left = twips(indent * layout.size);
  const paragraph = new Paragraph({
    style: cellStyle(layout),
    alignment: ALIGNMENTS[align],
    keepNext,
    ...(left > 0 && { indent: { left } }),
    children,
  });
  const width = twips(sum(layout.widths.slice(column, column + columnSpan)));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    rowSpan,
    columnSpan,
    children: [paragraph],
  });
}
