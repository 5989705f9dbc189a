import { printedValue } from "../model/figure.js";
import type { Figure } from "../model/ledger.js";
import { figuresIn, isNarrative, type Passage } from "../model/passage.js";
import { cellValue, figureText } from "../model/printed.js";
import type { Row, RowSubject, Table } from "../model/report.js";
import { holdsFigures, tableName } from "../model/table-words.js";
import { type Leaf, leavesOf, tablesOf } from "../model/walk.js";
import { digits, type Quantity } from "../money/money.js";
import type { Finding, ReadPassage, Remarks, ReportProof, Rule } from "./rule.js";

/** An amount that a table prints under the name of a measure. */
interface Named {
  readonly table: Table;
  readonly amount: Quantity;
  /** whether a paragraph may print another amount under the name, if it says what the table's is */
  readonly mayDiffer: boolean;
}

export const SAME_NAME: Rule = {
  code: "校对/文表不符",
  severity: "错误",
  says: "文字里的数与表里同名的数相等；口径不同的，在同一段里写明表的名称和表里的数",
  certainty: "实务",
  basis: "实务：已公开文件中，同一个数在文字和表里各印各的，是检查中最常见的错",
  examine: (proof) => tablesOf(proof.report).flatMap((table) => unlikeTable(proof, table)),
};

function unlikeTable(proof: ReportProof, table: Table): readonly Finding[] {
  const measures = new Map([...proof.pack.measures.keys()].map((name) => [plainName(name), name]));
  return [...namedIn(table)].flatMap(([name, named]) => {
    const measure = measures.get(name);
    return measure === undefined ? [] : proof.passages.flatMap((passage) => unlike(passage, measure, named));
  });
}

/** The table's total under its title; where it has nothing but one row of figures, each of them under its header. */
function namedIn(table: Table): ReadonlyMap<string, Named> {
  const leaves = leavesOf(table.columns);
  const figures = leaves.filter(holdsFigures);
  const row = wholeRow(table);
  const total = figures.find(isTotal) ?? figures.find(isOwn);
  const named = new Map<string, Named>();
  if (!row || !total) return named;
  const amountIn = ({ index }: Leaf): Quantity => cellValue(row.cells[index]);
  named.set(subjectOf(table), { table, amount: amountIn(total), mayDiffer: true });
  if (table.rows.length !== 1 || figures.length < leaves.length) return named;
  for (const leaf of figures) {
    named.set(plainName(nameOf(leaf)), { table, amount: amountIn(leaf), mayDiffer: false });
  }
  return named;
}

/** What the table comes to: where its rows are summed up by classes or units, the sum of those. */
function wholeRow({ rows }: Table): Row | undefined {
  const totals = rows.filter(({ subjects: [subject] }) => subject && !isPart(subject.role));
  return totals.find(({ subjects }) => subjects.length === 1 && subjects[0]?.role === "grand") ?? totals[0];
}

/** Parts have names of their own; a row that is there because the table is empty stands for its total. */
function isPart(role: RowSubject["role"]): boolean {
  return role === "part" || role === "within";
}

function isTotal({ column: { shows } }: Leaf): boolean {
  return shows.kind === "figure" && shows.of === undefined && !isPart(shows.role);
}

/** Whether it shows what the table is about, and neither part of that nor what it is compared with. */
function isOwn({ column: { shows } }: Leaf): boolean {
  return shows.kind === "figure" && shows.of === undefined && shows.role !== "within";
}

/** 2023年一般公共预算支出情况表 is about 一般公共预算支出. */
function subjectOf({ title }: Table): string {
  return plainName(titleWithoutYear(title.text).replace(/(?:总体|预算)?(?:情况|汇总)?表$/, ""));
}

function titleWithoutYear(title: string): string {
  return title.replace(/^\d{4}年(?:度)?/, "");
}

/** What a column is called; the total of a group goes by the group's name. */
function nameOf(leaf: Leaf): string {
  const group = isTotal(leaf) ? leaf.path.at(-2) : undefined;
  return (group ?? leaf.column).header.text;
}

/** Names of measures have no brackets and quotation marks. */
export function plainName(name: string): string {
  return name.replace(/[“”（）()]/g, "").replace(/合计$/, "");
}

function unlike(
  passage: ReadPassage,
  measure: string,
  { table, amount, mayDiffer }: Named,
): readonly Finding[] {
  if (!isNarrative(passage) || (mayDiffer && accountsFor(passage, table, amount))) return [];
  return [...figuresIn(passage)].flatMap(([start, figure]) => {
    if (!isAmountOf(figure, measure, table) || printedValue(figure).eq(amount)) return [];
    return [{ passage, start, end: start + 1, ...remark(figure, measure, table, amount) }];
  });
}

/** Where the table is in another unit, or the text is rounded more, the two do not print the same digits. */
function isAmountOf({ measure, unit, decimals }: Figure, name: string, table: Table): boolean {
  return measure === name && unit === table.unit && decimals > 0;
}

function accountsFor({ text, figures }: Passage, { title }: Table, amount: Quantity): boolean {
  return (
    text.includes(`《${titleWithoutYear(title.text)}》`) &&
    figures.some((figure) => printedValue(figure).eq(amount))
  );
}

function remark(figure: Figure, measure: string, table: Table, amount: Quantity): Remarks {
  const shown = `${digits(amount, figure.decimals, false)}${figure.unit}`;
  return {
    message: `文字里的“${measure}”是 ${figureText(figure)}，${tableName(table)}里同名的是 ${shown}`,
    remedy: `核对这张表的 where 和 measures.yaml 里的口径；口径本来不同的，在这一段里写明《${titleWithoutYear(table.title.text)}》里的是多少`,
  };
}
