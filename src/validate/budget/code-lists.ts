import { type Diagnostic, type Place, problem, refuseOnError } from "../../diagnostic.js";
import type { CodeEntry, CodeList, CodeListSources, CodeLists, Correspondence } from "../../model/budget.js";
import type { Path, Source } from "../../model/source.js";
import { keeping } from "../schema/kept.js";
import { checkShape, type Strictness } from "../schema/shape.js";

/** The JSON Schemas of the files that code lists stand in. */
export interface CodeListSchemas {
  readonly codeList: object;
  readonly correspondence: object;
}

/** The kinds of unit in the file of correspondences, and in the model. */
const KINDS = [
  ["行政", "administrative"],
  ["事业", "institution"],
] as const;

interface WrittenGroup {
  readonly 来源: string;
  readonly 已核对: "是" | "否";
}

const keepLists = keeping<CodeLists>();

/** The code lists that the files say; throws a Refusal with every fault of every file. */
export function validateCodeLists(sources: CodeListSources, schemas: CodeListSchemas): CodeLists {
  const { functional, departmental, governmental, correspondence } = sources;
  const files = [functional, departmental, governmental, correspondence] as const;
  return keepLists([...files, schemas], () => {
    refuseOnError(codeListShapes(sources, schemas));
    refuseOnError(repeatedInLists(sources));
    refuseOnError(danglingPairs(sources));
    return decodeCodeLists(sources);
  });
}

/** What is wrong with the shape of the files. */
export function codeListShapes(
  { correspondence, ...lists }: CodeListSources,
  schemas: CodeListSchemas,
  strictness?: Strictness,
): readonly Diagnostic[] {
  return [
    ...Object.values(lists).flatMap((source) => checkShape(source, schemas.codeList, strictness)),
    ...checkShape(correspondence, schemas.correspondence, strictness),
  ];
}

function repeatedInLists({ correspondence, ...lists }: CodeListSources): readonly Diagnostic[] {
  return [
    ...Object.values(lists).flatMap((source) => repeatedCodes(source, groupsOf(source, "科目", "代码"))),
    ...KINDS.flatMap(([kind]) => repeatedCodes(correspondence, groupsOf(correspondence, kind, "对应"))),
  ];
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

/** Pairs with a code that its list does not have. */
function danglingPairs({
  departmental,
  governmental,
  correspondence,
}: CodeListSources): readonly Diagnostic[] {
  const [known, targets] = [codeList(departmental), codeList(governmental)];
  return KINDS.flatMap(([kind]) => groupsOf(correspondence, kind, "对应")).flatMap(
    ({ code, value, path }) => [
      ...(known.has(code) ? [] : [dangling(code, departmental, correspondence.placeOfKey(path))]),
      ...(targets.has(value) ? [] : [dangling(value, governmental, correspondence.placeOf(path))]),
    ],
  );
}

function dangling(code: string, list: Source, place: Place): Diagnostic {
  return problem(
    "数据/引用",
    `${list.file} 里没有代码 ${code}`,
    place,
    "怎么改：核对代码；有效的代码，加进那个文件",
  );
}

/** One row of a list: what stands behind a code, and where. */
interface CodeRow {
  readonly code: string;
  readonly value: string;
  readonly verified: boolean;
  readonly path: Path;
}

/** The rows of all groups of a list in the file. */
function groupsOf(source: Source, list: string, key: "代码" | "对应"): readonly CodeRow[] {
  const file = source.value as unknown as Readonly<Record<string, readonly WrittenGroup[]>>;
  return (file[list] ?? []).flatMap((group, index) => {
    const rows = Object.entries((group as unknown as Record<string, Record<string, string>>)[key] ?? {});
    return rows.map(([code, value]) => ({
      code,
      value,
      verified: group.已核对 === "是",
      path: [list, index, key, code],
    }));
  });
}

function repeatedCodes(source: Source, rows: readonly CodeRow[]): readonly Diagnostic[] {
  const firsts = new Map<string, CodeRow>();
  return rows.flatMap((row) => {
    const first = firsts.get(row.code);
    if (!first) firsts.set(row.code, row);
    return first ? [repeated(source, row, first)] : [];
  });
}

function repeated(source: Source, row: CodeRow, first: CodeRow): Diagnostic {
  return problem(
    "数据/重复",
    `代码 ${row.code} 在别的组里已经写过，见第 ${source.placeOfKey(first.path).line} 行`,
    source.placeOfKey(row.path),
    "怎么改：一个代码只能写一次，删去一处",
  );
}

function codeList(source: Source): CodeList {
  const rows = groupsOf(source, "科目", "代码");
  const entries = rows.map(({ code, value, verified }): CodeEntry => ({ code, name: value, verified }));
  return new Map(entries.map((entry) => [entry.code, entry]));
}

function correspondence(source: Source): ReadonlyMap<string, Correspondence> {
  const found = new Map<string, Correspondence>();
  for (const [kind, side] of KINDS) {
    for (const { code, value, verified } of groupsOf(source, kind, "对应")) {
      found.set(code, { ...found.get(code), [side]: { code: value, verified } });
    }
  }
  return found;
}
