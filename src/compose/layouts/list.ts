import type { StatedEntry } from "../../model/budget.js";
import { consolidated } from "../../model/consolidation.js";
import { groupedBy } from "../../model/groups.js";
import type { Where } from "../../model/ledger.js";
import { figureOfList } from "../../model/pack/asked-fact.js";
import { COLLECTIONS, type Collection, type ColumnSpec, type ListSpec } from "../../model/pack/table-spec.js";
import type { Role } from "../../model/report.js";
import { leavesOf } from "../../model/walk.js";
import { ownWording, type Wording, wordingOf } from "../../model/wording.js";
import { type RowWords, withAttributes } from "../attributes.js";
import { ORDINAL, reportColumns } from "../columns.js";
import { pivotBody } from "../pivot.js";
import { sumsOf } from "../residual.js";
import { type PlannedRow, type SetRow, setRow, type TableBody } from "../rows.js";
import { type Scope, type TableSetting, wholeScope } from "../scopes.js";
import { fillWords } from "../template.js";

/** A row for each entry of a list, in the order of the data, under those that sum up groups of them and all. */
export function listBody(spec: ListSpec, setting: TableSetting): TableBody {
  if (Object.hasOwn(COLLECTIONS, spec.of)) return collectionBody(spec, spec.of as Collection, setting);
  const specs = spec.columns.map((column) => ofEntries(column, spec.of));
  const columns = reportColumns(specs, setting.looks.columns);
  const frame = {
    ...{ table: setting.name, money: setting.money, past: setting.past, account: "版式事项" as const },
    ...{ columns: specs, leaves: leavesOf(columns) },
  };
  const rows = planRows(spec, setting)
    .map((row) => setRow(row, frame))
    .flatMap(flat);
  const saysWords = rows.some(({ plan }) => plan.role === "part");
  const body = { columns, rows: rows.map(({ row }) => row), sums: sumsOf(specs, rows) };
  return saysWords ? { ...body, saysWords } : body;
}

function flat(row: SetRow): readonly SetRow[] {
  return [row, ...row.parts.flatMap(flat)];
}

/** A list of what every format has several of is a classification by it. */
function collectionBody(spec: ListSpec, of: Collection, setting: TableSetting): TableBody {
  const { account, dimension, where } = COLLECTIONS[of];
  const total = spec.totalRow ? [{ text: spec.totalRow }] : [];
  const { of: _, groups: __, totalRow: ___, ...frame } = spec;
  return pivotBody(
    { ...frame, layout: "pivot", account, where, rows: [...total, { by: ["单位", dimension] }] },
    setting,
  );
}

/** A column of fields as one of lines: those of the fields of any entry. */
function ofEntries(column: ColumnSpec, list: string): ColumnSpec {
  const { children, fact, ...rest } = column;
  if (children) return { ...rest, children: children.map((each) => ofEntries(each, list)) };
  if (fact === undefined) return column;
  return { ...rest, where: { 事项: [fact].flat().map((field) => figureOfList(list, field)) } };
}

/** An entry with what is said of it in words, and which of all it is. */
interface PlacedEntry extends StatedEntry {
  readonly unit: string;
  readonly own: RowWords;
}

function planRows(spec: ListSpec, setting: TableSetting): readonly PlannedRow[] {
  const { groups = [], totalRow } = spec;
  const scope = wholeScope(setting);
  const entries = consolidated(setting.budget)
    .flatMap(({ unit, facts }) => facts.entries.map((entry) => ({ ...entry, unit: unit.code })))
    .filter(({ name }) => name === spec.of)
    .map((entry, index): PlacedEntry => {
      const own = { ...wordings(entry.words), [ORDINAL]: ownWording(String(index + 1)) };
      return { ...entry, own };
    });
  const within = underGroups(groups, entries, scope);
  if (!totalRow || entries.length === 0) return within;
  const words = fillWords(totalRow, setting.templates);
  return [{ ...plannedRow(groups.length > 0 ? "grand" : "total", {}, words, scope), within }];
}

function wordings(words: StatedEntry["words"]): RowWords {
  return Object.fromEntries(Object.entries(words).map(([word, written]) => [word, wordingOf(written)]));
}

/** The rows of entries that are alike in the first field, under one that sums them up; and so within it. */
function underGroups(
  [field, ...finer]: readonly string[],
  entries: readonly PlacedEntry[],
  scope: Scope,
): readonly PlannedRow[] {
  if (field === undefined) return entries.map((entry) => entryRow(entry, scope));
  return [...groupedBy(entries, ({ words }) => words[field]?.text ?? "").values()].map((some) => {
    const [{ own }] = some;
    const ofField = Object.entries(own).filter(([word]) => word === field || word.startsWith(`${field}.`));
    const row = plannedRow("total", { 条目: some.map(({ key }) => key) }, Object.fromEntries(ofField), scope);
    return { ...row, within: underGroups(finer, some, scope) };
  });
}

function entryRow({ key, per, of, unit, own }: PlacedEntry, scope: Scope): PlannedRow {
  const subject: Where = { 单位: unit, ...(per !== "单位" && { [per]: of }) };
  const words = withAttributes(own, subject, scope);
  return { ...plannedRow("part", { ...subject, 条目: key }, words, scope), name: nameIn(own) };
}

function plannedRow(role: Role, where: Where, words: RowWords, scope: Scope): PlannedRow {
  return { scope, where, role, words, name: nameIn(words), within: [] };
}

/** A row is called by the first of its words. */
function nameIn(words: RowWords): string {
  const [first]: readonly Wording[] = Object.values(words);
  return first?.text ?? "";
}
