import { type BudgetFacts, type Line, type Money, type ProjectFacts, TARGET_KINDS } from "./facts.js";
import { written } from "./money.js";
import { quoted } from "./words.js";

/** A budget as an officer writes it. */
export function yamlOf(facts: BudgetFacts): string {
  const { unit } = facts;
  return [
    `版式: ${facts.form.pack}\n年度: ${facts.year}\n`,
    `单位:\n  代码: ${unit.code}\n  名称: ${unit.name}\n  性质: ${unit.kind}`,
    `  主要职责: ${unit.duties}\n  内设机构: ${flow(unit.offices)}\n  下属单位: ${flow(unit.subordinates)}\n`,
    list("收入", facts.revenue.map(money)),
    list("基本支出", facts.basic.map(line)),
    facts.listed.length > 0 ? `列示科目: ${flow(facts.listed)}` : "",
    list("项目", facts.projects.map(project)),
    facts.carriedForward.length > 0 ? list("年终结转", facts.carriedForward.map(balance)) : "",
    list("政府采购", facts.procurement.map(procurement)),
    `国有资产:\n${facts.assets.map(([kind, count]) => `  ${kind}: ${count}`).join("\n")}`,
    list(
      "专项转移支付",
      facts.transfers.map(([name, cents]) => `{ 名称: ${quoted(name)}, 金额: ${written(cents)} }`),
    ),
    mapping(
      "上年",
      [...facts.lastYear].map(([key, cents]) => [key, written(cents)]),
    ),
    mapping("原因", [...facts.reasons]),
    "",
  ].join("\n");
}

export function flow(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

export function list(key: string, items: readonly string[]): string {
  return items.length === 0 ? `${key}: []` : `${key}:\n${items.map((item) => `  - ${item}`).join("\n")}`;
}

export function mapping(key: string, entries: readonly (readonly [string, string])[]): string {
  return entries.length === 0 ? "" : `${key}:\n${entries.map((pair) => `  ${pair.join(": ")}`).join("\n")}`;
}

export function fund({ fund, appropriation }: Money): string {
  return `资金来源: ${fund}, 财政拨款: ${yesNo(appropriation)}`;
}

function yesNo(value: boolean): string {
  return value ? "是" : "否";
}

export function money(each: Money): string {
  const origin = each.old ? ", 年份来源: 上年结转" : "";
  return `{ ${fund(each)}${origin}, 金额: ${written(each.cents)} }`;
}

export function balance(each: Money): string {
  return `{ ${fund(each)}, 金额: ${written(each.cents)} }`;
}

export function line(each: Line): string {
  return `{ ${codes(each)}, 类别: ${each.kind}, ${money(each).slice(2)}`;
}

export function codes({ functionCode, department, government }: Line): string {
  const written = government === undefined ? "" : `, 政府经济科目: ${government}`;
  return `功能科目: ${functionCode}, 经济科目: ${department}${written}`;
}

function project({ code, name, kind, evaluated, key, lines, targets }: ProjectFacts): string {
  const kinds = TARGET_KINDS.map((each) => {
    const items = targets[each].map(
      ([indicator, value]) => `{ 三级指标: ${quoted(indicator)}, 指标值: ${quoted(value)} }`,
    );
    return `      ${each}: [${items.join(", ")}]`;
  });
  return [
    `编码: ${code ?? "未赋码"}`,
    `    名称: ${quoted(name)}`,
    `    类别: ${kind}`,
    ...(evaluated === undefined ? [] : [`    绩效评价: ${yesNo(evaluated)}`]),
    `    重点项目: ${yesNo(key)}`,
    "    支出:",
    ...lines.map((each) => `      - { ${codes(each)}, ${money(each).slice(2)}`),
    "    绩效目标:",
    ...kinds,
  ].join("\n");
}

export function procurement({ kind, reserved, cents }: BudgetFacts["procurement"][number]): string {
  return `{ 采购类型: ${kind}, 面向中小企业: ${yesNo(reserved)}, 金额: ${written(cents)} }`;
}
