import { NO_CODE, PROJECT_CODE, TARGET_KINDS } from "../../model/budget.js";
import { PROJECT_KINDS } from "../../model/dimensions.js";
import { GAP } from "../../model/gap.js";
import { groupedBy } from "../../model/groups.js";
import type { Path, Plain } from "../../model/source.js";
import { digits, type Quantity } from "../../money/money.js";
import { folded } from "../../text/fold.js";
import type { DetailLine, DetailNote, LineProject } from "./detail-lines.js";

/** Facts in the shape of a data file, and where each amount of them was read. */
export interface ImportedFacts {
  readonly given: { readonly [key: string]: Plain };
  readonly origins: readonly AmountOrigin[];
}

export interface AmountOrigin {
  /** of the amount in `given` */
  readonly path: Path;
  readonly where: string;
}

/** An indicator of a project, as a list of targets has it. */
export interface ListedTarget {
  readonly project: LineProject;
  readonly kind: (typeof TARGET_KINDS)[number];
  readonly above: string | undefined;
  readonly indicator: string;
  readonly value: string;
  readonly where: string;
}

type Row = Readonly<Record<string, string>>;

/** A row of the data, and where its amount was read. */
interface OriginatedRow {
  readonly row: Row;
  readonly where: string;
}

/** The ledger that the lines of detail lists make; a section of which no list speaks is not given. */
export function ledgerOf(
  lines: readonly DetailLine[],
  targets: readonly ListedTarget[],
  coded: boolean,
  note: (note: DetailNote) => void,
): ImportedFacts {
  const of = (section: DetailLine["section"]): readonly DetailLine[] =>
    lines.filter((line) => line.section === section);
  const spent = of("支出");
  const basic = spent.filter(({ project }) => project === undefined);
  const sections = [
    section(
      "收入",
      of("收入").map((line) => rowOf(line, revenueRow(line))),
    ),
    section(
      "基本支出",
      basic.map((line) => rowOf(line, spendingRow(line, true))),
    ),
    projectsOf(spent, targets, coded, note),
    section(
      "年终结转",
      of("年终结转").map((line) => rowOf(line, fundRow(line))),
    ),
  ];
  return joined(sections);
}

/** Facts of several lists put together. */
export function joined(parts: readonly ImportedFacts[]): ImportedFacts {
  return {
    given: Object.assign({}, ...parts.map(({ given }) => given)) as ImportedFacts["given"],
    origins: parts.flatMap(({ origins }) => origins),
  };
}

/** A section that is a list of rows with an amount each. */
export function section(name: string, rows: readonly OriginatedRow[]): ImportedFacts {
  return {
    given: rows.length === 0 ? {} : { [name]: rows.map(({ row }) => row) },
    origins: rows.map(({ where }, index) => ({ path: [name, index, "金额"], where })),
  };
}

/** An amount as the data writes it. */
export function amountText(amount: Quantity): string {
  return digits(amount, 2, false);
}

function rowOf({ amount, where }: DetailLine, row: Row): OriginatedRow {
  return { row: { ...row, 金额: amountText(amount) }, where };
}

function fundRow({ 资金来源, 财政拨款 }: DetailLine): Row {
  return { 资金来源, 财政拨款 };
}

function moneyRow(line: DetailLine): Row {
  return { ...fundRow(line), ...(line.年份来源 !== "本年" && { 年份来源: line.年份来源 }) };
}

function revenueRow(line: DetailLine): Row {
  return { ...moneyRow(line), ...(line.功能科目 !== undefined && { 功能科目: line.功能科目 }) };
}

function spendingRow(line: DetailLine, isBasic: boolean): Row {
  const { 功能科目 = GAP, 经济科目 = GAP, 政府经济科目, 类别 = GAP } = line;
  return {
    ...{ 功能科目, 经济科目 },
    ...(isBasic && { 类别 }),
    ...(政府经济科目 !== undefined && { 政府经济科目 }),
    ...moneyRow(line),
  };
}

/** The projects in the order in which lists have them, each with its lines and its targets. */
function projectsOf(
  spent: readonly DetailLine[],
  targets: readonly ListedTarget[],
  coded: boolean,
  note: (note: DetailNote) => void,
): ImportedFacts {
  const ofProjects = spent.flatMap((line) => (line.project ? [{ ...line, project: line.project }] : []));
  const groups = [...groupedBy(ofProjects, ({ project }) => keyOf(project)).values()];
  const byKey = groupedBy(targets, ({ project }) => keyOf(project));
  const byName = groupedBy(targets, ({ project }) => folded(project.name ?? ""));
  const taken = new Set<ListedTarget>();
  const projects = groups.map((group) => {
    const { project } = group[0];
    const own = byKey.get(keyOf(project)) ?? byName.get(folded(project.name ?? "")) ?? [];
    for (const target of own) taken.add(target);
    return { group, value: projectValue(group, own, coded) };
  });
  for (const { project, where } of targets.filter((target) => !taken.has(target)))
    note({
      kind: "没有取",
      words: `绩效目标的项目“${project.name ?? project.code ?? ""}”不在一起导入的支出明细里，没有取`,
      where,
    });
  if (projects.length === 0) return { given: {}, origins: [] };
  return {
    given: { 项目: projects.map(({ value }) => value) },
    origins: projects.flatMap(({ group }, index) =>
      group.map(({ where }, line) => ({ path: ["项目", index, "支出", line, "金额"], where })),
    ),
  };
}

function keyOf({ code, name = "" }: LineProject): string {
  return code !== undefined && isProjectCode(code) ? code : `${NO_CODE} ${folded(name)}`;
}

function isProjectCode(code: string): boolean {
  return code.length === PROJECT_CODE.length && /^[\dA-Za-z]+$/.test(code);
}

type ProjectLine = DetailLine & { readonly project: LineProject };

function projectValue(
  group: readonly [ProjectLine, ...ProjectLine[]],
  targets: readonly ListedTarget[],
  coded: boolean,
): Plain {
  const { code, name, says } = group[0].project;
  const kind = group.map(({ 类别 }) => 类别).find((each) => PROJECT_KINDS.some((known) => known === each));
  return {
    编码: code === undefined ? (coded ? NO_CODE : GAP) : isProjectCode(code) || code === NO_CODE ? code : GAP,
    名称: name ?? GAP,
    ...(kind !== undefined && { 类别: kind }),
    ...(says.绩效评价 !== undefined && { 绩效评价: says.绩效评价 }),
    ...(says.重点项目 !== undefined && { 重点项目: says.重点项目 }),
    ...(says.总投资 !== undefined && { 总投资: says.总投资 }),
    支出: group.map((line) => ({ ...spendingRow(line, false), 金额: amountText(line.amount) })),
    ...(targets.length > 0 && { 绩效目标: targetsValue(targets) }),
  };
}

function targetsValue(targets: readonly ListedTarget[]): Plain {
  return Object.fromEntries(
    TARGET_KINDS.map((kind) => [
      kind,
      targets
        .filter((target) => target.kind === kind)
        .map(({ above, indicator, value }) => ({
          ...(above !== undefined && { 二级指标: above }),
          三级指标: indicator,
          指标值: value,
        })),
    ]),
  );
}
