import {
  type CodeEntry,
  type CodeList,
  type CodeLists,
  correspondingCode,
  type GovernmentCode,
  UNIT_KINDS,
} from "../../model/budget.js";
import type { Path, Plain, Source } from "../../model/source.js";
import { itemsOf, partOf, textOf } from "./written.js";

/** What to do about a code that the bureau may know otherwise. */
export const TAKE_UP = "财政部门有科目表（.xlsx、.csv）的，运行 npm run codes -- 文件.xlsx，以后就照它的";

/** The keys that codes stand under, as messages call the classifications. */
export type CodeKey = "功能科目" | "经济科目" | "政府经济科目";

/** How many digits a line must write. */
export const CODE_DIGITS: Readonly<Record<CodeKey, number>> = {
  功能科目: 7,
  经济科目: 5,
  政府经济科目: 5,
};

/** Something written where a code belongs: nothing about it has been checked. */
export interface CodeUse {
  readonly key: CodeKey;
  readonly text: string;
  readonly path: Path;
  /** the line that it stands in */
  readonly line?: Plain;
}

/** All that the data uses as codes: those of 收入 and 基本支出 first, then those of each project, then 列示科目. */
export function codeUses({ value }: Source): readonly CodeUse[] {
  const projects = itemsOf(partOf(value, "项目"));
  return [
    ...usesInLines(partOf(value, "收入"), ["收入"]),
    ...usesInLines(partOf(value, "基本支出"), ["基本支出"]),
    ...projects.flatMap((project, index) => usesInLines(partOf(project, "支出"), ["项目", index, "支出"])),
    ...itemsOf(partOf(value, "列示科目")).map((code, index): CodeUse => {
      return { key: "功能科目", text: String(code), path: ["列示科目", index] };
    }),
  ];
}

function usesInLines(list: Plain | undefined, path: Path): readonly CodeUse[] {
  return itemsOf(list).flatMap((line, index) =>
    (Object.keys(CODE_DIGITS) as CodeKey[]).flatMap((key): CodeUse[] => {
      const text = textOf(line, key);
      return text === undefined ? [] : [{ key, text, path: [...path, index, key], line }];
    }),
  );
}

/** Whether it is a code of the right length. */
export function isCode({ key, text }: CodeUse): boolean {
  return text.length === CODE_DIGITS[key] && /^\d+$/.test(text);
}

/** The list of a classification. */
export function listOf({ functional, departmental, governmental }: CodeLists, key: CodeKey): CodeList {
  return { 功能科目: functional, 经济科目: departmental, 政府经济科目: governmental }[key];
}

/** The codes above a code, the class first: 22401 and 224 of 2240150. */
export function parentsOf(code: string): readonly string[] {
  return [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

/** A code with its name. */
export function codeAndName(list: CodeList, code: string): string {
  return `${code} ${list.get(code)?.name.text ?? ""}`.trimEnd();
}

/** The government codes that follow from departmental ones, each with the one it is from; none while the kind of unit is not known. */
export function pairedCodes(
  source: Source,
  codes: CodeLists,
): readonly (GovernmentCode & { readonly from: string })[] {
  const kind = UNIT_KINDS.find((each) => each === textOf(partOf(source.value, "单位"), "性质"));
  if (kind === undefined) return [];
  return codeUses(source).flatMap(({ key, text, line }) => {
    if (key !== "经济科目" || textOf(line, "政府经济科目") !== undefined) return [];
    const found = correspondingCode(codes, text, kind);
    return found ? [{ from: text, ...found }] : [];
  });
}

/** The year of the lists that the data is held against. */
export function yearHeld(source: Source, { years }: CodeLists): number | undefined {
  const written = yearWritten(source);
  return written && Math.min(Math.max(written, years.from), years.to);
}

/** Whether a code is in force in a year. */
export function isInForce({ years: { from, to } }: CodeEntry, year: number): boolean {
  return from <= year && year <= to;
}

/** The year that the data says. */
export function yearWritten({ value }: Source): number | undefined {
  const year = textOf(value, "年度");
  return year !== undefined && /^\d{4}$/.test(year) ? Number(year) : undefined;
}
