import { isNarrative, type Passage } from "../model/passage.js";
import type { Row, Table } from "../model/report.js";
import { covering } from "./masks.js";
import type { Finding, Proof, Rule } from "./rule.js";

/** The names in the rows of a table that have a figure in one of its columns. */
interface Listing {
  readonly table: Table;
  readonly rows: readonly (readonly string[])[];
}

const LIST = /主要包括：([^；。：]+)/g;
const TOTAL = /^[合小总]计$/;

export const ENUMERATIONS: Rule = {
  code: "校对/列举",
  severity: "错误",
  says: "“主要包括：”后面列举的科目，与附表里有数的科目一致，不多也不少",
  basis: "实务：照上年的文件改写时，列举的科目常没有跟着表改",
  examine: (proof) => {
    const listings = proof.report.parts
      .flatMap((part) => part.blocks)
      .flatMap((block) => (block.kind === "table" ? listingsOf(block, proof.budget.unit.name.text) : []));
    return proof.passages.filter(isNarrative).flatMap((passage) => faultsIn(passage, proof, listings));
  },
};

/** Rows that sum up others, the unit's own among them, are not listed. */
function listingsOf(table: Table, unit: string): readonly Listing[] {
  const isPart = (names: readonly string[]): boolean =>
    !names.some((name) => name === unit || TOTAL.test(name));
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => ({
    table,
    rows: table.rows
      .filter((row) => row.cells[column]?.kind === "figure")
      .map(namesIn)
      .filter(isPart),
  })).filter(({ rows }) => rows.length > 0);
}

function namesIn({ cells }: Row): readonly string[] {
  return cells.flatMap((cell) => (cell.kind === "text" ? [cell.text] : []));
}

/** What the officer wrote, in the duties or as a reason, lists no 科目. */
function faultsIn(passage: Passage, { budget }: Proof, listings: readonly Listing[]): readonly Finding[] {
  const reasons = [...budget.reasons.value.values()].map(({ value }) => value.text);
  const text = covering([budget.unit.duties.text, ...reasons])(passage.text);
  return [...text.matchAll(LIST)].flatMap((match) => {
    const words = match[1] ?? "";
    const start = match.index + match[0].length - words.length;
    const items = words.replace(/等$/, "").split("、");
    const fault = faultOf(items, listings);
    return fault ? [{ passage, start, end: start + words.length, ...fault }] : [];
  });
}

function faultOf(
  items: readonly string[],
  listings: readonly Listing[],
): Pick<Finding, "message" | "remedy"> | undefined {
  const compared = listings.map((listing) => ({ listing, ...compare(items, listing) }));
  const [closest] = compared.toSorted(
    (a, b) => a.wrong.length - b.wrong.length || a.left.length - b.left.length,
  );
  const isList = compared.some(({ wrong }) => wrong.length < items.length);
  if (!isList || !closest || closest.wrong.length + closest.left.length === 0) return undefined;
  const { table } = closest.listing;
  const wrong = closest.wrong.length > 0 ? [`${table.number.text}里没有${quoted(closest.wrong)}`] : [];
  const left = closest.left.length > 0 ? [`漏了${quoted(closest.left)}`] : [];
  return {
    message: `列举的科目与${table.number.text}不一致：${[...wrong, ...left].join("，")}`,
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

function quoted(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `“${name}”`).join("");
}
