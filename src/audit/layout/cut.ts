import type { Manuscript, Piece } from "../../model/manuscript.js";
import type { Block, Report, Table } from "../../model/report.js";
import { blocksOf, tablesOf } from "../../model/walk.js";
import { likeness } from "../../text/dice.js";
import { folded } from "../../text/fold.js";
import { ALIKE } from "../../text/thresholds.js";
import { contentsIn, type WrongEntry, wrongEntries } from "./contents.js";
import { withoutFurniture } from "./furniture.js";
import { type PageJump, pageJumps } from "./page-order.js";

/** A manuscript cut where the expected tables begin and end. */
export interface Cut {
  /** everything outside of tables, in order */
  readonly narrative: readonly Piece[];
  readonly tables: ReadonlyMap<Table, readonly Piece[]>;
  /** entries of the table of contents that lead elsewhere */
  readonly wrongEntries: readonly WrongEntry[];
  /** pages that are out of order */
  readonly pageJumps: readonly PageJump[];
}

const LONGEST_TITLE = 60;
/** 预算03表, 表三, 附件1-3: a number above a title belongs to it. */
const NUMBER = /^(?:预算|公开|附|表|件)*[表件]?[\d一二三四五六七八九十-]{1,4}表?[：、.]?$/u;

export function cut(manuscript: Manuscript, report: Report): Cut {
  const [blocks, tables] = [blocksOf(report), tablesOf(report)];
  const headings = new Set(blocks.flatMap(headingWords));
  const pages = withoutFurniture(manuscript);
  const pieces = pages.flatMap((page) => page.pieces);
  const listed = listedTitles(report);
  const titles = new Set([...headings, ...tables.map(({ title }) => folded(title.text)), ...listed.keys()]);
  const contents = contentsIn(pieces, titles, contentsTitle(blocks));
  const rest = pieces.filter((piece) => !contents.lines.has(piece));
  return {
    ...regions(rest, startsOf(rest, tables), headings),
    wrongEntries: wrongEntries(contents.entries, pages, listed),
    pageJumps: pageJumps(pages),
  };
}

/** The titles that entries of the contents lead to, by what these call them, where they do not call them by their titles. */
function listedTitles({ parts }: Report): ReadonlyMap<string, string> {
  const listed = parts.flatMap((part) => [
    { listed: part.listed, title: part.blocks.flatMap(titleOf)[0] },
    ...part.blocks.flatMap((block) =>
      block.kind === "table" ? [{ ...block, title: block.title.text }] : [],
    ),
  ]);
  return new Map(
    listed.flatMap(({ listed: own, title }) => (own && title ? [[folded(own.text), folded(title)]] : [])),
  );
}

function titleOf(block: Block): readonly string[] {
  if (block.kind === "table") return [block.title.text];
  return block.kind === "heading" ? [block.lines.map(({ text }) => text).join("")] : [];
}

function headingWords(block: Block): readonly string[] {
  if (block.kind !== "heading" || block.level === "subsection") return [];
  const lines = block.lines.map(({ text }) => folded(text));
  return [...lines, lines.join("")];
}

function contentsTitle(blocks: readonly Block[]): string {
  return blocks.flatMap((block) => (block.kind === "contents" ? [block.title.text] : []))[0] ?? "目录";
}

/** Which pieces begin a table: surely where its title stands, else where something like it does, or its number. */
function startsOf(pieces: readonly Piece[], tables: readonly Table[]): ReadonlyMap<number, Table> {
  const texts = pieces.map((piece) => (piece.kind === "line" ? folded(piece.text) : ""));
  const starts = new Map<number, Table>();
  for (const find of [exactTitle, likeTitle, numberOf]) {
    for (const table of tables) {
      const at = [...starts.values()].includes(table) ? -1 : find(texts, table, starts);
      if (at >= 0) starts.set(withNumberAbove(at, texts, starts), table);
    }
  }
  return starts;
}

type Taken = ReadonlyMap<number, Table>;

function exactTitle(texts: readonly string[], { title }: Table): number {
  return texts.indexOf(folded(title.text));
}

function likeTitle(texts: readonly string[], { title }: Table, taken: Taken): number {
  const wanted = folded(title.text);
  let best = -1;
  let most: number = ALIKE.moved;
  texts.forEach((text, index) => {
    if (taken.has(index) || text.length > LONGEST_TITLE || text.includes("。")) return;
    const alike = text.includes(wanted) ? 1 : likeness(text, wanted);
    if (alike > most) [best, most] = [index, alike];
  });
  return best;
}

function numberOf(texts: readonly string[], { number }: Table, taken: Taken): number {
  const at = number.text === "" ? -1 : texts.indexOf(folded(number.text));
  return taken.has(at) ? -1 : at;
}

function withNumberAbove(at: number, texts: readonly string[], taken: Taken): number {
  return !taken.has(at - 1) && NUMBER.test(texts[at - 1] ?? "") ? at - 1 : at;
}

/** A table goes on to the next, or to a heading of the text. */
function regions(
  pieces: readonly Piece[],
  starts: ReadonlyMap<number, Table>,
  headings: ReadonlySet<string>,
): Pick<Cut, "narrative" | "tables"> {
  const narrative: Piece[] = [];
  const tables = new Map<Table, Piece[]>();
  let into = narrative;
  pieces.forEach((piece, index) => {
    const table = starts.get(index);
    if (table) {
      into = [];
      tables.set(table, into);
    } else if (piece.kind === "line" && headings.has(folded(piece.text))) into = narrative;
    into.push(piece);
  });
  return { narrative, tables };
}
