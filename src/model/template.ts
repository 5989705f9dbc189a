import Handlebars from "handlebars";

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
export const ITEM_NAMES = ["名称", "本项"] as const;

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
  持平: ["measure"],
  持平原因: ["measure"],
  为零: ["measure"],
  为零两年: ["measure"],
  相等: ["measure", "measure"],
  列举: ["measure", "dimension"],
  按: ["measure", "dimension"],
  非零: ["measures"],
  顿号: ["list"],
  是: ["fact", "text"],
} as const satisfies Record<string, readonly Parameter[]>;
export type HelperName = keyof typeof HELPERS;

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
