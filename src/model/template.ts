import Handlebars from "handlebars";
import type { Dimension } from "./ledger.js";

/** What a template may name besides the pack's measures: facts about the unit and year. */
export const FACTS = [
  "单位名称",
  "单位代码",
  "单位性质",
  "级次",
  "新设单位",
  "主体",
  "年",
  "上年",
  "公开日期",
  "更正日期",
  "上年口径",
  "上年口径原因",
  "主要职责",
  "职责分段",
  "职责引语",
  "内设机构",
  "内设机构不公开",
  "下属单位",
  "跨年项目",
] as const;
export type Fact = (typeof FACTS)[number];

/** What each list item offers inside `{{#each}}`. */
export const ITEM_NAMES = ["名称", "本项", "序号"] as const;

/** What items that are codes offer besides: what the levels above them are called, and which these are. */
export const NAMES_ABOVE: Readonly<
  Partial<Record<Dimension, Readonly<Partial<Record<"类名" | "款名", Dimension>>>>>
> = {
  功能款: { 类名: "功能类" },
  功能科目: { 类名: "功能类", 款名: "功能款" },
  经济科目: { 类名: "经济类" },
  政府经济科目: { 类名: "政府经济类" },
};

/** What a helper takes, one entry an argument; "measures" takes all that are left. */
export type Parameter = "measure" | "measures" | "dimension" | "list" | "text" | "fact";

/** The helpers of the template language, with what they take. */
export const HELPERS = {
  金额: ["measure"],
  元: ["measure"],
  千元: ["measure"],
  万元: ["measure"],
  整万元: ["measure"],
  数量: ["measure"],
  占比: ["measure", "measure"],
  增减: ["measure"],
  增减词: ["measure"],
  增减额: ["measure"],
  升降词: ["measure"],
  增减率: ["measure"],
  增减原因: ["measures"],
  同增减: ["measures"],
  持平: ["measure"],
  持平原因: ["measure"],
  为零: ["measure"],
  为零两年: ["measure"],
  相等: ["measure", "measure"],
  列举: ["measure", "dimension"],
  按: ["measure", "dimension"],
  非零: ["measures"],
  顿号: ["list"],
  逐条: ["list"],
  条数: ["list"],
  是: ["fact", "text"],
} as const satisfies Record<string, readonly Parameter[]>;
export type HelperName = keyof typeof HELPERS;

/** What helpers say of the measures behind them: what these come to, how they changed, and why. */
export const SAYING: Readonly<Record<"amount" | "change" | "reason", readonly HelperName[]>> = {
  amount: ["金额", "元", "千元", "万元", "整万元", "数量"],
  change: ["增减", "增减额", "增减率"],
  reason: ["增减", "增减原因"],
};

/** How a paragraph of a narrative file begins, and what it becomes. */
export const MARKS = { "# ": "section", "## ": "subsection", "+ ": "item", "++ ": "subitem" } as const;

/** Of these the rest of the line is all. */
export const HEADING_MARKS = ["# ", "## "] as const satisfies readonly (keyof typeof MARKS)[];

/** Blocks that Handlebars itself brings. */
export const BLOCKS = ["if", "unless", "each"] as const;

type KnownSyntax = (text: string) => hbs.AST.Program | undefined;

/** One for the process: it saves parsing, and no answer depends on it. */
let known: KnownSyntax = () => undefined;

/** Has the syntax of templates taken from `syntax`, which knows some, anew each time, instead of parsing them. */
export function provideSyntax(syntax: KnownSyntax): void {
  known = syntax;
}

/** The syntax of a template, the caller's own to change; throws as Handlebars does where it has none. */
export function syntaxOf(text: string): hbs.AST.Program {
  return known(text) ?? parseTemplate(text);
}

/** A helper that a template calls, and the measures that it is called with. */
export interface HelperCall {
  readonly helper: string;
  readonly measures: readonly string[];
}

/** What a name stands for: itself, unless it is an item of a list of measures, or these are known to have changed alike. */
type Meanings = Readonly<Record<string, readonly string[]>>;

/** Every call of a helper, whichever branch it stands in, with the measures that it says something of. */
export function callsIn({ body }: hbs.AST.Program, meanings: Meanings = {}): readonly HelperCall[] {
  return body.flatMap((statement) => {
    if (statement.type !== "BlockStatement") return callsOf(statement, meanings);
    const { params, program, inverse } = statement as hbs.AST.BlockStatement;
    const opening = params.flatMap((param) => callsOf(param, meanings));
    const [asked] = opening;
    return [
      ...opening,
      ...(program ? callsIn(program, { ...meanings, ...(asked && meaningsAfter(asked)) }) : []),
      ...(inverse ? callsIn(inverse, meanings) : []),
    ];
  });
}

function meaningsAfter({ helper, measures }: HelperCall): Meanings {
  const [, itself] = ITEM_NAMES;
  if (helper === ("非零" satisfies HelperName)) return { [itself]: measures };
  const isAlike = helper === ("同增减" satisfies HelperName);
  return isAlike ? Object.fromEntries(measures.map((name) => [name, measures])) : {};
}

function callsOf(node: hbs.AST.Node, meanings: Meanings): readonly HelperCall[] {
  if (node.type !== "MustacheStatement" && node.type !== "SubExpression") return [];
  const { path, params } = node as hbs.AST.MustacheStatement | hbs.AST.SubExpression;
  const names = params.flatMap((param) =>
    param.type === "PathExpression" ? (param as hbs.AST.PathExpression).original : [],
  );
  return [
    {
      helper: (path as hbs.AST.PathExpression).original,
      measures: names.flatMap((name) => (Object.hasOwn(meanings, name) ? (meanings[name] ?? []) : name)),
    },
    ...params.flatMap((param) => callsOf(param, meanings)),
  ];
}

/** The offset of each position in a text: Handlebars counts lines from 1 and columns from 0, in UTF-16 units. */
export function offsetsIn(text: string): (position: hbs.AST.Position) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return ({ line, column }) => (starts[line - 1] ?? 0) + column;
}

/** The same of any text, for what makes it known. */
export function parseTemplate(text: string): hbs.AST.Program {
  return Handlebars.parseWithoutProcessing(text);
}
