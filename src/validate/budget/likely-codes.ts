import { distance } from "fastest-levenshtein";
import type { CodeEntry, CodeList } from "../../model/budget.js";
import { folded } from "../../text/fold.js";

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

/** The codes right below one, in order. */
export function codesBelow(code: string, list: CodeList): readonly string[] {
  return [...list.keys()].filter((each) => each.length === code.length + 2 && each.startsWith(code)).sort();
}
