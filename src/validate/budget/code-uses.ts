import type { CodeList, CodeLists } from "../../model/budget.js";
import type { Path, Plain, Source } from "../../model/source.js";
import { itemsOf, partOf, textOf } from "./written.js";

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
  /** the line of expenditure that it stands in */
  readonly line?: Plain;
}

/** All that the data uses as codes: those of 基本支出 first, then those of each project, then 列示科目. */
export function codeUses({ value }: Source): readonly CodeUse[] {
  const projects = itemsOf(partOf(value, "项目"));
  return [
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

/** The year that the data says. */
export function yearWritten({ value }: Source): number | undefined {
  const year = textOf(value, "年度");
  return year !== undefined && /^\d{4}$/.test(year) ? Number(year) : undefined;
}
