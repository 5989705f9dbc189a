import {
  type Amount,
  amount,
  change,
  type Evidence,
  firstRow,
  money,
  share,
  spentOn,
  wan,
} from "./evidence.js";
import { allLines, type BudgetFacts, type Line, OPERATING, PERSONNEL, sumOf } from "./facts.js";
import { type Compared, thisYear } from "./last-year.js";
import { type Cents, printed } from "./money.js";
import { otherMatters } from "./other-matters.js";
import { beside } from "./sums.js";
import { numberIn, type PrintedTable, tableOf, textIn } from "./tables.js";

/** The figures of a section as it was printed, with the words of a change before them. */
export function figuresIn(text: string): readonly string[] {
  const figure =
    /(?:增加|减少|增长|下降)?\d+(?:\.\d+)?(?:万元|%|个|辆|台（套）)|持平|上年无该预算，不计算增长率/gu;
  return text.match(figure) ?? [];
}

/** The figures of each section of 第二部分, in order, by the words of its heading; of one that is left out there are none. */
const SECTIONS: readonly (readonly [string, (evidence: Evidence) => readonly string[] | undefined])[] = [
  ["收入支出预算总体情况说明", overview],
  ["收入预算总体情况说明", revenue],
  ["支出预算总体情况说明", expenditure],
  ["财政拨款收入支出预算总体情况说明", appropriation],
  ["一般公共预算支出预算情况说明", generalPublicBudget],
  ["一般公共预算基本支出预算情况说明", basicExpenditure],
  ["支出预算经济分类情况说明", () => []],
  ["“三公”经费支出预算情况说明", threePublic],
  ["政府性基金预算支出情况说明", fundsBudget],
  ["国有资本经营预算支出情况说明", stateCapitalBudget],
  ["其他重要事项的情况说明", otherMatters],
];

/** The same with the headings numbered as they come. */
export function expectedFigures(evidence: Evidence): Readonly<Record<string, readonly string[]>> {
  const printed = SECTIONS.flatMap(([name, figuresOf]) => {
    const figures = figuresOf(evidence);
    return figures ? [[name, figures] as const] : [];
  });
  return Object.fromEntries(
    printed.map(([name, figures], index) => [
      `${"一二三四五六七八九十".charAt(index) || "十一"}、${name}`,
      figures,
    ]),
  );
}

function overview(evidence: Evidence): readonly string[] {
  const table = tableOf(evidence.tables, "预算01表");
  const { 收入总计: income, 支出总计: spending } = thisYear(evidence.facts);
  return [
    wan(amount(beside(table, "收入", "收入总计", "金额"), income).shown),
    wan(amount(beside(table, "支出", "支出总计", "金额"), spending).shown),
    ...change(evidence, "收入总计"),
    ...(evidence.facts.form.totalsInOne ? [] : change(evidence, "支出总计")),
  ];
}

const REVENUE_COLUMNS = [
  "一般公共预算/小计",
  "政府性基金",
  "国有资本经营预算",
  "财政专户管理资金收入",
  "事业收入",
  "事业单位经营收入",
  "上级补助收入",
  "附属单位上缴收入",
  "其他收入",
];

function revenue({ facts, tables }: Evidence): readonly string[] {
  const row = firstRow(tableOf(tables, "预算02表"));
  const sources = REVENUE_COLUMNS.map((column) => numberIn(row, `本年收入/${column}`));
  const left = numberIn(row, "上年结转结余/合计");
  const thisYears = sumOf(facts.revenue, ({ old }) => !old);
  return [
    wan(amount(numberIn(row, "本年收入/合计"), thisYears).shown),
    ...sources.flatMap((source) => (source === undefined ? [] : [wan(source)])),
    ...(left === undefined ? [] : [wan(left)]),
  ];
}

const isProject = ({ kind }: Line): boolean => ![...PERSONNEL, ...OPERATING].includes(kind);
const isBasic = (line: Line): boolean => !isProject(line);

function expenditure({ facts, tables }: Evidence): readonly string[] {
  const row = firstRow(tableOf(tables, "预算03表"));
  const whole = amount(
    numberIn(row, "合计"),
    spentOn(facts, () => true),
  );
  const basic = amount(numberIn(row, "基本支出/小计"), spentOn(facts, isBasic));
  const projects = amount(numberIn(row, "项目支出/小计"), spentOn(facts, isProject));
  const left = beside(tableOf(tables, "预算01表"), "支出", "年终结转结余", "金额");
  const parts =
    whole.exact === 0n ? [] : [basic, projects].flatMap((each) => [wan(each.shown), share(each, whole)]);
  return [wan(whole.shown), ...parts, ...(left === undefined ? [] : [wan(left)])];
}

const BUDGETS: readonly (readonly [Compared, string])[] = [
  ["一般公共预算收支", "一般公共预算/小计"],
  ["政府性基金预算收支", "政府性基金"],
  ["国有资本经营预算收支", "国有资本经营预算"],
];

/** What 预算04表 adds up to. */
const APPROPRIATED_TOTALS = [
  ["收入", "收入合计", "金额"],
  ["支出", "支出合计", "合计"],
] as const;

/** The general public budget is always spoken of, the others where there is, or was, anything of them. */
function appropriation(evidence: Evidence): readonly string[] {
  const { facts, tables } = evidence;
  const table = tableOf(tables, "预算04表");
  const now = thisYear(facts);
  const isFirst = (name: Compared): boolean => name === "一般公共预算收支";
  const amounts = BUDGETS.filter(([name]) => isFirst(name) || now[name] > 0n).map(([name, column]) =>
    wan(amount(beside(table, "支出", "支出合计", column), now[name]).shown),
  );
  const changes = BUDGETS.filter(
    ([name]) => isFirst(name) || now[name] > 0n || (facts.lastYear.get(name) ?? 0n) > 0n,
  );
  const totals = APPROPRIATED_TOTALS.map(([side, label, column]) =>
    wan(beside(table, side, label, column) ?? 0n),
  );
  return [...totals, ...amounts, ...changes.flatMap(([name]) => change(evidence, name))];
}

const isGeneral = ({ fund }: Line): boolean => fund === "一般公共预算";
const isGranted = (line: Line): boolean => isGeneral(line) && line.appropriation;
const isGrantedNow = (line: Line): boolean => isGranted(line) && !line.old;

function generalPublicBudget({ facts, tables }: Evidence): readonly string[] {
  const table = tableOf(tables, "预算04表");
  const column = "一般公共预算/小计";
  const whole = amount(beside(table, "支出", "一、本年支出", column), spentOn(facts, isGeneral));
  if (whole.exact === 0n) return [];
  const parts = [isBasic, isProject].map((test) => spentOn(facts, (line) => isGeneral(line) && test(line)));
  return [
    ...sources({ facts, tables }, whole.exact),
    wan(whole.shown),
    ...parts.flatMap((cents) => [money(cents), share({ shown: printed(cents), exact: cents }, whole)]),
    ...classes(facts, table).flatMap((each) => [wan(each.shown), share(each, whole)]),
  ];
}

/** What of the general public budget is granted this year, first of all, where that is not all of it. */
function sources({ facts, tables }: Evidence, whole: Cents): readonly string[] {
  const granted = spentOn(facts, isGrantedNow);
  if (granted === whole) return [];
  const left = spentOn(facts, (line) => isGranted(line) && line.old);
  const others = spentOn(facts, (line) => isGeneral(line) && !line.appropriation);
  const shown = amount(numberIn(firstRow(tableOf(tables, "预算05表")), "合计"), granted);
  return [wan(shown.shown), ...[left, others].filter((cents) => cents > 0n).map(money)];
}

/** The classes of expenditure in 预算04表 that the general public budget pays for. */
function classes(facts: BudgetFacts, table: PrintedTable): readonly Amount[] {
  const codes = [...new Set(allLines(facts).filter(isGeneral).map(classOf))].sort();
  const rows = table.rows
    .filter((row) => textIn(row, "支出/项目").startsWith("（"))
    .map((row) => numberIn(row, "支出/一般公共预算/小计"))
    .filter((shown) => shown !== undefined);
  if (rows.length !== codes.length) throw new Error(`预算04表有 ${rows.length} 类，应有 ${codes.length} 类`);
  return codes.map((code, index) =>
    amount(
      rows[index],
      spentOn(facts, (line) => isGeneral(line) && classOf(line) === code),
    ),
  );
}

function classOf({ functionCode }: Line): string {
  return functionCode.slice(0, 3);
}

function basicExpenditure({ facts, tables }: Evidence): readonly string[] {
  const row = firstRow(tableOf(tables, "预算06表"));
  const of = (column: string, kinds: readonly string[]): Amount =>
    amount(
      numberIn(row, `本年一般公共预算基本支出/${column}`),
      spentOn(facts, (line) => isGrantedNow(line) && kinds.includes(line.kind)),
    );
  const whole = of("合计", [...PERSONNEL, ...OPERATING]);
  const parts = [of("人员经费", PERSONNEL), of("公用经费", OPERATING)];
  if (whole.exact === 0n) return [];
  return [wan(whole.shown), ...parts.flatMap((part) => [wan(part.shown), share(part, whole)])];
}

function threePublic(evidence: Evidence): readonly string[] {
  const { facts, tables } = evidence;
  const row = firstRow(tableOf(tables, "预算08表"));
  const now = thisYear(facts);
  const vehicles = "公务用车购置及运行费";
  const said = (column: string, name: Compared): readonly string[] => [
    wan(amount(numberIn(row, column), now[name]).shown),
    ...change(evidence, name),
  ];
  const both = now.公务用车购置费 + now.公务用车运行维护费;
  return [
    ...said("“三公”经费合计", "三公经费"),
    ...said("因公出国（境）费", "因公出国境费"),
    ...said("公务接待费", "公务接待费"),
    wan(amount(numberIn(row, `${vehicles}/小计`), both).shown),
    ...said(`${vehicles}/公务用车购置费`, "公务用车购置费"),
    ...said(`${vehicles}/公务用车运行费`, "公务用车运行维护费"),
  ];
}

function stateCapitalBudget({ facts, tables }: Evidence): readonly string[] | undefined {
  const spent = spentOn(facts, ({ fund }) => fund === "国有资本经营预算");
  if (spent === 0n) return facts.form.stateCapitalAlways ? [] : undefined;
  const [first, ...others] = tableOf(tables, "预算12表").rows;
  const items = others.filter((row) => textIn(row, "科目编码/类") !== "");
  return [
    wan(amount(first && numberIn(first, "合计"), spent).shown),
    ...items.map((row) => wan(numberIn(row, "合计") ?? 0n)),
  ];
}

function fundsBudget(evidence: Evidence): readonly string[] {
  const { facts, tables } = evidence;
  const [first, ...others] = tableOf(tables, "预算09表").rows;
  const spent = thisYear(facts).政府性基金预算支出;
  const whole = amount(first && numberIn(first, "合计"), spent);
  if (whole.exact === 0n) return [];
  const items = others.filter((row) => textIn(row, "科目编码/类") !== "");
  return [
    wan(whole.shown),
    ...change(evidence, "政府性基金预算支出"),
    ...items.map((row) => wan(numberIn(row, "合计") ?? 0n)),
  ];
}
