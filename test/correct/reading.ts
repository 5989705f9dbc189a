import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type RuledCell, readRuled } from "../properties/ruled.js";
import { type PrintedRow, readTables } from "../properties/tables.js";

/** A finished disclosure as a reader sees it, without white space. */
export interface PrintedDisclosure {
  /** by place in the file: all words that are in no cell, but page numbers, contents and what is above tables that go on */
  readonly pages: readonly PrintedPage[];
  /** the words of all pages, one behind the other */
  readonly words: string;
  /** the texts of the cells of each table, but for its head, as often as they stand in it; by its number */
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

export interface PrintedPage {
  /** the number printed on it; undefined where there is none */
  readonly number: number | undefined;
  readonly words: string;
  /** what is drawn before them where a table goes on: what it is called */
  readonly continued: string;
  /** heads included */
  readonly cells: readonly RuledCell[];
}

const NUMBER = /^—(\d+)—$/u;
/** Begins the line above the head of a table that goes on, which says nothing new. */
const CONTINUED = "续表";

export async function readDisclosure(bytes: Uint8Array, pack?: string): Promise<PrintedDisclosure> {
  const ruled = await readRuled(bytes);
  const pages = ruled.map(({ lines, cells }): PrintedPage => {
    const number = lines.map((line) => NUMBER.exec(line)?.[1]).find((found) => found !== undefined);
    const isContents = lines.some((line) => line.includes("………"));
    return {
      number: number === undefined ? undefined : Number(number),
      words: isContents
        ? ""
        : lines.filter((line) => !NUMBER.test(line) && !line.startsWith(CONTINUED)).join(""),
      continued: lines.filter((line) => line.startsWith(CONTINUED)).join(""),
      cells,
    };
  });
  const cells = [...readTables(ruled, pack).values()].map(({ number, rows }) => {
    return [number, withoutRepetition(rows)] as const;
  });
  return { pages, words: pages.map(({ words }) => words).join(""), cells: new Map(cells) };
}

const PROJECT = "项目单位（项目名称）";

/** Cells that span the rows of a project are printed again where it goes on on another page. */
function withoutRepetition(rows: readonly PrintedRow[]): readonly string[] {
  let current = "";
  return rows.flatMap(({ first, cells }) => {
    const project = cells.get(PROJECT) ?? "";
    const again = first && project !== "" && project === current;
    if (project !== "") current = project;
    const printed = [...cells].filter(([head]) => !again || head.startsWith("绩效目标"));
    return printed.flatMap(([, text]) => (text === "" ? [] : [text]));
  });
}

/** The texts of the rows of the table of an announcement, heads left out. */
export async function readComparison(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const pages = await readRuled(bytes);
  return pages.flatMap(({ cells }) => {
    const tops = [...new Set(cells.map(({ top }) => top))].sort((a, b) => a - b);
    const lefts = [...new Set(cells.map(({ left }) => left))].sort((a, b) => a - b);
    return tops
      .slice(1)
      .map((top) =>
        lefts.map((left) => cells.find((cell) => cell.top === top && cell.left === left)?.text ?? ""),
      );
  });
}

/** What a PDF says that it is, in its title and subject. */
export async function readTitle(bytes: Uint8Array): Promise<readonly unknown[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const { info } = await (await loading.promise).getMetadata();
  await loading.destroy();
  const { Title, Subject } = info as Readonly<Record<string, unknown>>;
  return [Title, Subject];
}
