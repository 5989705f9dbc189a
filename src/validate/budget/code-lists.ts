import { type Diagnostic, type Place, problem } from "../../diagnostic/diagnostic.js";
import { refuseOnError } from "../../diagnostic/refusal.js";
import type {
  CodeEntry,
  CodeList,
  CodeListSources,
  CodeLists,
  CodeStatus,
  Correspondence,
  FormerName,
  OwnFund,
  Years,
} from "../../model/budget.js";
import { groupedBy, repeatsIn } from "../../model/groups.js";
import type { Path, Source } from "../../model/source.js";
import type { Schemas } from "../../model/sources.js";
import { keeping } from "../schema/kept.js";
import { checkShape } from "../schema/shape.js";

/** The kinds of unit in the file of correspondences, and in the model. */
const KINDS = [
  ["行政", "administrative"],
  ["事业", "institution"],
] as const;

/** A group of rows of one status and source, under `代码` the names of codes, under `对应` the codes that they go with. */
type WrittenGroup<Key extends "代码" | "对应"> = {
  readonly 状态: Exclude<CodeStatus, "财政部门" | "数据">;
  readonly 来源: string;
} & Rows<Key>;
type Rows<Key extends string> = Readonly<Record<Key, Readonly<Record<string, string>>>>;

/** The files as they are written, once their shapes have been checked. */
export interface WrittenCodeList {
  readonly 年度: { readonly 起: string; readonly 止: string };
  readonly 科目: readonly (WrittenGroup<"代码"> & { readonly 起?: string; readonly 止?: string })[];
  readonly 曾用名?: readonly (Rows<"代码"> & { readonly 止?: string })[];
  readonly 资金归属?: readonly WrittenFunds[];
}
type WrittenFunds = Omit<WrittenCodeList["科目"][number], "代码"> & {
  readonly 代码: Readonly<Record<string, OwnFund["fund"]>>;
};
export type WrittenCorrespondence = Readonly<
  Record<(typeof KINDS)[number][0], readonly WrittenGroup<"对应">[]>
>;
export interface WrittenBureauCodes {
  readonly 年度: string;
  readonly 来源: readonly string[];
  readonly 功能科目?: Readonly<Record<string, string>>;
  readonly 部门经济科目?: Readonly<Record<string, string>>;
  readonly 政府经济科目?: Readonly<Record<string, string>>;
}

const keepLists = keeping<CodeLists>();

/** The code lists that the files say; throws a Refusal with every fault of every file. */
export function validateCodeLists(sources: CodeListSources, schemas: Schemas): CodeLists {
  const { functional, departmental, governmental, correspondence, bureau } = sources;
  const lists = [functional, departmental, governmental] as const;
  return keepLists([bureau ?? functional, ...lists, correspondence, schemas], () => {
    refuseOnError([
      ...lists.flatMap((source) => checkShape(source, schemas.codeList)),
      ...checkShape(correspondence, schemas.correspondence),
      ...(bureau ? checkShape(bureau, schemas.bureauCodes) : []),
    ]);
    refuseOnError([
      ...lists.flatMap((source) => repeatedCodes(source, rowsOfList(source))),
      ...lists.flatMap((source) => repeatedCodes(source, rowsOfList(source, "资金归属"))),
      ...KINDS.flatMap(([kind]) => repeatedCodes(correspondence, rowsOfKind(correspondence, kind))),
    ]);
    refuseOnError(danglingPairs(sources));
    return decodeCodeLists(sources);
  });
}

/** The code lists that files of the right shape say: what the bureau's own list names is called as it says. */
export function decodeCodeLists({ bureau, ...sources }: CodeListSources): CodeLists {
  const { functional, departmental, governmental } = sources;
  const list = (source: Source, key: BureauKey): CodeList =>
    new Map([...codeList(source), ...(bureau ? bureauList(bureau, key, codeList(source)) : [])]);
  return {
    years: yearsOf(functional),
    bureau: bureau && Number((bureau.value as unknown as WrittenBureauCodes).年度),
    functional: list(functional, "功能科目"),
    departmental: list(departmental, "部门经济科目"),
    governmental: list(governmental, "政府经济科目"),
    correspondence: correspondence(sources.correspondence),
    funds: fundsOf(functional),
  };
}

/** Pairs with a code that its list does not have. */
function danglingPairs({
  departmental,
  governmental,
  correspondence,
}: CodeListSources): readonly Diagnostic[] {
  const [known, targets] = [codeList(departmental), codeList(governmental)];
  const dangling = (code: string, { file }: Source, place: Place): Diagnostic =>
    problem("数据/引用", `${file} 里没有代码 ${code}`, place, "怎么改：核对代码；有效的代码，加进那个文件");
  return KINDS.flatMap(([kind]) => rowsOfKind(correspondence, kind)).flatMap(({ code, value, path }) => [
    ...(known.has(code) ? [] : [dangling(code, departmental, correspondence.placeOfKey(path))]),
    ...(targets.has(value) ? [] : [dangling(value, governmental, correspondence.placeOf(path))]),
  ]);
}

/** One row of a list: what stands behind a code, and where. */
interface CodeRow {
  readonly code: string;
  readonly value: string;
  readonly path: Path;
}

/** The rows of a list of codes, or of what it says of their money, each with its group. */
function rowsOfList(source: Source, key: "科目" | "资金归属" = "科目") {
  const { [key]: groups = [] } = source.value as unknown as WrittenCodeList;
  return groups.flatMap((group, index) =>
    rowsOf(group.代码, [key, index, "代码"]).map((row) => ({ ...row, group })),
  );
}

/** The rows of correspondences for one kind of unit, likewise. */
function rowsOfKind(source: Source, kind: keyof WrittenCorrespondence) {
  const { [kind]: groups } = source.value as unknown as WrittenCorrespondence;
  return groups.flatMap((group, index) =>
    rowsOf(group.对应, [kind, index, "对应"]).map((row) => ({ ...row, status: group.状态 })),
  );
}

function rowsOf(rows: Readonly<Record<string, string>>, path: Path): readonly CodeRow[] {
  return Object.entries(rows).map(([code, value]) => ({ code, value, path: [...path, code] }));
}

function repeatedCodes(source: Source, rows: readonly CodeRow[]): readonly Diagnostic[] {
  return repeatsIn(rows, ({ code }) => code).map(([first, { code, path }]) =>
    problem(
      "数据/重复",
      `代码 ${code} 在别的组里已经写过，见第 ${source.placeOfKey(first.path).line} 行`,
      source.placeOfKey(path),
      "怎么改：一个代码只能写一次，删去一处",
    ),
  );
}

function codeList(source: Source): CodeList {
  const years = yearsOf(source);
  const former = formerNames(source);
  const entries = rowsOfList(source).map(({ code, path, group }): CodeEntry => {
    return {
      code,
      name: source.written(path),
      status: group.状态,
      citation: group.来源,
      years: { from: Number(group.起 ?? years.from), to: Number(group.止 ?? years.to) },
      former: former.get(code) ?? [],
      place: () => source.placeOfKey(path),
    };
  });
  return new Map(entries.map((entry) => [entry.code, entry]));
}

function fundsOf(source: Source): CodeLists["funds"] {
  const { 资金归属: groups = [] } = source.value as unknown as WrittenCodeList;
  const rows = groups.flatMap(({ 状态: status, 来源: citation, 代码: funds, 起: from, 止: to }) => {
    const years = { from: Number(from ?? 0), to: Number(to ?? Number.POSITIVE_INFINITY) };
    return Object.entries(funds).map(([code, fund]): OwnFund => ({ code, fund, years, status, citation }));
  });
  return new Map(rows.map((row) => [row.code, row]));
}

function yearsOf(source: Source): Years {
  const { 起: from, 止: to } = (source.value as unknown as WrittenCodeList).年度;
  return { from: Number(from), to: Number(to) };
}

function formerNames(source: Source): ReadonlyMap<string, readonly FormerName[]> {
  const { 曾用名: groups = [] } = source.value as unknown as WrittenCodeList;
  const named = groups.flatMap(({ 止: until, 代码: rows }) =>
    Object.entries(rows).map(([code, name]) => ({ code, name, until: until && Number(until) })),
  );
  return new Map(
    [...groupedBy(named, ({ code }) => code)].map(([code, names]) => [
      code,
      names.map(({ name, until }): FormerName => ({ name, until: until || undefined })),
    ]),
  );
}

type BureauKey = Exclude<keyof WrittenBureauCodes, "年度" | "来源">;

/** What the list of the bureau says. */
function bureauList(source: Source, key: BureauKey, shipped: CodeList): CodeList {
  const { [key]: rows = {}, 来源: files } = source.value as unknown as WrittenBureauCodes;
  const entries = rowsOf(rows, [key]).map(({ code, path }): CodeEntry => {
    return {
      code,
      name: source.written(path),
      status: "财政部门",
      citation: files.join("、"),
      years: { from: 0, to: Number.POSITIVE_INFINITY },
      former: shipped.get(code)?.former ?? [],
      place: () => source.placeOfKey(path),
    };
  });
  return new Map(entries.map((entry) => [entry.code, entry]));
}

function correspondence(source: Source): ReadonlyMap<string, Correspondence> {
  const found = new Map<string, Correspondence>();
  for (const [kind, side] of KINDS) {
    for (const { code, value, status } of rowsOfKind(source, kind)) {
      found.set(code, { ...found.get(code), [side]: { code: value, status } });
    }
  }
  return found;
}
