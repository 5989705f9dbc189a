import type { RecoveredCell, RecoveredParagraph, RecoveredTable } from "../../model/recovered.js";

type Row = readonly RecoveredCell[];

/** A sheet's tables, and what stands in it that is none. */
export interface SheetParts {
  readonly tables: readonly RecoveredTable[];
  readonly paragraphs: readonly RecoveredParagraph[];
}

/** What says something about a table beside its title: whose it is, what it is counted in, who made it. */
const CAPTION = /^(?:[^：:]{0,8}(?:单位|部门|编制|填报|日期|时间)[^：:]{0,6}[：:]|单位[:：]?.?元$|20\d\d年)/u;
/** How a line begins that stands under a table. */
const REMARK = /^(?:注|备注|说明|填表|制表|审核|复核|负责人|单位负责人)/u;
/** Between a title and the heads of its table stand so many lines at most. */
const HEADS_WITHIN = 6;

/** The tables that stand on a sheet below each other; a sheet of single cells is prose. */
export function partsOfSheet(name: string, rows: readonly Row[]): SheetParts {
  const parts = blocksOf(rows).map((block) => partOf(name, block));
  return {
    tables: parts.flatMap(({ tables }) => tables),
    paragraphs: parts.flatMap(({ paragraphs }) => paragraphs),
  };
}

/** The rows parted where, behind an empty row, a title and the heads of another table follow. */
function blocksOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const blocks: Row[][] = [];
  let isAfterGap = true;
  for (const [index, row] of rows.entries()) {
    const isEmpty = wordsIn(row).length === 0;
    if (!isEmpty && isAfterGap && (blocks.length === 0 || isTitleAt(rows, index))) blocks.push([]);
    if (!isEmpty) blocks.at(-1)?.push(row);
    isAfterGap = isEmpty;
  }
  return blocks;
}

function isTitleAt(rows: readonly Row[], index: number): boolean {
  const words = wordsIn(rows[index] ?? []);
  const [title] = words;
  if (title === undefined || words.length > 2 || title.number !== undefined || isRemark(title)) return false;
  if (/^[\s\d.]*$|[合总小]\s*计/u.test(title.text)) return false;
  const next = rows.slice(index + 1, index + 1 + HEADS_WITHIN);
  return next.some((row) => isHead(row) && wordsIn(row).length > words.length);
}

function isHead(row: Row): boolean {
  const words = wordsIn(row);
  return words.length > 1 && words.every(({ number, text }) => number === undefined && /\p{L}/u.test(text));
}

function partOf(name: string, block: readonly Row[]): SheetParts {
  const from = block.findIndex((row) => wordsIn(row).length > 1 && !isCaption(row));
  if (from < 0) return { tables: [], paragraphs: block.flatMap(paragraphsOf) };
  const to = block.findLastIndex((row) => wordsIn(row).length > 1 || !wordsIn(row).some(isRemark)) + 1;
  const wordsOf = (rows: readonly Row[]): readonly string[] => rows.flatMap(wordsIn).map(({ text }) => text);
  const table = {
    name,
    above: wordsOf(block.slice(0, from)),
    below: wordsOf(block.slice(to)),
    rows: block.slice(from, to),
  };
  return { tables: [table], paragraphs: [] };
}

function isCaption(row: Row): boolean {
  const words = wordsIn(row);
  return words.length <= 4 && words.some(({ text }) => CAPTION.test(text));
}

function paragraphsOf(row: Row): readonly RecoveredParagraph[] {
  return wordsIn(row).flatMap(({ text, where }) =>
    text.split(/[\r\n]+/).flatMap((line) => (line.trim() === "" ? [] : [{ text: line.trim(), where }])),
  );
}

function wordsIn(row: Row): readonly RecoveredCell[] {
  return row.filter(({ text }) => text !== "");
}

function isRemark({ text }: RecoveredCell): boolean {
  return REMARK.test(text);
}
