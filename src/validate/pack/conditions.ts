import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import type { CodeList, CodeLists, ListName } from "../../model/budget.js";
import { ACCOUNT_DIMENSIONS, DIMENSION_VALUES, FUNCTION_DIMENSIONS } from "../../model/dimensions.js";
import type { Account, Dimension, Where } from "../../model/ledger.js";
import type { Path, Source } from "../../model/source.js";
import { meantWord } from "../schema/names.js";
import { type Asked, figuresOf } from "./asked-facts.js";

const SHORT_LIST = 12;

/** Names of values are told from other words by their length: 是 and 否 are none. */
const SHORTEST = 2;

/** A part of a pack's file that asks for lines of accounts. */
export interface Asking {
  readonly source: Source;
  readonly path: Path;
  readonly accounts: readonly Account[];
  readonly codes: CodeLists;
  readonly asked: Asked;
}

/** What is further down in it. */
export function within<A extends Asking>(asking: A, ...steps: Path): A {
  return { ...asking, path: [...asking.path, ...steps] };
}

/**
 * The condition `where` below a part called `name`, held against what lines of the accounts can be: a query that must be
 * empty is a fault, and so is one that takes another value than its name says.
 */
export function checkWhere(asking: Asking, name: string, where: Where = {}): readonly Diagnostic[] {
  const below = within(asking, "where");
  return [...checkCondition(below, where), ...checkNamed(below, name, where)];
}

function checkCondition(asking: Asking, where: Where): readonly Diagnostic[] {
  return Object.entries(where).flatMap(([key, values]) => {
    const dimension = key as Dimension;
    const below = within(asking, dimension);
    const unknown = checkDimension(below, dimension);
    if (unknown.length > 0) return unknown;
    if (typeof values === "string") return checkValue(below, dimension, values);
    return values.flatMap((value, index) => checkValue(within(below, index), dimension, value));
  });
}

/** Whether lines of the accounts have the dimension that is named there. */
export function checkDimension(
  { source, path, accounts, asked }: Asking,
  dimension: Dimension,
): readonly Diagnostic[] {
  const isOfFunction = FUNCTION_DIMENSIONS.some((each) => each === dimension);
  if (isOfFunction && accounts.includes("收入") && !asked.asks.includes("收入的功能科目")) {
    const message = `数据的各笔收入没有写功能科目，按“${dimension}”取数总是空的`;
    const remedy = "怎么改：在 pack.yaml 里写 asks: [收入的功能科目]，数据的收入就要写功能科目";
    return [problem("模板/口径", message, source.placeOfKey(path), remedy)];
  }
  if (accounts.every((account) => ACCOUNT_DIMENSIONS[account].includes(dimension))) return [];
  const known = accounts.map((account) => `“${account}”有 ${ACCOUNT_DIMENSIONS[account].join("、")}`);
  return [
    problem(
      "模板/口径",
      `“${accounts.join("、")}”账上的各笔没有“${dimension}”这一维度，按它取数总是空的`,
      source.placeOfKey(path),
      `怎么改：换成可用的维度：${known.join("；")}`,
    ),
  ];
}

function checkValue(
  { source, path, codes, asked }: Asking,
  dimension: Dimension,
  value: string,
): readonly Diagnostic[] {
  const known = ownValuesOf(dimension, asked) ?? valuesOf(dimension, codes);
  if (!known || known.includes(value)) return [];
  return [
    problem(
      "模板/口径",
      `“${dimension}”没有“${value}”这个取值，按它取数总是空的`,
      source.placeOf(path),
      ...meantWord(value, known),
      `怎么改：换成可用的取值${known.length <= SHORT_LIST ? `：${known.join("、")}` : dimension === "事项" ? "，见 pack.yaml 的 facts" : "，见 schemas/codes 里的科目表"}`,
    ),
  ];
}

/** The dimensions whose values are codes of a list, and how long those are. */
const CODED: Readonly<Partial<Record<Dimension, readonly [list: ListName, length: number]>>> = {
  功能类: ["functional", 3],
  功能款: ["functional", 5],
  功能科目: ["functional", 7],
  经济类: ["departmental", 3],
  经济科目: ["departmental", 5],
  政府经济类: ["governmental", 3],
  政府经济科目: ["governmental", 5],
};

const FIXED: Readonly<Partial<Record<Dimension, readonly string[]>>> = DIMENSION_VALUES;

/** What a dimension can be in the format, where it says that itself. */
function ownValuesOf(dimension: Dimension, { assets, facts }: Asked): readonly string[] | undefined {
  if (dimension === "事项") return figuresOf(facts).map(({ name }) => name);
  return dimension === "资产类型" ? assets : undefined;
}

/** What a dimension can be; undefined where only the data says it, as for projects. */
function valuesOf(dimension: Dimension, codes: CodeLists): readonly string[] | undefined {
  const [name, length] = CODED[dimension] ?? [];
  return name ? [...codes[name].keys()].filter((code) => code.length === length) : FIXED[dimension];
}

/** A column, row or measure that is called after one value and takes another: 工资福利支出 of 对个人和家庭的补助. */
function checkNamed(
  { source, path, codes, asked }: Asking,
  name: string,
  where: Where,
): readonly Diagnostic[] {
  return (Object.keys(where) as Dimension[]).flatMap((dimension) => {
    if (ownValuesOf(dimension, asked)) return [];
    const taken = [where[dimension] ?? []].flat();
    const named = valuesNamed(name, dimension, codes);
    // a value that there is not is told already
    const known = taken.every((value) => isKnown(value, dimension, codes));
    if (!known || named.length === 0 || named.some((value) => taken.includes(value))) return [];
    const [value] = named;
    return [
      problem(
        "模板/口径",
        `“${name}”取的是${dimension} ${taken.join("、")}，与名称不符`,
        source.placeOf([...path, dimension]),
        `怎么改：改成 ${dimension}: ${/^\d/.test(value ?? "") ? `"${value}"` : value}，或者改正名称`,
      ),
    ];
  });
}

/** The economic classifications, whose names are names of columns. */
function economic(dimension: Dimension, codes: CodeLists): CodeList | undefined {
  return { 经济科目: codes.departmental, 政府经济科目: codes.governmental }[dimension as string];
}

/** The values that a name speaks of; of two of which one is part of the other, the longer. */
function valuesNamed(name: string, dimension: Dimension, codes: CodeLists): readonly string[] {
  const list = economic(dimension, codes);
  if (list) {
    return [...list.values()].flatMap((each) =>
      each.code.length === 5 && each.name.text === name ? [each.code] : [],
    );
  }
  const found = (FIXED[dimension] ?? []).filter((each) => each.length >= SHORTEST && name.includes(each));
  return found.filter((each) => !found.some((other) => other !== each && other.includes(each)));
}

function isKnown(value: string, dimension: Dimension, codes: CodeLists): boolean {
  return economic(dimension, codes)?.has(value) ?? FIXED[dimension]?.includes(value) ?? true;
}
