import { type Diagnostic, type Place, problem } from "../../diagnostic/diagnostic.js";
import { RESTATED } from "../../model/budget.js";
import { DIMENSION_VALUES } from "../../model/dimensions.js";
import { DIMENSIONS } from "../../model/ledger.js";
import type { AskedFact } from "../../model/pack/asked-fact.js";
import type { Discloser } from "../../model/pack/written-pack.js";
import { type Fact, HELPERS, type HelperName, type Parameter } from "../../model/template.js";
import { expectName } from "../schema/names.js";

export type Locate = (loc: hbs.AST.SourceLocation) => Place;

/** What a template may use where it stands, and where that is. */
export interface TemplateScope {
  readonly locate: Locate;
  readonly facts: readonly string[];
  readonly measures: readonly string[];
  /** the facts that the format asks itself */
  readonly asked: readonly AskedFact[];
  /** what only a list's items have */
  readonly ofItems: readonly string[];
  /** in how many lists it stands */
  readonly lists: number;
  /** whether it stands where a figure is known to have stayed as it was */
  readonly flat: boolean;
}

const YES_OR_NO = ["是", "否"] as const;

const LISTS: readonly string[] = ["主要职责", "内设机构", "下属单位"] satisfies readonly Fact[];
type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

export const LIKE_OTHERS = "怎么改：对照同一文件夹里别的文件的写法";

/** What is wrong with the names behind a helper. */
export function checkCall(
  helper: HelperName,
  { params, hash, loc }: Call,
  scope: TemplateScope,
): readonly Diagnostic[] {
  const { locate } = scope;
  const wanted: readonly Parameter[] = HELPERS[helper];
  const [first = "measure"] = wanted;
  const many = first === "measures";
  if (many ? params.length === 0 : params.length !== wanted.length) {
    const message = `“${helper}”后面要写${many ? "一个或几个" : ` ${wanted.length} 个`}名字，这里写了 ${params.length} 个`;
    return [problem("模板/语法", message, locate(loc), LIKE_OTHERS)];
  }
  return [
    ...params.flatMap((param, index) =>
      checkArgument(param, many ? "measure" : (wanted[index] ?? first), scope),
    ),
    ...(hash?.pairs ?? []).flatMap((pair) => checkNamed(helper, pair, scope)),
    ...(helper === "是" ? checkValue(params, scope) : []),
  ];
}

/** All that some facts can be; a fact of yes or no that the format asks is one of two words, too. */
const VALUES: Readonly<Partial<Record<Fact, readonly string[]>>> = {
  单位性质: DIMENSION_VALUES.单位性质,
  主体: ["单位", "部门"] satisfies readonly Discloser[],
  新设单位: YES_OR_NO,
  上年口径: [RESTATED, ""],
};

/** A question that is never answered with yes. */
function checkValue(
  [fact, text]: readonly hbs.AST.Expression[],
  { asked, locate }: TemplateScope,
): readonly Diagnostic[] {
  if (!fact || text?.type !== "StringLiteral") return [];
  const name = nameOf(fact);
  const isYesOrNo = asked.some((each) => each.name === name && each.kind === "yes-no");
  const known = isYesOrNo ? YES_OR_NO : VALUES[name as Fact];
  if (!known) return [];
  return expectName(`“${name}”的取值`, textOf(text), known, () => locate(text.loc));
}

/** Amounts may say their decimals; a change, the words between it and its reason; its pieces, what they compare with instead of last year's. */
const NAMED: Readonly<Partial<Record<HelperName, string>>> = {
  ...{ 金额: "小数", 元: "小数", 千元: "小数", 万元: "小数" },
  ...{ 增减: "原因", 持平原因: "原因" },
  条数: "单位",
  ...{ 增减词: "比", 增减额: "比", 升降词: "比", 增减率: "比", 持平: "比" },
};

function checkNamed(
  helper: HelperName,
  { key, value, loc }: hbs.AST.HashPair,
  scope: TemplateScope,
): readonly Diagnostic[] {
  const { locate } = scope;
  if (NAMED[helper] !== key) return [unused(locate(loc))];
  if (key === "比") return checkArgument(value, "measure", scope);
  if (key === "小数") return /^[0-6]$/.test(nameOf(value)) ? [] : [notDecimals(locate(loc))];
  if (value.type === "StringLiteral") return [];
  return [/[“”‘’]/.test(nameOf(value)) ? chineseQuotes(locate(loc)) : unused(locate(loc))];
}

function checkArgument(
  param: hbs.AST.Expression,
  wanted: Parameter,
  scope: TemplateScope,
): readonly Diagnostic[] {
  const place = (): Place => scope.locate(param.loc);
  const expect = (what: string, name: string, known: readonly string[]) =>
    expectName(what, name, known, place);
  switch (wanted) {
    case "measure":
    case "measures":
      return expect("口径", nameOf(param), scope.measures);
    case "dimension":
      return expect("维度", textOf(param), DIMENSIONS);
    case "list":
      return expect("名单", nameOf(param), [
        ...LISTS,
        ...scope.asked.filter(isOfUnitInParts).map(({ name }) => name),
      ]);
    case "fact":
      return expect("名称", nameOf(param), scope.facts);
    case "text":
      return param.type === "StringLiteral" ? [] : [notText(place())];
  }
}

/** Whether it is what the unit says piece by piece. */
function isOfUnitInParts({ kind, per = "单位" }: AskedFact): boolean {
  return per === "单位" && (kind === "list" || kind === "paragraphs");
}

export function isHelper(name: string): name is HelperName {
  return Object.hasOwn(HELPERS, name);
}

/** What stands in the template; of a text its quotation marks too, as no name has them. */
export function nameOf(expression: hbs.AST.Expression): string {
  if (expression.type === "StringLiteral") return `"${textOf(expression)}"`;
  return expression.type === "SubExpression"
    ? "(…)"
    : String((expression as hbs.AST.PathExpression | hbs.AST.NumberLiteral).original);
}

function textOf(expression: hbs.AST.Expression): string {
  return expression.type === "StringLiteral" ? (expression as hbs.AST.StringLiteral).value : "";
}

/** A way of writing that Handlebars has and these templates do without. */
export function unused(place: Place): Diagnostic {
  return problem("模板/语法", "本程序的模板不用这种写法", place, "怎么改：删去它");
}

function notDecimals(place: Place): Diagnostic {
  return problem("模板/语法", "小数的位数要写 0 到 6 的一个数", place, "怎么改：如 {{万元 收入总计 小数=1}}");
}

function chineseQuotes(place: Place): Diagnostic {
  return problem("模板/语法", "引号用了中文的“ ”", place, '怎么改：改成英文引号，如 原因="。主要原因是"');
}

function notText(place: Place): Diagnostic {
  return problem("模板/语法", "这里要写一段文字", place, '怎么改：加上英文引号，如 (是 单位性质 "事业单位")');
}
