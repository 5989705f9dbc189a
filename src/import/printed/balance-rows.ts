import type { CodeLists } from "../../model/budget.js";
import type { Account, Dimension, Where } from "../../model/ledger.js";
import type { BalanceRow, BalanceSide, BalanceSpec } from "../../model/pack/table-spec.js";
import type { Role } from "../../model/report.js";
import { likenessBy } from "../../text/dice.js";
import { folded } from "../../text/fold.js";
import { ALIKE } from "../../text/thresholds.js";
import type { BodyRow, RowMeaning } from "./body-rows.js";
import { classificationOf, levelOf, plainName } from "./labels.js";
import { type KnownFacts, lineWords } from "./lines.js";
import { paired } from "./paired.js";

/** What a row is called, and by what that is compared. */
interface Label {
  readonly text: string;
  readonly plain: string;
}

/** A row that a side may have, with the words that it may be called by. */
interface ExpectedRow {
  readonly labels: readonly Label[];
  readonly where: Where;
  readonly accounts: readonly Account[];
  readonly role: Role;
  readonly key: string;
  readonly within: readonly string[];
}

/** Longer sides are no lists of a balance. */
const MOST_ROWS = 400;

/** What each row of a side means, by the words that it is called by, in the format's order where several are called alike. */
export function balanceMeanings(
  spec: BalanceSpec,
  side: number,
  rows: readonly BodyRow[],
  { facts, codes }: { readonly facts: KnownFacts; readonly codes: CodeLists },
): ReadonlyMap<BodyRow, RowMeaning> {
  const own = spec.sides[side];
  if (!own) return new Map();
  const expected = expectedRows(own, facts, codes);
  const labelled = rows.slice(0, MOST_ROWS).flatMap((row) => {
    const label = labelIn(row, side);
    return label === "" ? [] : [{ row, name: label, label: labelOf(label) }];
  });
  const pairs = paired(labelled, expected, ({ label }, { labels }) => likeness(label, labels));
  return new Map(
    [...pairs].map(([{ row, name }, { where, labels, ...rest }]) => [
      row,
      { ...rest, name, conditions: [where] },
    ]),
  );
}

/** What a side calls a row. */
export function labelIn({ words }: BodyRow, side: number): string {
  const label = [...words].find(([column]) => column.side === side);
  return label?.[1].join("") ?? "";
}

function likeness(one: Label, others: readonly Label[]): number {
  if (others.some(({ text }) => text === one.text)) return 1.01;
  if (others.some(({ plain }) => plain === one.plain)) return 1;
  const alike = Math.max(...others.map((other) => plainLikeness(one, other)));
  return alike < ALIKE.moved ? 0 : alike;
}

const plainLikeness = likenessBy<Label>(({ plain }) => plain);

function labelOf(text: string): Label {
  return { text: folded(text), plain: plainLabel(text) };
}

/** A label as it is compared: without its number, and without what only says how it belongs to the one above it. */
function plainLabel(text: string): string {
  const words = folded(text)
    .replace(/^(?:（[一二三四五六七八九十\d]*）|[一二三四五六七八九十]*、|\d+[、.])/u, "")
    .replace(/^其中：|：$/gu, "");
  return plainName(words);
}

function expectedRows(side: BalanceSide, facts: KnownFacts, codes: CodeLists): readonly ExpectedRow[] {
  const all = [...side.rows, ...side.totals].map((row, index) => ({
    row,
    index,
    within: sumsOver(side, index),
  }));
  return all.flatMap(({ row, index, within }) =>
    variants(row, facts, codes).map(({ labels, where }) => ({
      ...{ labels, where, within },
      accounts: [row.account ?? side.account].flat(),
      role: row.role ?? "part",
      key: keyOf(index),
    })),
  );
}

function keyOf(index: number): string {
  return `row ${index}`;
}

/**
 * The rows that sum up a row: a total among the rows the parts behind it, one at the foot all parts above, the grand one
 * all totals and the other parts at the foot.
 */
function sumsOver({ rows, totals }: BalanceSide, index: number): readonly string[] {
  const all = [...rows, ...totals];
  const role = all[index]?.role ?? "part";
  if (role === "within" || role === "grand") return [];
  const grand = all.findIndex((row) => row.role === "grand");
  const above = grand < 0 ? [] : [keyOf(grand)];
  if (role === "total") return above;
  if (index >= rows.length) return above;
  const before = rows.slice(0, index).findLastIndex((row) => row.role === "total");
  const foot = totals.findIndex((row) => row.role === "total");
  if (before >= 0) return [keyOf(before)];
  return foot < 0 ? [] : [keyOf(rows.length + foot)];
}

/** A row, or one for each code of its dimension, with all the names that the code may have. */
function variants(
  { label, where = {}, each: dimension, names }: BalanceRow,
  facts: KnownFacts,
  codes: CodeLists,
): readonly Pick<ExpectedRow, "labels" | "where">[] {
  if (!dimension) return [{ labels: [labelOf(lineWords(label.text, facts))], where }];
  return codesOf(dimension, codes).map(({ code, called }) => {
    const all = [names?.[code]?.text ?? [], called].flat();
    const labels = all.map((name) =>
      labelOf(lineWords(label.text, { ...facts, 序号: "", 代码: code, 名称: name })),
    );
    return { labels, where: { ...where, [dimension]: code } };
  });
}

function codesOf(
  dimension: Dimension,
  codes: CodeLists,
): readonly { readonly code: string; readonly called: readonly string[] }[] {
  const classification = classificationOf(dimension);
  if (!classification) return [];
  return [...codes[classification.list].values()]
    .filter(({ code }) => levelOf(classification, code) === dimension)
    .map(({ code, name, former }) => ({ code, called: [name.text, ...former.map((each) => each.name)] }));
}
