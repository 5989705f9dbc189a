import { NO_CODE } from "../model/budget.js";
import { GAP } from "../model/gap.js";
import type { Dimension, Where } from "../model/ledger.js";
import type { CodeKind, RowCodes } from "../model/report.js";
import type { Wording } from "../model/wording.js";
import { LEVELS } from "./attributes.js";

/** Of what the value of a dimension is a code. */
const KINDS: Partial<Record<Dimension, CodeKind>> = {
  功能类: "功能科目",
  功能款: "功能科目",
  功能科目: "功能科目",
  经济类: "部门经济科目",
  经济科目: "部门经济科目",
  政府经济类: "政府经济科目",
  政府经济科目: "政府经济科目",
  项目: "项目",
};

/** The words of a row by what they are, and which of them its columns show. */
export interface ShownWords {
  readonly words: Readonly<Record<string, Wording>>;
  readonly shown: ReadonlySet<string>;
}

/** The codes that a row prints of the values it stands for; a total, or what is said of a unit, may print the unit's. */
export function rowCodes(
  { 单位: unit, ...where }: Where,
  unitCode: string,
  shownWords: ShownWords,
): RowCodes {
  const dimensions = Object.keys(where) as Dimension[];
  const codes = dimensions.flatMap((dimension): [CodeKind, string][] => {
    const kind = KINDS[dimension];
    const code = printedCode(dimension, shownWords);
    return kind && code ? [[kind, code]] : [];
  });
  const units =
    unit === undefined && dimensions.length > 0 ? [] : unitCodes(String(unit ?? unitCode), shownWords);
  return Object.fromEntries([...units, ...codes]);
}

function unitCodes(unitCode: string, { words, shown }: ShownWords): [CodeKind, string][] {
  return [...shown].some((word) => words[word]?.text === unitCode) ? [["预算单位", unitCode]] : [];
}

/** A whole code, or as much of it as stands in cells beside each other. */
function printedCode(dimension: Dimension, { words, shown }: ShownWords): string {
  const print = (part: string): string => {
    const word = `${dimension}.${part}`;
    return shown.has(word) ? (words[word]?.text ?? "") : "";
  };
  const code = print("代码") || print("编码") || LEVELS.map(([level]) => print(level)).join("");
  return code === NO_CODE || code === GAP ? "" : code;
}
