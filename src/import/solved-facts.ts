import { NO_CODE, TARGET_KINDS } from "../model/budget.js";
import { GAP, undecidedAmong } from "../model/gap.js";
import { groupedBy } from "../model/groups.js";
import type { Dimension } from "../model/ledger.js";
import type { Plain } from "../model/source.js";
import { digits } from "../money/money.js";
import type { PrintedIndicator, PrintedProject } from "./printed/labels.js";
import type { SolvedLine } from "./solve/solved-lines.js";

/** What printed tables name besides amounts. */
interface PrintedWords {
  readonly projects: readonly PrintedProject[];
  readonly indicators: readonly PrintedIndicator[];
}

/** A ledger that was solved, in the shape of a data file: what is not known of a line is 待定, with what it may be. */
export function solvedFacts(
  lines: readonly SolvedLine[],
  words: PrintedWords,
  governmentOf: (department: string) => string | undefined,
): { readonly [key: string]: Plain } {
  const of = (account: SolvedLine["account"]): readonly SolvedLine[] =>
    lines.filter((line) => line.account === account);
  const spent = of("支出");
  const basic = spent.filter(({ dimensions }) => dimensions.支出性质 === "基本支出");
  const ofProjects = spent.filter(
    ({ dimensions, open }) => dimensions.项目 !== undefined && !open.includes("项目"),
  );
  const sections: readonly (readonly [string, readonly Plain[]])[] = [
    ["收入", of("收入").map((line) => withAmount(moneyRow(line), line))],
    ["基本支出", basic.map((line) => spendingRow(line, governmentOf, true))],
    ["项目", projectsOf(ofProjects, words, governmentOf)],
    ["年终结转", of("年终结转").map((line) => withAmount(fundRow(line), line))],
  ];
  return Object.fromEntries(sections.filter(([, rows]) => rows.length > 0));
}

type Row = Readonly<Record<string, string>>;

/** What a line says under a key, or among what it has still to be chosen. */
function said({ dimensions, open, candidates }: SolvedLine, dimension: Dimension): string {
  const own = dimensions[dimension];
  if (!open.includes(dimension)) return own ?? GAP;
  const others = candidates.flatMap((each) => each.dimensions[dimension] ?? []);
  const possible = [...new Set([...(own === undefined ? [] : [own]), ...others])];
  return possible.length === 0 ? GAP : undecidedAmong(possible);
}

function withAmount(row: Row, { amount, sureness }: SolvedLine): Row {
  const inferred = sureness === "按对应" && "功能科目" in row;
  return { ...row, 金额: digits(amount, 2, false), ...(inferred && { 按对应: "是" }) };
}

function fundRow(line: SolvedLine): Row {
  return { 资金来源: said(line, "资金来源"), 财政拨款: said(line, "财政拨款") };
}

function moneyRow(line: SolvedLine): Row {
  const origin = said(line, "年份来源");
  return { ...fundRow(line), ...(origin !== "本年" && origin !== GAP && { 年份来源: origin }) };
}

function spendingRow(
  line: SolvedLine,
  governmentOf: (department: string) => string | undefined,
  isBasic: boolean,
): Row {
  const department = said(line, "经济科目");
  const government = said(line, "政府经济科目");
  const isUsual =
    line.open.includes("经济科目") || government === GAP || governmentOf(department) === government;
  const row = {
    ...{ 功能科目: said(line, "功能科目"), 经济科目: department },
    ...(isBasic && { 类别: said(line, "类别") }),
    ...(!isUsual && { 政府经济科目: government }),
    ...moneyRow(line),
  };
  return withAmount(row, line);
}

function projectsOf(
  lines: readonly SolvedLine[],
  { projects, indicators }: PrintedWords,
  governmentOf: (department: string) => string | undefined,
): readonly Plain[] {
  const byKey = groupedBy(lines, ({ dimensions }) => dimensions.项目);
  const targets = groupedBy(indicators, ({ project }) => project);
  return [...byKey].map(([key = "", group]): Plain => {
    const project = projects.find((each) => each.key === key);
    const own = targets.get(key) ?? [];
    return {
      编码: project?.code ?? NO_CODE,
      名称: project?.name ?? GAP,
      ...(group[0].dimensions.类别 !== undefined && { 类别: said(group[0], "类别") }),
      支出: group.map((line) => spendingRow(line, governmentOf, false)),
      ...(own.length > 0 && { 绩效目标: targetsValue(own) }),
    };
  });
}

function targetsValue(indicators: readonly PrintedIndicator[]): Plain {
  return Object.fromEntries(
    TARGET_KINDS.map((kind) => [
      kind,
      indicators
        .filter((each) => each.kind === kind)
        .map(({ indicator, value }) => ({ 三级指标: indicator, 指标值: value })),
    ]),
  );
}
