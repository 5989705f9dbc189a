import { cellText, runText } from "../../src/model/printed.js";
import type { Block, Cell, Column, Paragraph, Report, Row, Table } from "../../src/model/report.js";
import { ownWording } from "../../src/model/wording.js";

/** A report as somebody has changed it by hand. */
export type Change = (report: Report) => Report;

export function both(...changes: readonly Change[]): Change {
  return (report) => changes.reduce((changed, change) => change(changed), report);
}

/** One paragraph, the only one that has these words, with others in their place. */
export function inText(find: string, replace: string): Change {
  return (report) => {
    const changed = inBlocks(report, (block) => {
      if (block.kind !== "paragraph") return [block];
      const text = textOf(block);
      return text.includes(find) ? [written(text.replace(find, () => replace))] : [block];
    });
    const count = blocksOf(report).filter(
      (block) => block.kind === "paragraph" && textOf(block).includes(find),
    ).length;
    if (count !== 1) throw new Error(`“${find}” stands in ${count} paragraphs`);
    return changed;
  };
}

/** The words in every paragraph that has them. */
export function inAllTexts(find: string, replace: string): Change {
  return (report) =>
    inBlocks(report, (block) => {
      const text = block.kind === "paragraph" ? textOf(block) : "";
      return text.includes(find) ? [written(text.replaceAll(find, replace))] : [block];
    });
}

/** Another paragraph behind the one that begins with these words. */
export function paragraphBehind(start: string, text: string): Change {
  return (report) =>
    inBlocks(report, (block) =>
      block.kind === "paragraph" && textOf(block).startsWith(start) ? [block, written(text)] : [block],
    );
}

/** A section without its heading and paragraphs, up to the next heading. */
export function withoutSection(heading: string): Change {
  return (report) => {
    let skipped = false;
    return inBlocks(report, (block) => {
      if (block.kind === "heading") skipped = block.lines.some(({ text }) => text === heading);
      return skipped ? [] : [block];
    });
  };
}

export function inHeading(find: string, replace: string): Change {
  return (report) =>
    inBlocks(report, (block) =>
      block.kind === "heading" && block.lines.some(({ text }) => text === find)
        ? [{ ...block, lines: block.lines.map((line) => (line.text === find ? ownWording(replace) : line)) }]
        : [block],
    );
}

/** The table of this number with something else about it. */
export function inTable(number: string, change: (table: Table) => Table): Change {
  return (report) =>
    inBlocks(report, (block) =>
      block.kind === "table" && block.number.text === number ? [change(block)] : [block],
    );
}

export function withoutTable(number: string): Change {
  return (report) =>
    inBlocks(report, (block) => (block.kind === "table" && block.number.text === number ? [] : [block]));
}

/** The cells of one row, found by a word in it; the change gets and gives texts. */
export function inRow(
  number: string,
  word: string,
  change: (texts: readonly string[]) => readonly string[],
): Change {
  return inTable(number, (table) => ({
    ...table,
    rows: table.rows.map((row) => (isRow(row, word) ? rowOf(change(row.cells.map(cellText))) : row)),
  }));
}

/** The first cell of a row that shows a text, with another in its place. */
export function inCell(number: string, word: string, find: string, replace: string): Change {
  return inRow(number, word, (texts) => {
    const at = texts.indexOf(find);
    if (at < 0) throw new Error(`“${find}” is not in “${word}” of ${number}`);
    return texts.with(at, replace);
  });
}

export function withoutRow(number: string, word: string): Change {
  return inTable(number, (table) => ({ ...table, rows: table.rows.filter((row) => !isRow(row, word)) }));
}

export function rowBehind(number: string, word: string, texts: readonly string[]): Change {
  return inTable(number, (table) => ({
    ...table,
    rows: table.rows.flatMap((row) => (isRow(row, word) ? [row, rowOf(texts)] : [row])),
  }));
}

export function noteIn(number: string, note: string): Change {
  return inTable(number, (table) => ({
    ...table,
    notes: [...table.notes, { kind: "paragraph", runs: [{ kind: "text", ...ownWording(note) }] }],
  }));
}

/** Two heads of the same table in each other's place. */
export function headsSwapped(number: string, one: string, other: string): Change {
  const swap = (column: Column): Column => ({
    ...column,
    header: ownWording(
      column.header.text === one ? other : column.header.text === other ? one : column.header.text,
    ),
    ...(column.children && { children: column.children.map(swap) }),
  });
  return inTable(number, (table) => ({ ...table, columns: table.columns.map(swap) }));
}

function isRow(row: Row, word: string): boolean {
  return row.cells.some((cell) => cellText(cell) === word);
}

function rowOf(texts: readonly string[]): Row {
  return {
    subjects: [],
    cells: texts.map(
      (text): Cell =>
        text === "" ? { kind: "empty", rows: 1 } : { kind: "text", ...ownWording(text), rows: 1 },
    ),
  };
}

function textOf({ runs }: Paragraph): string {
  return runs.map(runText).join("");
}

function written(text: string): Paragraph {
  return { kind: "paragraph", runs: [{ kind: "text", ...ownWording(text) }] };
}

function blocksOf(report: Report): readonly Block[] {
  return report.parts.flatMap((part) => part.blocks);
}

function inBlocks(report: Report, change: (block: Block) => readonly Block[]): Report {
  return {
    ...report,
    parts: report.parts.map((part) => ({ ...part, blocks: part.blocks.flatMap(change) })),
  };
}
