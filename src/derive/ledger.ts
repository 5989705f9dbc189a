import {
  type Budget,
  type CodeLists,
  type ExpenditureEntry,
  type FundEntry,
  type Project,
  projectKey,
  type RevenueEntry,
  type StatedEntry,
  type StatedFigure,
  type TransferEntry,
  writtenCode,
} from "../model/budget.js";
import { consolidated, ownName, projectsOf } from "../model/consolidation.js";
import { type FactSubject, natureOf } from "../model/dimensions.js";
import { GAP, UNDECIDED } from "../model/gap.js";
import { groupedBy } from "../model/groups.js";
import type { Account, Dimension, Entry, Label, Ledger, LedgerLine, Unsaid } from "../model/ledger.js";
import { standsFor } from "../model/wording.js";

type Dimensions = LedgerLine["dimensions"];

const yesNo = (value: boolean): string => (value ? "是" : "否");

/** Every fact of `budget` that has an amount, as a line; a department's are those of all its units. */
export function deriveLedger(budget: Budget, codes: CodeLists): Ledger {
  const lines = consolidated(budget).flatMap((each) => linesOf(each, codes));
  return { lines, labels: labels(budget, codes) };
}

function linesOf(budget: Budget, codes: CodeLists): readonly LedgerLine[] {
  const { code, kind, kindUnsaid: place } = budget.unit;
  const shared: Dimensions = { 单位性质: kind, 单位: code };
  const lines = [
    ...budget.revenue.map((entry) => revenueLine(entry, shared)),
    ...budget.expenditure.map((entry) => expenditureLine(entry, shared, codes)),
    ...budget.projects.flatMap((project) => projectLines(project, shared, codes)),
    ...budget.carriedForward.map((entry) => carriedForwardLine(entry, shared)),
    ...factLines(budget, shared),
  ];
  return place ? lines.map((line) => withUnsaid(line, [{ dimensions: ["单位性质"], place }])) : lines;
}

/** A line of which more is not said yet. */
function withUnsaid(line: LedgerLine, more: readonly Unsaid[]): LedgerLine {
  const gaps = more.flatMap(({ dimensions, undecided }) =>
    dimensions.map((each) => [each, undecided ? UNDECIDED : GAP] as const),
  );
  const dimensions = { ...line.dimensions, ...Object.fromEntries(gaps) };
  return { ...line, dimensions, unsaid: [...(line.unsaid ?? []), ...more] };
}

function fundDimensions(entry: FundEntry): Dimensions {
  return { 资金来源: entry.fund, 财政拨款: yesNo(entry.appropriation) };
}

function functionDimensions(code: string): Dimensions {
  return { 功能类: code.slice(0, 3), 功能款: code.slice(0, 5), 功能科目: code };
}

function lineOf(
  account: Account,
  dimensions: Dimensions,
  { amount, gap, unsaid, place }: Entry,
  label: string,
): LedgerLine {
  const line = { account, dimensions, amount, ...(gap && { gap }), place, label };
  return unsaid ? withUnsaid(line, unsaid) : line;
}

function revenueLine(entry: RevenueEntry, shared: Dimensions): LedgerLine {
  const { functionCode: code, origin, fund } = entry;
  const own = code === undefined ? {} : functionDimensions(code);
  return lineOf("收入", { ...shared, ...fundDimensions(entry), ...own, 年份来源: origin }, entry, fund);
}

function carriedForwardLine(entry: FundEntry, shared: Dimensions): LedgerLine {
  return lineOf("年终结转", { ...shared, ...fundDimensions(entry) }, entry, entry.fund);
}

function expenditureLine(
  entry: ExpenditureEntry,
  shared: Dimensions,
  codes: CodeLists,
  project?: string,
): LedgerLine {
  const { functionCode, departmentCode, governmentCode } = entry;
  const dimensions: Dimensions = {
    ...shared,
    ...fundDimensions(entry),
    ...natureOf(entry.kind),
    年份来源: entry.origin,
    ...functionDimensions(functionCode),
    经济类: departmentCode.slice(0, 3),
    经济科目: departmentCode,
    政府经济类: governmentCode.slice(0, 3),
    政府经济科目: governmentCode,
    类别: entry.kind,
  };
  const name = project ?? codes.departmental.get(departmentCode)?.name.text ?? departmentCode;
  const line = lineOf("支出", dimensions, entry, name);
  return entry.inferred ? { ...line, inferred: true } : line;
}

function projectLines(project: Project, shared: Dimensions, codes: CodeLists): LedgerLine[] {
  const own: Dimensions = {
    ...shared,
    项目: projectKey(project),
    ...(project.evaluated !== undefined && { 绩效评价: yesNo(project.evaluated) }),
    重点项目: yesNo(project.key),
    ...(!project.targetsOmitted && { 绩效目标: project.untargeted?.kind ?? "已编制" }),
    ...(project.untargeted?.kind === "未编制" && { 未编制原因: project.untargeted.reason.text }),
    名称公开: yesNo(!project.nameWithheld),
  };
  const name = project.name.text;
  const { investment } = project;
  return [
    ...project.expenditure.map((entry) => expenditureLine(entry, own, codes, name)),
    ...(investment ? [lineOf("总投资", { ...shared, 项目: projectKey(project) }, investment, name)] : []),
  ];
}

function factLines(budget: Budget, shared: Dimensions): LedgerLine[] {
  const procurement = budget.procurement.map((entry) => {
    const dimensions = { ...shared, 采购类型: entry.kind, 面向中小企业: yesNo(entry.reserved) };
    return lineOf("政府采购", dimensions, entry, entry.kind);
  });
  const assets = budget.assets.map((entry) =>
    lineOf("国有资产", { ...shared, 资产类型: entry.kind }, entry, entry.kind),
  );
  const transfers = budget.transfers.map((entry) => {
    const dimensions = { ...shared, 项目: transferKey(budget, entry) };
    return lineOf("专项转移支付", dimensions, entry, entry.name.text);
  });
  const facts = budget.facts.figures.map((each) => ({
    ...lineOf("版式事项", { ...shared, 事项: each.name, ...subjectOf(each) }, each, each.name),
    unit: each.unit,
  }));
  const entries = budget.facts.entries.flatMap((each) =>
    each.figures.map(({ name, unit, ...figure }) => ({
      ...lineOf("版式事项", { ...shared, 事项: name, ...subjectOf(each), 条目: each.key }, figure, each.key),
      unit,
    })),
  );
  return [...procurement, ...assets, ...transfers, ...facts, ...entries];
}

/** What a fact is about, besides the unit. */
function subjectOf({ per, of }: Pick<StatedFigure, "per" | "of">): Dimensions {
  if (per === "功能科目") return functionDimensions(of);
  return per === "单位" ? {} : { [per]: of };
}

/** Two units may manage transfers of one name. */
function transferKey({ unit }: Budget, { name }: TransferEntry): string {
  return `${unit.code} ${name.text}`;
}

function labels(budget: Budget, codes: CodeLists): Ledger["labels"] {
  const budgets = consolidated(budget);
  const projects = projectsOf(budget).map((project): [string, Label] => [
    projectKey(project),
    {
      code: writtenCode(project).text,
      name: project.name,
      kind: standsFor(project.kind, () => project.kindPlace),
      place: () => writtenCode(project).at(0, 0),
    },
  ]);
  const transfers = budgets.flatMap((each) =>
    each.transfers.map((entry): [string, Label] => [
      transferKey(each, entry),
      { code: "", name: entry.name, place: () => entry.place },
    ]),
  );
  const reasons = projectsOf(budget).flatMap(({ untargeted }): [string, Label][] =>
    untargeted?.kind === "未编制"
      ? [
          [
            untargeted.reason.text,
            { code: "", name: untargeted.reason, place: () => untargeted.reason.at(0, 1) },
          ],
        ]
      : [],
  );
  const units = budgets.map((each): [string, Label] => {
    return [each.unit.code, { code: each.unit.code, name: ownName(each), place: () => each.unit.place }];
  });
  const unsaid = budgets.flatMap(({ listedUnsaid: place }): [string, Label][] =>
    place ? [[GAP, { code: GAP, name: standsFor(GAP, () => place), place: () => place }]] : [],
  );
  const says = saidByThing(budget);
  return {
    功能类: ofLength(codes.functional, 3),
    功能款: ofLength(codes.functional, 5),
    功能科目: saying(new Map([...ofLength(codes.functional, 7), ...unsaid]), says.get("功能科目")),
    经济类: ofLength(codes.departmental, 3),
    经济科目: ofLength(codes.departmental, 5),
    政府经济类: ofLength(codes.governmental, 3),
    政府经济科目: ofLength(codes.governmental, 5),
    项目: saying(new Map([...projects, ...transfers]), says.get("项目")),
    未编制原因: new Map(reasons),
    单位: new Map(units),
    条目: new Map(budgets.flatMap(({ facts }) => facts.entries.map(labelOfEntry))),
  } satisfies Partial<Record<Dimension, ReadonlyMap<string, Label>>>;
}

/** An entry is called by the first of its words. */
function labelOfEntry({ key, words, place }: StatedEntry): [string, Label] {
  const [name = standsFor(key, () => place)] = Object.values(words);
  return [key, { code: "", name, says: words, place: () => place }];
}

type Says = NonNullable<Label["says"]>;

/** What is said of each code and project: of a code in the words of the budget that is printed, of a project in its unit's. */
function saidByThing(budget: Budget): ReadonlyMap<FactSubject, ReadonlyMap<string, Says>> {
  const words = consolidated(budget).flatMap((each) =>
    each.facts.words.filter(({ per }) => each === budget || per === "项目"),
  );
  return new Map(
    [...groupedBy(words, ({ per }) => per)].map(([per, some]) => [
      per,
      new Map(
        [...groupedBy(some, ({ of }) => of)].map(([of, all]) => [
          of,
          Object.fromEntries(all.map(({ name, said }) => [name, said])),
        ]),
      ),
    ]),
  );
}

function saying(
  labels: ReadonlyMap<string, Label>,
  words: ReadonlyMap<string, Says> = new Map(),
): ReadonlyMap<string, Label> {
  const said = [...words].flatMap(([value, says]): [string, Label][] => {
    const label = labels.get(value);
    return label ? [[value, { ...label, says }]] : [];
  });
  return said.length === 0 ? labels : new Map([...labels, ...said]);
}

function ofLength(list: ReadonlyMap<string, Label>, length: number): ReadonlyMap<string, Label> {
  return new Map([...list].filter(([code]) => code.length === length).sort(([a], [b]) => (a < b ? -1 : 1)));
}
