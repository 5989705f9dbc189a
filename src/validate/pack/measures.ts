import { type Diagnostic, problem, wholeFile } from "../../diagnostic/diagnostic.js";
import type { CodeLists } from "../../model/budget.js";
import { ACCOUNT_DIMENSIONS } from "../../model/dimensions.js";
import type { Account, Dimension, Where } from "../../model/ledger.js";
import type { AskedFact } from "../../model/pack/asked-fact.js";
import type {
  CountMeasure,
  Measure,
  StatutoryFigure,
  SumMeasure,
  TotalMeasure,
} from "../../model/pack/measure.js";
import type { Path, Source } from "../../model/source.js";
import { quantity, type Unit } from "../../money/money.js";
import { expectName } from "../schema/names.js";
import { ASKS_NOTHING, type Asked, figuresOf } from "./asked-facts.js";
import { checkWhere } from "./conditions.js";

/** A measure as its file writes it, once its shape has been checked. */
export interface WrittenMeasure {
  readonly says: string;
  readonly 即?: StatutoryFigure;
  readonly label?: string;
  readonly account?: Account;
  readonly where?: Where;
  readonly unit?: "元" | "辆" | "套" | "台（套）" | "个" | "家";
  readonly count?: Dimension;
  readonly projectsFrom?: string;
  readonly total?: readonly string[];
  readonly constant?: string;
}

/** The measures of a file, and those that amounts and counts among the format's own facts are by themselves. */
export function decodeMeasures(
  source: Source,
  facts: readonly AskedFact[] = [],
): ReadonlyMap<string, Measure> {
  const written = Object.entries(source.value as unknown as Record<string, WrittenMeasure>);
  return new Map([
    ...figuresOf(facts).map((fact) => [fact.name, factMeasure(fact)] as const),
    ...written.map(([name, measure]) => [name, decodeMeasure(source, name, measure, facts)] as const),
  ]);
}

function factMeasure({ name, says, place, unit }: FigureAsked): Measure {
  return { kind: "sum", name, says, unit, account: "版式事项", where: { 事项: name }, place };
}

type FigureAsked = ReturnType<typeof figuresOf>[number];

/** The measures that are figures of the law, by what they are. */
export function statutoryMeasures(measures: Iterable<Measure>): ReadonlyMap<StatutoryFigure, Measure> {
  return new Map([...measures].flatMap((each) => (each.statutory ? [[each.statutory, each]] : [])));
}

function decodeMeasure(
  source: Source,
  name: string,
  written: WrittenMeasure,
  facts: readonly AskedFact[],
): Measure {
  const { says, account, where = {}, count, total, constant, projectsFrom, 即: statutory } = written;
  const label = written.label === undefined ? {} : { label: source.written([name, "label"]) };
  const named = {
    name,
    says,
    ...(statutory && { statutory }),
    ...label,
    place: () => source.placeOfKey([name]),
  };
  if (constant !== undefined) return { kind: "constant", ...named, value: quantity(constant) };
  if (total) return { kind: "total", ...named, of: total };
  if (!account) throw new Error(`the shape of measure ${name} was not checked`);
  const shared = { ...named, account, where, ...(projectsFrom !== undefined && { projectsFrom }) };
  if (count) return { kind: "count", ...shared, of: count, unit: written.unit ?? "个" };
  return { kind: "sum", ...shared, unit: written.unit ?? unitOfAsked(where, facts) ?? "元" };
}

/** The unit of the format's own facts that a condition asks for. */
function unitOfAsked({ 事项: asked }: Where, facts: readonly AskedFact[]): Unit | undefined {
  return figuresOf(facts).find(({ name }) => [asked].flat().includes(name))?.unit;
}

/** Names that no measure has, conditions that no line can meet, and totals that contain themselves. */
export function checkMeasures(
  source: Source,
  measures: ReadonlyMap<string, Measure>,
  codes: CodeLists,
  asked: Asked = ASKS_NOTHING,
): readonly Diagnostic[] {
  return [...measures.values()]
    .filter(({ name }) => !figuresOf(asked.facts).some((fact) => fact.name === name))
    .flatMap((measure) => checkMeasure(source, measure, measures, codes, asked));
}

/** What every format has to have, as the law has it disclosed and rules hold it against the ledger. */
export const REQUIRED_FIGURES: readonly StatutoryFigure[] = [
  ...(["收入总计", "支出总计", "基本支出", "项目支出"] as const),
  ...(["三公经费", "因公出国境费", "公务接待费", "公务用车购置费", "公务用车运行维护费"] as const),
  ...(["机关运行经费", "政府采购预算"] as const),
];

/** Figures of the law that no measure says it is, and those that several say they are. */
export function checkStatutory(
  source: Source,
  measures: ReadonlyMap<string, Measure>,
): readonly Diagnostic[] {
  const known = statutoryMeasures(measures.values());
  const lacking = REQUIRED_FIGURES.filter((each) => !known.has(each));
  const repeated = [...measures.values()].filter(
    (each) => each.statutory && known.get(each.statutory) !== each,
  );
  return [
    ...(lacking.length > 0 ? [unstated(source, lacking)] : []),
    ...repeated.map(({ name, statutory }) => {
      const message = `口径“${name}”和“${known.get(statutory as StatutoryFigure)?.name}”都写着“即: ${statutory}”`;
      return problem("模板/口径", message, source.placeOf([name, "即"]), "怎么改：只在印出的那一个口径里写");
    }),
  ];
}

function unstated(source: Source, lacking: readonly StatutoryFigure[]): Diagnostic {
  const message = `没有口径写明是${lacking.map((each) => `“${each}”`).join("、")}，关于这些数的勾稽规则就做不了`;
  const remedy = `怎么改：在这个数的口径里加“即: ${lacking[0]}”；口径叫什么名字都可以`;
  return problem("模板/口径", message, wholeFile(source.file), remedy);
}

function checkMeasure(
  source: Source,
  measure: Measure,
  measures: ReadonlyMap<string, Measure>,
  codes: CodeLists,
  asked: Asked,
): readonly Diagnostic[] {
  const { name } = measure;
  const named = (each: string, ...path: Path): readonly Diagnostic[] =>
    expectName("口径", each, measures.keys(), () => source.placeOf([name, ...path]));
  switch (measure.kind) {
    case "constant":
      return [];
    case "total":
      return [
        ...measure.of.flatMap((each, index) => named(each, "total", index)),
        ...(contains(measure, name, measures, new Set())
          ? [circular(source, name)]
          : [...unlikeUnits(source, measure, measures), ...countedAgain(source, measure, measures)]),
      ];
    case "count":
    case "sum": {
      const { account, projectsFrom, where } = measure;
      const counted = measure.kind === "sum" || ACCOUNT_DIMENSIONS[account].includes(measure.of);
      return [
        ...checkWhere({ source, path: [name], accounts: [account], codes, asked }, name, where),
        ...(account === "版式事项" ? unlikeFacts(source, measure, asked.facts) : []),
        ...(projectsFrom === undefined ? [] : named(projectsFrom, "projectsFrom")),
        ...(counted ? [] : [uncountable(source, name, account)]),
      ];
    }
  }
}

/** What is counted otherwise makes no sum: a measure of the format's own facts says which, and those of one unit. */
function unlikeFacts(
  source: Source,
  { name, where, unit, kind }: SumMeasure | CountMeasure,
  facts: readonly AskedFact[],
): readonly Diagnostic[] {
  const asked = [where.事项 ?? []].flat();
  const known = figuresOf(facts).filter((fact) => asked.length === 0 || asked.includes(fact.name));
  const units = new Set(known.map((each) => each.unit));
  if (kind === "count" || (asked.length > 0 && units.size <= 1 && units.has(unit))) return [];
  return [
    problem(
      "模板/口径",
      `口径“${name}”取的版式事项，没有写明是哪一项，或者单位不是同一个“${unit}”`,
      source.placeOfKey([name]),
      "怎么改：在 where 里写 事项: 名称；几项的，单位要相同；unit 不必写",
    ),
  ];
}

function contains(
  measure: Measure,
  name: string,
  measures: ReadonlyMap<string, Measure>,
  seen: Set<string>,
): boolean {
  if (measure.kind !== "total") return false;
  return measure.of.some((each) => {
    if (each === name) return true;
    const next = measures.get(each);
    if (!next || seen.has(each)) return false;
    return contains(next, name, measures, seen.add(each));
  });
}

/** What is counted by its kinds may be counted in both parts, and what is counted otherwise makes no sum. */
function unlikeUnits(source: Source, { name, of }: TotalMeasure, measures: ReadonlyMap<string, Measure>) {
  const first = of.map((each) => unitOfMeasure(each, measures)).find((unit) => unit !== undefined);
  return of.flatMap((each, index) => {
    const part = measures.get(each);
    const unit = unitOfMeasure(each, measures);
    if (part?.kind !== "count" && (unit === undefined || unit === first)) return [];
    const message =
      part?.kind === "count"
        ? `口径“${each}”数的是有几个，不能与别的相加`
        : `口径“${each}”与“${of[0]}”的单位不同，不能相加`;
    const remedy = "怎么改：total 里只写单位相同的金额或数量";
    return [problem("模板/口径", message, source.placeOf([name, "total", index]), remedy)];
  });
}

/** What a measure is counted in; undefined of one that is not there. */
export function unitOfMeasure(name: string, measures: ReadonlyMap<string, Measure>): Unit | undefined {
  const measure = measures.get(name);
  if (measure?.kind === "total") return unitOfMeasure(measure.of[0] ?? "", measures);
  return measure?.kind === "constant" ? "元" : measure?.unit;
}

/** The first measure that a total has in it more than once: its money would be counted as often, and as often again above. */
function repeated(
  { of }: TotalMeasure,
  measures: ReadonlyMap<string, Measure>,
  seen = new Set<string>(),
): string | undefined {
  for (const name of of) {
    if (seen.has(name)) return name;
    seen.add(name);
    const part = measures.get(name);
    const found = part?.kind === "total" ? repeated(part, measures, seen) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function countedAgain(source: Source, measure: TotalMeasure, measures: ReadonlyMap<string, Measure>) {
  const part = repeated(measure, measures);
  if (part === undefined) return [];
  const message = `口径“${measure.name}”里“${part}”不止一次，同一笔会算几次`;
  const remedy = "怎么改：total 里只写互不包含的口径";
  return [problem("模板/口径", message, source.placeOf([measure.name, "total"]), remedy)];
}

function circular(source: Source, name: string): Diagnostic {
  const remedy = "怎么改：从 total 里去掉它自己，以及由它加成的口径";
  return problem("模板/口径", `口径“${name}”由它自己相加，算不出来`, source.placeOf([name, "total"]), remedy);
}

function uncountable(source: Source, name: string, account: Account): Diagnostic {
  const known = ACCOUNT_DIMENSIONS[account].join("、");
  const message = `“${account}”账上的各笔没有这一维度，数出来总是零`;
  return problem("模板/口径", message, source.placeOf([name, "count"]), `怎么改：换成可用的维度：${known}`);
}
