import { type Diagnostic, problem } from "../../diagnostic.js";
import type { CodeLists } from "../../model/budget.js";
import { ACCOUNT_DIMENSIONS, DIMENSION_VALUES } from "../../model/dimensions.js";
import type { Account, Dimension, Where } from "../../model/ledger.js";
import type { Path, Source } from "../../model/source.js";
import { nearest } from "../schema/names.js";

const SHORT_LIST = 12;

/** The condition at `path`, held against what lines of the accounts can be: a query that must be empty is a fault. */
export function checkCondition(
  source: Source,
  path: Path,
  where: Where,
  accounts: readonly Account[],
  codes: CodeLists,
): readonly Diagnostic[] {
  return Object.entries(where).flatMap(([key, values]) => {
    const dimension = key as Dimension;
    if (!accounts.every((account) => ACCOUNT_DIMENSIONS[account].includes(dimension))) {
      return [wrongDimension(source, [...path, dimension], dimension, accounts)];
    }
    return [values].flat().flatMap((value, index) => {
      const place = typeof values === "string" ? [...path, dimension] : [...path, dimension, index];
      return checkValue(source, place, dimension, value, codes);
    });
  });
}

/** Lines of the accounts have no such dimension. */
export function wrongDimension(
  source: Source,
  path: Path,
  dimension: Dimension,
  accounts: readonly Account[],
): Diagnostic {
  const known = accounts.map((account) => `“${account}”有 ${ACCOUNT_DIMENSIONS[account].join("、")}`);
  return problem(
    "模板/口径",
    `“${accounts.join("、")}”账上的各笔没有“${dimension}”这一维度，按它取数总是空的`,
    source.placeOfKey(path),
    `可用的维度：${known.join("；")}`,
  );
}

function checkValue(
  source: Source,
  path: Path,
  dimension: Dimension,
  value: string,
  codes: CodeLists,
): readonly Diagnostic[] {
  const known = valuesOf(dimension, codes);
  if (!known || known.includes(value)) return [];
  const hint = nearest(value, known);
  return [
    problem(
      "模板/口径",
      `“${dimension}”没有“${value}”这个取值，按它取数总是空的`,
      source.placeOf(path),
      ...(hint ? [`是不是想写“${hint}”？`] : []),
      known.length <= SHORT_LIST ? `可用的取值：${known.join("、")}` : "取值见 schemas/codes 里的科目表",
    ),
  ];
}

/** What a dimension can be; undefined where only the data says it, as for projects. */
function valuesOf(dimension: Dimension, codes: CodeLists): readonly string[] | undefined {
  const fixed: Readonly<Partial<Record<Dimension, readonly string[]>>> = DIMENSION_VALUES;
  const ofLength = (list: ReadonlyMap<string, unknown>, length: number): readonly string[] =>
    [...list.keys()].filter((code) => code.length === length);
  switch (dimension) {
    case "功能类":
      return ofLength(codes.functional, 3);
    case "功能款":
      return ofLength(codes.functional, 5);
    case "功能科目":
      return ofLength(codes.functional, 7);
    case "经济类":
      return ofLength(codes.departmental, 3);
    case "经济科目":
      return ofLength(codes.departmental, 5);
    case "政府经济类":
      return ofLength(codes.governmental, 3);
    case "政府经济科目":
      return ofLength(codes.governmental, 5);
    default:
      return fixed[dimension];
  }
}
