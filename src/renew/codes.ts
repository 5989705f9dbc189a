import { type CodeLists, correspondingCode } from "../model/budget.js";
import { firstOfEach } from "../model/groups.js";
import { type Path, type Plain, textsIn } from "../model/source.js";
import type { EditedChange } from "./edits.js";

interface Use {
  readonly path: Path;
  readonly key: string;
  readonly code: string;
}

/**
 * The codes of the data that next year's lists call by another name or let go with another government code, each where
 * it is used first. Those that the lists do not have are what validation reports.
 */
export function changedCodes(
  value: Plain,
  before: CodeLists,
  after: CodeLists,
  year: number,
): readonly EditedChange[] {
  const kind = (value as { readonly 单位?: { readonly 性质?: string } }).单位?.性质;
  const paired = (codes: CodeLists, code: string) => correspondingCode(codes, code, kind)?.code;
  const firsts = firstOfEach(usesIn(value), ({ key, code }) => `${key} ${code}`);
  return firsts.flatMap(({ path, key, code }) => {
    const differences = [
      difference(code, nameOf(before, key, code), nameOf(after, key, code)),
      key === "经济科目"
        ? difference(`${code} 对应的政府经济科目`, paired(before, code), paired(after, code))
        : undefined,
    ];
    return differences.flatMap((why): EditedChange[] =>
      why === undefined
        ? []
        : [{ kind: "doubt", path, edits: [], text: code, why: `${year} 年的科目表变了：${why}` }],
    );
  });
}

/** What was one thing and is another, as a sentence; undefined where it is the same, or is not at all. */
function difference(what: string, before: string | undefined, after: string | undefined): string | undefined {
  if (before === undefined || after === undefined || before === after) return undefined;
  return `${what} 原来是 ${before}，现在是 ${after}`;
}

function nameOf(codes: CodeLists, key: string, code: string): string | undefined {
  const list = { 功能科目: codes.functional, 经济科目: codes.departmental, 政府经济科目: codes.governmental }[
    key
  ];
  return list?.get(code)?.name.text;
}

const KEYS = ["功能科目", "经济科目", "政府经济科目"];

function usesIn(value: Plain): readonly Use[] {
  return [...textsIn(value)].flatMap(({ text, path }) => {
    const last = path.findLast((step) => typeof step === "string");
    const key = last === "列示科目" ? "功能科目" : String(last);
    return KEYS.includes(key) ? [{ path, key, code: text }] : [];
  });
}
