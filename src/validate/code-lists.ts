import { type Diagnostic, problem, refuseOnError } from "../diagnostic.js";
import type { CodeEntry, CodeList, CodeListSources, CodeLists, Correspondence } from "../model/budget.js";
import type { Path, Source } from "../model/source.js";
import { checkShape } from "./shape.js";

/** The JSON Schemas of the files that code lists stand in. */
export interface CodeListSchemas {
  readonly codeList: object;
  readonly correspondence: object;
}

interface WrittenGroup {
  readonly 来源: string;
  readonly 已核对: "是" | "否";
}

/** The code lists that the files say; throws a Refusal with every fault of every file. */
export function validateCodeLists(sources: CodeListSources, schemas: CodeListSchemas): CodeLists {
  const lists = [sources.functional, sources.departmental, sources.governmental];
  refuseOnError([
    ...lists.flatMap((source) => checkShape(source, schemas.codeList)),
    ...checkShape(sources.correspondence, schemas.correspondence),
  ]);
  refuseOnError([
    ...lists.flatMap((source) => repeatedCodes(source, groupsOf(source, ["科目"], "代码"))),
    ...(["行政", "事业"] as const).flatMap((kind) =>
      repeatedCodes(sources.correspondence, groupsOf(sources.correspondence, [kind], "对应")),
    ),
  ]);
  return {
    functional: codeList(sources.functional),
    departmental: codeList(sources.departmental),
    governmental: codeList(sources.governmental),
    correspondence: correspondence(sources.correspondence),
  };
}

/** One row of a list: what stands behind a code, and where. */
interface CodeRow {
  readonly code: string;
  readonly value: string;
  readonly verified: boolean;
  readonly path: Path;
}

/** The rows of all groups of the list at `path`. */
function groupsOf(source: Source, path: Path, key: "代码" | "对应"): readonly CodeRow[] {
  const file = source.value as unknown as Readonly<Record<string, readonly WrittenGroup[]>>;
  return (file[String(path[0])] ?? []).flatMap((group, index) => {
    const rows = Object.entries((group as unknown as Record<string, Record<string, string>>)[key] ?? {});
    return rows.map(([code, value]) => ({
      code,
      value,
      verified: group.已核对 === "是",
      path: [...path, index, key, code],
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
  const rows = groupsOf(source, ["科目"], "代码");
  const entries = rows.map(({ code, value, verified }): CodeEntry => ({ code, name: value, verified }));
  return new Map(entries.map((entry) => [entry.code, entry]));
}

function correspondence(source: Source): ReadonlyMap<string, Correspondence> {
  const found = new Map<string, Correspondence>();
  for (const [kind, side] of [
    ["行政", "administrative"],
    ["事业", "institution"],
  ] as const) {
    for (const { code, value, verified } of groupsOf(source, [kind], "对应")) {
      found.set(code, { ...found.get(code), [side]: { code: value, verified } });
    }
  }
  return found;
}
