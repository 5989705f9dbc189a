import { cellText, runText } from "../../src/model/printed.js";
import type { Block, HeadingLevel, Paragraph, Report, Table } from "../../src/model/report.js";
import { LISTED_KINDS } from "../../src/model/report.js";
import { blocksOf, leavesOf, ownWords, runsOf } from "../../src/model/walk.js";
import type { Fonts } from "../../src/render/fonts/fonts.js";
import { bookmarkBlocks, withPart } from "../../src/render/layout/bookmarks.js";
import { pagesOf } from "../../src/render/layout/pages-of.js";
import { markupText } from "../../src/render/markup-text.js";
import { layHead } from "../../src/render/tables/table-head.js";
import { findReferences } from "../../src/render/tags/references.js";

const HEADING_TAGS: Readonly<Record<HeadingLevel, string>> = {
  part: "h1",
  annex: "h1",
  section: "h2",
  subsection: "h3",
};

/** What a Word file of a report says, line by line: a row of a table is one, with how far its cells reach. */
export function wordLines(report: Report, fonts: Fonts): readonly string[] {
  const lines = blocksOf(report).flatMap((block) => linesOf(block, report, fonts));
  return lines.map((line) => markupText(line)).filter((line) => line !== "p ");
}

/** The words of each link of a Word file, and those that it leads to. */
export function wordLinks(report: Report, fonts: Fonts): readonly (readonly [string, string])[] {
  const references = findReferences(report);
  return blocksOf(report).flatMap((block) => {
    if (block.kind === "contents")
      return entries(report, fonts).map(([says, to]) => [says, headline(to)] as const);
    return runsOf(block).flatMap((run) =>
      (references.get(run) ?? []).map(({ from, to, target }) => {
        const leadsTo = target.kind === "table" ? headline(target) : cellText(target);
        return [runText(run).slice(from, to), leadsTo] as const;
      }),
    );
  });
}

/** What of a block is found by its bookmark. */
function headline(block: Block): string {
  return block.kind === "table"
    ? block.title.text
    : ownWords(block)
        .map(({ text }) => text)
        .join("\n");
}

function linesOf(block: Block, report: Report, fonts: Fonts): readonly string[] {
  switch (block.kind) {
    case "cover":
    case "signature":
      return ownWords(block).map(({ text }) => `p ${text}`);
    case "contents":
      return [`p ${block.title.text}`, ...contents(report, fonts)];
    case "chart":
      return [`p ${block.says}`, `p ${block.title.text}`];
    case "heading":
      return [`${HEADING_TAGS[block.level]} ${block.lines.map(({ text }) => text).join("\n")}`];
    case "paragraph":
      return [paragraph(block)];
    case "table":
      return table(block);
  }
}

function contents(report: Report, fonts: Fonts): readonly string[] {
  return entries(report, fonts).map(([says]) => `p ${says}`);
}

/** Each entry of the contents, and the block that it leads to. */
function entries(report: Report, fonts: Fonts): readonly (readonly [says: string, to: Block])[] {
  const pages = pagesOf(report, fonts);
  return listedIn(report).map(([title, block]) => [
    `${title}\t${pages.get(block)?.[0]?.number ?? ""}`,
    block,
  ]);
}

/** What the contents of a report list, in order, and the block that each leads to. */
export function listedIn(report: Report): readonly (readonly [title: string, to: Block])[] {
  const listed = blocksOf(report).flatMap((block) =>
    block.kind === "contents" ? (block.lists ?? LISTED_KINDS) : [],
  );
  return [...bookmarkBlocks(report)].flatMap(([block, mark]) =>
    withPart(mark)
      .filter(({ kind }) => listed.some((each) => each === kind))
      .map(({ title }) => [title, block] as const),
  );
}

function paragraph({ runs }: Paragraph): string {
  return `p ${runs.map(runText).join("")}`;
}

function table({ number, title, left, right, columns, rows, notes }: Table): readonly string[] {
  const head = layHead(columns);
  const heads = Array.from({ length: head.rows }, (_, row) =>
    head.cells
      .filter((cell) => cell.row === row)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => cellLine(cell.text, cell.rows, cell.columns)),
  );
  const body = rows.map(({ cells }) =>
    leavesOf(columns).flatMap(({ index }) => {
      const cell = cells[index];
      return !cell || cell.kind === "covered" ? [] : [cellLine(cellText(cell), cell.rows, 1)];
    }),
  );
  const sides = right.text === "" ? left.text : `${left.text}\t${right.text}`;
  return [
    `p ${number.text}`,
    `p ${title.text}`,
    `p ${sides}`,
    ...heads.map((cells) => `th ${cells.join(" | ")}`),
    ...body.map((cells) => `td ${cells.join(" | ")}`),
    ...notes.map(paragraph),
  ];
}

/** A cell's text, with how many rows and columns it takes where it is more than one. */
export function cellLine(text: string, rows: number, columns: number): string {
  return rows === 1 && columns === 1 ? text : `${text} (${rows}×${columns})`;
}
