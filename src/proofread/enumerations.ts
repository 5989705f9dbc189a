import { isNothing } from "../model/figure.js";
import { isNarrative } from "../model/passage.js";
import type { Cell, RowSubject, Table } from "../model/report.js";
import { rowWords, tableName } from "../model/table-words.js";
import { leavesOf, tablesOf } from "../model/walk.js";
import { covering } from "./masks.js";
import { type Finding, type Proof, quoted, type ReadPassage, type Remarks, type Rule } from "./rule.js";

/** The names in the rows of a table that have a figure in one of its columns. */
interface Listing {
  readonly table: Table;
  readonly rows: readonly (readonly string[])[];
}

const LIST = /主要包括：([^；。：]+)/g;

export const ENUMERATIONS: Rule = {
  code: "校对/列举",
  severity: "错误",
  says: "“主要包括：”后面列举的科目，与附表里有数的科目一致，不多也不少",
  certainty: "实务",
  basis: "实务：照上年的文件改写时，列举的科目常没有跟着表改",
  examine: (proof) => {
    const listings = tablesOf(proof.report).flatMap(listingsOf);
    const cover = covering(officersWords(proof));
    return proof.passages.filter(isNarrative).flatMap((passage) => faultsIn(passage, cover, listings));
  },
};

function listingsOf(table: Table): readonly Listing[] {
  const leaves = leavesOf(table.columns);
  const listings = leaves.map((leaf) => ({
    table,
    rows: table.rows
      .filter((row) => isAmount(row.cells[leaf.index]) && isListed(row.subjects[leaf.column.side]))
      .map((row) => rowWords(row, leaf, leaves)),
  }));
  return listings.filter(({ rows }) => rows.length > 0);
}

/** What is exactly nothing may be printed, and is not listed. */
function isAmount(cell: Cell | undefined): boolean {
  return cell?.kind === "figure" && !isNothing(cell.figure);
}

/** Rows that sum up others are not, nor are those of units. */
function isListed(subject: RowSubject | undefined): boolean {
  if (subject?.role !== "part" && subject?.role !== "within") return false;
  const dimensions = Object.keys(subject.where);
  return dimensions.length !== 1 || dimensions[0] !== "单位";
}

/** What the officer wrote, in the duties or as a reason, lists no 科目. */
function officersWords({ budget: { unit, reasons } }: Proof): readonly string[] {
  return [...unit.duties, ...[...reasons.value.values()].map(({ value }) => value)].map(({ text }) => text);
}

function faultsIn(
  passage: ReadPassage,
  cover: (text: string) => string,
  listings: readonly Listing[],
): readonly Finding[] {
  return [...cover(passage.text).matchAll(LIST)].flatMap((match) => {
    const words = match[1] ?? "";
    const start = match.index + match[0].length - words.length;
    const items = words.replace(/等$/, "").split("、");
    const fault = faultOf(items, listings);
    return fault ? [{ passage, start, end: start + words.length, ...fault }] : [];
  });
}

function faultOf(items: readonly string[], listings: readonly Listing[]): Remarks | undefined {
  const compared = listings.map((listing) => ({ listing, ...compare(items, listing) }));
  const [closest] = compared.toSorted(
    (a, b) => a.wrong.length - b.wrong.length || a.left.length - b.left.length,
  );
  const isList = compared.some(({ wrong }) => wrong.length < items.length);
  if (!isList || !closest || closest.wrong.length + closest.left.length === 0) return undefined;
  const { table } = closest.listing;
  const wrong = closest.wrong.length > 0 ? [`${tableName(table)}里没有${quoted(closest.wrong)}`] : [];
  const left = closest.left.length > 0 ? [`漏了${quoted(closest.left)}`] : [];
  return {
    message: `列举的科目与${tableName(table)}不一致：${[...wrong, ...left].join("，")}`,
    remedy: '改用 {{列举 口径 "经济科目"}}，由程序从数据列出',
  };
}

/** The items that the table does not have there, and the rows that no item names. */
function compare(items: readonly string[], { rows }: Listing) {
  const known = new Set(rows.flat());
  const named = new Set(items);
  const isNamed = (name: string): boolean => named.has(name);
  const [like = -1] = rows.map((names) => names.findIndex(isNamed)).filter((index) => index >= 0);
  return {
    wrong: items.filter((item) => !known.has(item)),
    left: rows.filter((names) => !names.some(isNamed)).map((names) => names.at(like) ?? ""),
  };
}
