import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFile } from "../../src/project/data-files.js";
import { type Pdf, type PdfPage, readPdf } from "../pdf/read.js";
import { buildIn, makeProject } from "../project.js";
import { cutSections, type Section } from "./narrative.js";
import { projectLead, type TableText } from "./table.js";
import { compact } from "./text.js";

/** The document that the program makes of data/403008/2023.yaml. */
export async function printedPdf(): Promise<Pdf> {
  const project = makeProject();
  const data = dataFile("403008", 2023);
  const { file } = await buildIn(project, { data, output: "out" });
  return readPdf(readFileSync(join(project, file)));
}

/** The pages as lines without white space, from 第一部分 on, without page numbers and what stands above tables that go on. */
export function printedPages(pdf: Pdf): string[][] {
  const pages = pdf.pages.map((page) => pageLines(page).filter((line) => !/^(—\d+—$|续表)/u.test(line)));
  const first = pages.findIndex((lines) => lines[0] === "第一部分");
  if (first < 0) throw new Error("没有一页以“第一部分”开头");
  return pages.slice(first);
}

/** A line ends where the next text stands higher or lower. */
function pageLines(page: PdfPage): string[] {
  const lines: string[] = [];
  let above: number | undefined;
  for (const { text, y, size } of page.items) {
    if (above !== undefined && Math.abs(above - y) < size / 2) lines.push((lines.pop() ?? "") + text);
    else lines.push(text);
    above = y;
  }
  return lines.map(compact);
}

const ANNEX = /^附件：/u;

export function printedSections(pages: readonly string[][]): Section[] {
  const lines = pages.flat();
  const annex = lines.findIndex((line) => ANNEX.test(line));
  return cutSections(lines.slice(0, annex + 1));
}

/** For each table the text of its pages. A page without a table number continues the table before it. */
export function printedTables(pages: readonly string[][]): string[][] {
  const annex = pages.findIndex((lines) => lines.some((line) => ANNEX.test(line)));
  const tables = new Map<string, string[]>();
  let number = "";
  for (const lines of pages.slice(annex)) {
    const text = lines.filter((line) => !ANNEX.test(line)).join("");
    if (text === "") continue;
    number = /预算\d+表/u.exec(text)?.[0] ?? number;
    tables.set(number, [...(tables.get(number) ?? []), text]);
  }
  return [...tables.values()];
}

/** The text of a printed table, cut where that of `expected` would end. */
export interface PrintedTable {
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly head: string;
  /** the rows and the notes below them */
  readonly body: string;
}

/** Joins the pages of a table: what the first one has above its rows must stand on the others word for word. */
export function joinedTable(pages: readonly string[], expected: TableText): PrintedTable {
  const [first = "", ...others] = pages;
  const { number, title, unit, headers } = expected;
  const top = cut(
    first,
    [number, title, unit, headers.join("")].map((text) => text.length),
  );
  let body = first.slice(top.join("").length);
  for (const page of others) body += continuation(page, [top.join(""), top[3] ?? ""], body, expected);
  const [printedNumber = "", printedTitle = "", printedUnit = "", head = ""] = top;
  return { number: printedNumber, title: printedTitle, unit: printedUnit, head, body };
}

/** The beginning of a text in pieces of these lengths. */
function cut(text: string, lengths: readonly number[]): string[] {
  let from = 0;
  return lengths.map((length) => {
    const piece = text.slice(from, from + length);
    from += length;
    return piece;
  });
}

function continuation(page: string, tops: readonly string[], bodySoFar: string, expected: TableText): string {
  const top = tops.find((each) => page.startsWith(each));
  if (top === undefined) return `［${expected.name}的续页没有表头］${page}`;
  const rest = page.slice(top.length);
  const lead = expected.rows
    .map(projectLead)
    .find((each) => each !== undefined && rest.startsWith(each) && bodySoFar.includes(each));
  return rest.slice(lead?.length ?? 0);
}
