import { sumOf } from "../facts.js";
import { written } from "../money.js";
import { quoted } from "../words.js";
import { balance, codes, flow, fund, line, list, mapping, money, procurement } from "../yaml.js";
import type { FunctionFacts, FunctionMoney, PutuoFacts } from "./facts.js";

/** The budget as an officer of Putuo writes it. */
export function putuoYaml(facts: PutuoFacts): string {
  const { unit } = facts;
  return [
    `版式: shanghai-putuo\n年度: ${facts.year}\n`,
    `单位:\n  代码: ${unit.code}\n  名称: ${unit.name}\n  性质: ${unit.kind}`,
    `  主要职责: ${unit.duties}\n  内设机构: ${flow(unit.offices)}\n`,
    list("收入", facts.revenue.map(received)),
    list("基本支出", facts.basic.map(line)),
    list("项目", facts.projects.map(project)),
    facts.carriedForward.length > 0 ? list("年终结转", facts.carriedForward.map(balance)) : "",
    list("政府采购", facts.procurement.map(procurement)),
    counts("国有资产", facts.assets),
    own(facts),
    mapping(
      "上年",
      [...facts.lastYear].map(([key, cents]) => [key, written(cents)]),
    ),
    mapping("原因", [...facts.reasons]),
    "",
  ].join("\n");
}

function counts(key: string, all: PutuoFacts["assets"]): string {
  return mapping(
    key,
    all.map(([kind, count]) => [kind, String(count)]),
  );
}

function received(each: FunctionMoney): string {
  const origin = each.old ? ", 年份来源: 上年结转" : "";
  return `{ ${fund(each)}${origin}, 功能科目: ${each.functionCode}, 金额: ${written(each.cents)} }`;
}

function project({ code, name, lines }: PutuoFacts["projects"][number]): string {
  return [
    `编码: ${code ?? "未赋码"}`,
    `    名称: ${quoted(name)}`,
    "    支出:",
    ...lines.map((each) => `      - { ${codes(each)}, ${money(each).slice(2)}`),
  ].join("\n");
}

/** What this format asks besides. */
function own(facts: PutuoFacts): string {
  const reserved = sumOf(facts.procurement, (each) => each.reserved);
  const bought = facts.bought.map(([kind, count]) => `    ${kind}: { 计划购置车辆: ${count} }`);
  return [
    "版式事项:",
    `  单位定位: ${facts.unit.duties}`,
    `  面向小微企业预留: ${written(reserved / 2n)}`,
    `  计划购置设备: ${facts.equipmentBought}`,
    ...(bought.length > 0 ? ["  资产类型:", ...bought] : []),
    ...(facts.functions.length > 0 ? ["  功能科目:", ...facts.functions.map(said)] : []),
  ].join("\n");
}

function said({ code, use, outturn }: FunctionFacts): string {
  const before = outturn === undefined ? "" : `, 上年执行数: ${written(outturn)}`;
  return `    ${code}: { 用途: ${use}${before} }`;
}
