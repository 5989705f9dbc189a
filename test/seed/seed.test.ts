import { expect, test } from "@jest/globals";
import type { Section } from "./narrative.js";
import { joinedTable, printedPages, printedPdf, printedSections, printedTables } from "./printed.js";
import { publishedLines, publishedSections, publishedTables } from "./published.js";
import {
  applyToSections,
  applyToTable,
  type Departure,
  describe,
  emptyEntries,
  orderKeys,
  readRegister,
} from "./register.js";
import { headDifference, readForms, type TableText } from "./table.js";
import { compact, difference } from "./text.js";

const register = readRegister();
const lines = publishedLines();
const sections = publishedSections(lines);
const tables = publishedTables(lines, readForms());
const parts = [...new Set(sections.map((section) => section.part))];

const pages = printedPages(await printedPdf());
const printedNarrative = printedSections(pages);
const printedAnnex = printedTables(pages);

test("every entry says the departure and its reason, of a part that there is", () => {
  const known = [...parts, ...tables.map((table) => table.name)];
  const unknown = Object.keys(register).filter((part) => !known.includes(part));
  agree([...unknown.map((part) => `没有这个部分：${part}`), ...emptyEntries(register)]);
});

test("parts and tables printed are all, and no more", () => {
  expect([...new Set(printedNarrative.map((section) => section.part))]).toEqual(parts);
  expect(printedAnnex).toHaveLength(tables.length);
});

test.each(parts)("%s: the published text with the registered departures is what is printed", (part) => {
  const entries = register[part] ?? [];
  const { expected, problems } = applyToSections(inPart(sections, part), entries);
  const printed = inPart(printedNarrative, part);
  agree([
    ...problems,
    ...notPrinted(entries, printed.map((section) => section.text).join("")),
    ...sectionDifferences(part, expected, printed),
  ]);
});

test.each(tables.map((table, index) => ({ table, index, name: table.name })))(
  "$name: the published table with the registered departures is what is printed",
  ({ table, index, name }) => {
    const entries = register[name] ?? [];
    const { expected, problems } = applyToTable(table, entries);
    const printedText = printedAnnex[index] ?? [];
    agree([
      ...problems,
      ...notPrinted(entries, printedText.join("")),
      ...tableDifferences(expected, printedText),
    ]);
  },
);

function inPart(all: readonly Section[], part: string): Section[] {
  return all.filter((section) => section.part === part);
}

/** Entries whose printed text, or order of rows, is not in the document. */
function notPrinted(entries: readonly Departure[], text: string): string[] {
  return entries
    .filter(({ location, printed }) =>
      location === "次序" ? !inOrder(text, orderKeys(printed)) : !text.includes(compact(printed)),
    )
    .map((entry) => `登记为印出的，没有印出：${describe(entry)}`);
}

function inOrder(text: string, words: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    from = text.indexOf(word, from) + word.length;
    return from >= word.length;
  });
}

function sectionDifferences(
  part: string,
  expected: readonly Section[],
  printed: readonly Section[],
): string[] {
  if (expected.length !== printed.length) {
    const names = (all: readonly Section[]) => all.map((section) => section.text.slice(0, 12)).join("｜");
    return [`${part} 的标题\n  应为：${names(expected)}\n  印出：${names(printed)}`];
  }
  return expected.flatMap(
    ({ name, text }, index) => difference(`${part} ${name}`, text, printed[index]?.text ?? "") ?? [],
  );
}

function tableDifferences(expected: TableText, printedText: readonly string[]): string[] {
  if (printedText.length === 0) return [`没有印出${expected.name}`];
  const printed = joinedTable(printedText, expected);
  const head = headDifference(printed.head, expected.headers);
  return [
    difference(`${expected.name} 编号`, expected.number, printed.number),
    difference(`${expected.name} 题名`, expected.title, printed.title),
    difference(`${expected.name} 单位`, expected.unit, printed.unit),
    head && `${expected.name} 表头 ${head}`,
    difference(`${expected.name} 表体和附注`, expected.rows.join("") + expected.notes, printed.body),
  ].filter((each) => each !== undefined);
}

function agree(problems: readonly string[]): void {
  expect(problems.join("\n")).toBe("");
}
