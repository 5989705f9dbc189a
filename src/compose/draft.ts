import { type Diagnostic, isWholeFile, placesOf } from "../diagnostic/diagnostic.js";
import { counts, inOrder, type LeftOut, leftOutWords } from "../diagnostic/telling.js";
import type { Element, LeafColumn, Marked, Part, Report, Table } from "../model/report.js";
import { blocksOf } from "../model/walk.js";
import { joined, ownWording } from "../model/wording.js";
import { listColumn, listRow } from "./columns.js";
import { added, gapsIn, spotsOf, textsIn } from "./draft-spots.js";
import { paragraphOf } from "./narrative.js";

interface Pages {
  get(element: Element): readonly { readonly number: number | undefined }[] | undefined;
}

/** A report with all that was found wrong with it. */
export interface Draft {
  readonly report: Report;
  readonly found: readonly Diagnostic[];
  /** which checks have not been made, because the data has first to be complete and right */
  readonly leftOut: readonly LeftOut[];
  readonly pages: Pages;
  /** the characters of a text that cannot be printed */
  readonly missing: (text: string) => readonly string[];
}

/** A report as a draft of itself: gaps and faulty places marked, all that was found listed at its end with the page of each. */
export function draftReport({ report, found, leftOut, pages, missing }: Draft): {
  readonly marked: Marked;
  readonly list: Report;
} {
  const texts = blocksOf(report).flatMap(textsIn);
  const marked = new Map(gapsIn(texts));
  const rows = found.toSorted(inOrder).map((each) => {
    const spots = each.severity === "错误" ? spotsOf(each, texts) : [];
    for (const [element, stretches] of spots) marked.set(element, added(marked.get(element), stretches));
    const numbers = spots.flatMap(([element]) => pages.get(element)?.[0]?.number ?? []);
    return { found: each, page: numbers[0] };
  });
  const print = (text: string): string =>
    missing(text).reduce((rest, character) => rest.replaceAll(character, "□"), text);
  const title = joined([report.title, ownWording("（草稿）")]);
  return { marked, list: { ...report, title, parts: [...report.parts, listPart(rows, leftOut, print)] } };
}

interface ListRow {
  readonly found: Diagnostic;
  readonly page: number | undefined;
}

const COLUMNS: readonly LeafColumn[] = [
  listColumn(ownWording("序号"), "ordinal", "center"),
  listColumn(ownWording("级别"), "text", "center"),
  listColumn(ownWording("页码"), "page", "center"),
  ...["在哪里", "问题", "怎么改"].map((header) => listColumn(ownWording(header), "text", "left")),
];

function listPart(
  rows: readonly ListRow[],
  leftOut: readonly LeftOut[],
  print: (text: string) => string,
): Part {
  const table: Table = {
    kind: "table",
    number: ownWording(""),
    title: ownWording("草稿：还要填的和要改的地方"),
    left: ownWording(`共 ${counts(rows.map(({ found }) => found))}`),
    right: ownWording("这一页不公开"),
    columns: COLUMNS,
    rows: rows.map((row, index) => listRow(listTexts(row, index).map(print))),
    notes: [
      "页码是草稿里印出它的第一页；没有页码的，程序说不出它印在哪一页。",
      ...(leftOut.length === 0 ? [] : [leftOutWords(leftOut)]),
    ].map((text) => paragraphOf(ownWording(text))),
  };
  return { orientation: "landscape", numbered: true, blocks: [table] };
}

function listTexts({ found, page }: ListRow, index: number): readonly string[] {
  const { severity, message, notes, paste = [] } = found;
  const where = placesOf(found)
    .map((place) => (isWholeFile(place) ? place.file : `${place.file} 第 ${place.line} 行`))
    .join("、");
  const remedy = notes.filter((text) => text.startsWith("怎么改：")).map((text) => text.slice(4));
  const says = (remedy.length > 0 ? remedy : notes).join("；");
  const lines = paste.map((line) => `“${line.trim()}”`).join("");
  const number = page === undefined ? "" : String(page);
  return [String(index + 1), severity, number, where, message, says + lines];
}
