import { distance } from "fastest-levenshtein";
import type { CodeEntry, CodeList, CodeLists } from "../../model/budget.js";
import { folded } from "../../text/fold.js";
import { CODE_DIGITS, type CodeKey, codeAndName, listOf } from "./code-uses.js";

/** What the same last digits mean in every section (款) that has them. */
const COMMON: Readonly<Record<string, string>> = {
  "01": "行政运行",
  "02": "一般行政管理事务",
  "03": "机关服务",
  "50": "事业运行",
};

/** The name that an item (项) which the list lacks is likely to have, as others of its section follow the pattern. */
export function likelyName(code: string, list: CodeList): string | undefined {
  const section = list.get(code.slice(0, 5))?.name.text;
  if (code.length !== 7 || section === undefined) return undefined;
  const last = code.slice(5);
  if (last === "99") return section.startsWith("其他") ? section : `其他${section.replace(/支出$/, "")}支出`;
  const followed = Object.entries(COMMON).some(
    ([digits, name]) => list.get(code.slice(0, 5) + digits)?.name.text === name,
  );
  return followed ? COMMON[last] : undefined;
}

/** At most three codes beside it under the same parent that differ in one of the last two digits, or have them exchanged. */
export function similarCodes(code: string, list: CodeList): readonly string[] {
  const [parent, last] = [code.slice(0, -2), code.slice(-2)];
  const exchanged = `${last[1]}${last[0]}`;
  return [...list.keys()]
    .filter((each) => each.length === code.length && each.startsWith(parent))
    .filter((each) => each.slice(-2) === exchanged || distance(each.slice(-2), last) === 1)
    .slice(0, 3);
}

/** The entries of the level that have the name, or had it before. */
export function codesNamed(name: string, list: CodeList, digits: number): readonly CodeEntry[] {
  const wanted = folded(name);
  const all = [...list.values()].filter(({ code }) => code.length === digits);
  const current = all.filter((entry) => folded(entry.name.text) === wanted);
  return current.length > 0
    ? current
    : all.filter(({ former }) => former.some((each) => folded(each.name) === wanted));
}

/** A longer text is no name. */
const LONGEST_NAME = 40;
const FARTHEST = 2;

/** The entries of the level whose names are all but the same: a character or two that were left out or mistyped. */
export function codesNamedAlmost(name: string, list: CodeList, digits: number): readonly CodeEntry[] {
  if (name.length <= FARTHEST || name.length > LONGEST_NAME) return [];
  const wanted = folded(name);
  const near = [...list.values()]
    .filter(({ code }) => code.length === digits)
    .map((entry) => ({ entry, far: distance(folded(entry.name.text), wanted) }))
    .filter(({ entry, far }) => far <= FARTHEST && far < entry.name.text.length / 2);
  if (near.length === 0) return codesNamedLonger(wanted, list, digits);
  const nearest = Math.min(...near.map(({ far }) => far));
  return near.filter(({ far }) => far === nearest).map(({ entry }) => entry);
}

/** Codes of whose names only a part was written: 医疗保险 for 职工基本医疗保险缴费. */
function codesNamedLonger(wanted: string, list: CodeList, digits: number): readonly CodeEntry[] {
  return [...list.values()].filter(
    ({ code, name }) => code.length === digits && folded(name.text).includes(wanted),
  );
}

/** That a code stands in the list of another classification, and what this one is written as. */
export function ofAnotherList(code: string, key: CodeKey, codes: CodeLists): readonly string[] | undefined {
  const keys = Object.keys(CODE_DIGITS) as CodeKey[];
  const other = keys.find(
    (each) => each !== key && code.length === CODE_DIGITS[each] && listOf(codes, each).has(code),
  );
  if (other === undefined) return undefined;
  return [
    `${codeAndName(listOf(codes, other), code)} 是${other}`,
    `怎么改：照批复写${key}，${WRITTEN_AS[key]}`,
  ];
}

const WRITTEN_AS: Readonly<Record<CodeKey, string>> = {
  功能科目: "2 开头的 7 位代码；两个科目写反了的，对调",
  经济科目: "3 开头的 5 位代码；写反了的，对调；政府经济科目由程序对应，不用写",
  政府经济科目: "5 开头的 5 位代码",
};

/** The codes right below one, in order. */
export function codesBelow(code: string, list: CodeList): readonly string[] {
  return [...list.keys()].filter((each) => each.length === code.length + 2 && each.startsWith(code)).sort();
}
