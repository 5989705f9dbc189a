import type { TARGET_KINDS } from "../../model/budget.js";
import type { ValueOf } from "../../model/dimensions.js";
import { isList, type Plain, valueAt } from "../../model/source.js";
import { folded } from "../../text/fold.js";

/** What a column of a detail list shows. */
export type DetailField =
  | "功能科目"
  | "部门经济科目"
  | "政府经济科目"
  | "科目"
  | "资金来源"
  | "财政拨款"
  | "年份来源"
  | "类别"
  | "项目"
  | "重点项目"
  | "绩效评价"
  | "总投资"
  | "单位"
  | "金额"
  | "一级指标"
  | "二级指标"
  | "三级指标"
  | "指标值"
  | "采购类型"
  | "面向中小企业"
  | "资产类型"
  | "数量"
  | "转移支付"
  | "不取";

type Words = readonly string[];
type WordsOf<Name extends string> = Readonly<Record<Name, Words>>;

/** What values are called otherwise, by what they are of. */
interface WrittenValues {
  readonly 资金来源: WordsOf<ValueOf<"资金来源">>;
  readonly 拨款的资金来源: WordsOf<"一般公共预算" | "政府性基金预算" | "国有资本经营预算">;
  readonly 财政拨款: WordsOf<ValueOf<"财政拨款">>;
  readonly 年份来源: WordsOf<ValueOf<"年份来源">>;
  /** 人员类 and 公用类 are what systems call two kinds of basic expenditure each */
  readonly 类别: WordsOf<ValueOf<"类别"> | "人员类" | "公用类">;
  readonly 是否: WordsOf<"是" | "否">;
  readonly 采购类型: WordsOf<ValueOf<"采购类型">>;
  readonly 一级指标: WordsOf<(typeof TARGET_KINDS)[number]>;
}

export type Sort = keyof WrittenValues;

/** What schemas/detail-lists.yaml says: words, by what they stand for. */
export interface WrittenDetailWords {
  readonly 列: WordsOf<DetailField>;
  readonly 部位: WordsOf<"编码" | "名称">;
  readonly 值: WrittenValues;
  readonly 合计: Words;
}

/** What heads and values of detail lists are called, as schemas/detail-lists.yaml says. */
export interface DetailWords {
  /** what a head speaks of, by the longest of the words in it */
  fieldOf(head: string): DetailField | undefined;
  /** whether a head says that its column is of the codes or of the names of something */
  partOf(head: string): "编码" | "名称" | undefined;
  /** the value that a cell writes in whatever words */
  valueOf(sort: Sort, text: string): string | undefined;
  /** the value that the longest of the words in a head is of */
  valueIn(sort: Sort, head: string): string | undefined;
  /** whether words say that what stands beside them is a sum */
  isSum(text: string): boolean;
}

/** Words of a name, with the name. */
type Synonyms = readonly (readonly [word: string, name: string])[];

export function detailWords(file: Plain): DetailWords {
  const fields = synonymsIn(valueAt(file, ["列"]));
  const parts = synonymsIn(valueAt(file, ["部位"]));
  const values = new Map(
    Object.entries(valueAt(file, ["值"]) ?? {}).map(([sort, each]) => [sort, synonymsIn(each)]),
  );
  const sums = textsOf(valueAt(file, ["合计"])).map(folded);
  return {
    fieldOf: (head) => longestIn(head, fields) as DetailField | undefined,
    partOf: (head) => parts.find(([word]) => head.endsWith(word))?.[1] as "编码" | "名称" | undefined,
    valueOf: (sort, text) => exactly(text, values.get(sort) ?? []),
    valueIn: (sort, head) => longestIn(head, values.get(sort) ?? []),
    isSum: (text) => sums.some((word) => plainHead(text).endsWith(word)),
  };
}

/** A head as it is compared: without blanks, and without what stands in brackets or marks what must be filled in. */
export function plainHead(text: string): string {
  return folded(text).replace(/（[^（）]*）|[*＊：]/gu, "");
}

function synonymsIn(value: Plain | undefined): Synonyms {
  return Object.entries(value ?? {}).flatMap(([name, words]: [string, Plain]) =>
    textsOf(words).map((word) => [folded(word), name] as const),
  );
}

function textsOf(value: Plain | undefined): readonly string[] {
  return isList(value) ? value.filter((each) => typeof each === "string") : [];
}

function exactly(text: string, synonyms: Synonyms): string | undefined {
  const wanted = plainHead(text);
  return synonyms.find(([word]) => word === wanted)?.[1];
}

function longestIn(head: string, synonyms: Synonyms): string | undefined {
  let longest: readonly [word: string, name: string] = ["", ""];
  for (const each of synonyms)
    if (each[0].length > longest[0].length && head.includes(each[0])) longest = each;
  return longest[0] === "" ? undefined : longest[1];
}
