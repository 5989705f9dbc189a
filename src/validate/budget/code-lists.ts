import { type Diagnostic, type Place, problem, refuseOnError } from "../../diagnostic.js";
import type { CodeEntry, CodeList, CodeListSources, CodeLists, Correspondence } from "../../model/budget.js";
import { repeatsIn } from "../../model/groups.js";
import type { Path, Source } from "../../model/source.js";
import type { Schemas } from "../../model/sources.js";
import { keeping } from "../schema/kept.js";
import { checkShape } from "../schema/shape.js";

/** The kinds of unit in the file of correspondences, and in the model. */
const KINDS = [
  ["行政", "administrative"],
  ["事业", "institution"],
] as const;

/** A group of rows from one source, under `代码` the names of codes, under `对应` the codes that they go with. */
type WrittenGroup<Key extends "代码" | "对应"> = {
  readonly 来源: string;
  readonly 已核对: "是" | "否";
} & Readonly<Record<Key, Readonly<Record<string, string>>>>;

/** The files as they are written, once their shapes have been checked. */
export interface WrittenCodeList {
  readonly 科目: readonly WrittenGroup<"代码">[];
}
export type WrittenCorrespondence = Readonly<
  Record<(typeof KINDS)[number][0], readonly WrittenGroup<"对应">[]>
>;

const keepLists = keeping<CodeLists>();

/** The code lists that the files say; throws a Refusal with every fault of every file. */
export function validateCodeLists(sources: CodeListSources, schemas: Schemas): CodeLists {
  const { functional, departmental, governmental, correspondence } = sources;
  const lists = [functional, departmental, governmental] as const;
  return keepLists([...lists, correspondence, schemas], () => {
    refuseOnError([
      ...lists.flatMap((source) => checkShape(source, schemas.codeList)),
      ...checkShape(correspondence, schemas.correspondence),
    ]);
    refuseOnError([
      ...lists.flatMap((source) => repeatedCodes(source, rowsOfList(source))),
      ...KINDS.flatMap(([kind]) => repeatedCodes(correspondence, rowsOfKind(correspondence, kind))),
    ]);
    refuseOnError(danglingPairs(sources));
    return decodeCodeLists(sources);
  });
}

/** The code lists that files of the right shape say. */
export function decodeCodeLists(sources: CodeListSources): CodeLists {
  const { functional, departmental, governmental } = sources;
  const folder = functional.file.replace(/\/[^/]*$/, "");
  return {
    folder,
    year: Number(folder.slice(-4)),
    functional: codeList(functional),
    departmental: codeList(departmental),
    governmental: codeList(governmental),
    correspondence: correspondence(sources.correspondence),
  };
}

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
  readonly verified: boolean;
  readonly path: Path;
}

function rowsOfList(source: Source): readonly CodeRow[] {
  const { 科目: groups } = source.value as unknown as WrittenCodeList;
  return groups.flatMap((group, index) => rowsOf(group, group.代码, ["科目", index, "代码"]));
}

function rowsOfKind(source: Source, kind: keyof WrittenCorrespondence): readonly CodeRow[] {
  const { [kind]: groups } = source.value as unknown as WrittenCorrespondence;
  return groups.flatMap((group, index) => rowsOf(group, group.对应, [kind, index, "对应"]));
}

function rowsOf(
  { 已核对: verified }: Pick<WrittenGroup<"代码">, "已核对">,
  rows: Readonly<Record<string, string>>,
  path: Path,
): readonly CodeRow[] {
  return Object.entries(rows).map(([code, value]) => {
    return { code, value, verified: verified === "是", path: [...path, code] };
  });
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
  const entries = rowsOfList(source).map(({ code, path, verified }): CodeEntry => {
    return { code, name: source.written(path), verified, place: () => source.placeOfKey(path) };
  });
  return new Map(entries.map((entry) => [entry.code, entry]));
}

function correspondence(source: Source): ReadonlyMap<string, Correspondence> {
  const found = new Map<string, Correspondence>();
  for (const [kind, side] of KINDS) {
    for (const { code, value, verified } of rowsOfKind(source, kind)) {
      found.set(code, { ...found.get(code), [side]: { code: value, verified } });
    }
  }
  return found;
}
