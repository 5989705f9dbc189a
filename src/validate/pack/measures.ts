import { type Diagnostic, type Place, problem } from "../../diagnostic.js";
import type { CodeLists } from "../../model/budget.js";
import { ACCOUNT_DIMENSIONS } from "../../model/dimensions.js";
import type { Account, Dimension, Where } from "../../model/ledger.js";
import type { Measure, TotalMeasure } from "../../model/pack.js";
import type { Path, Source } from "../../model/source.js";
import { quantity, type Unit } from "../../money/money.js";
import { expectName } from "../schema/names.js";
import { checkWhere } from "./conditions.js";

/** A measure as its file writes it, once its shape has been checked. */
export interface WrittenMeasure {
  readonly says: string;
  readonly account?: Account;
  readonly where?: Where;
  readonly unit?: Exclude<Unit, "万元" | "%" | "年">;
  readonly count?: Dimension;
  readonly projectsFrom?: string;
  readonly total?: readonly string[];
  readonly constant?: string;
}

export function decodeMeasures(source: Source): ReadonlyMap<string, Measure> {
  const written = Object.entries(source.value as unknown as Record<string, WrittenMeasure>);
  return new Map(
    written.map(([name, measure]) => [name, decodeMeasure(name, measure, () => source.placeOfKey([name]))]),
  );
}

function decodeMeasure(name: string, written: WrittenMeasure, place: () => Place): Measure {
  const { says, account, where = {}, count, total, constant, projectsFrom } = written;
  const named = { name, says, place };
  if (constant !== undefined) return { kind: "constant", ...named, value: quantity(constant) };
  if (total) return { kind: "total", ...named, of: total };
  if (!account) throw new Error(`the shape of measure ${name} was not checked`);
  const shared = { ...named, account, where, ...(projectsFrom !== undefined && { projectsFrom }) };
  if (count) return { kind: "count", ...shared, of: count, unit: written.unit ?? "个" };
  return { kind: "sum", ...shared, unit: written.unit ?? "元" };
}

/** Names that no measure has, conditions that no line can meet, and totals that contain themselves. */
export function checkMeasures(
  source: Source,
  measures: ReadonlyMap<string, Measure>,
  codes: CodeLists,
): readonly Diagnostic[] {
  return [...measures.values()].flatMap((measure) => checkMeasure(source, measure, measures, codes));
}

function checkMeasure(
  source: Source,
  measure: Measure,
  measures: ReadonlyMap<string, Measure>,
  codes: CodeLists,
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
          : unlikeUnits(source, measure, measures)),
      ];
    case "count":
    case "sum": {
      const { account, projectsFrom, where } = measure;
      const counted = measure.kind === "sum" || ACCOUNT_DIMENSIONS[account].includes(measure.of);
      return [
        ...checkWhere({ source, path: [name], accounts: [account], codes }, name, where),
        ...(projectsFrom === undefined ? [] : named(projectsFrom, "projectsFrom")),
        ...(counted ? [] : [uncountable(source, name, account)]),
      ];
    }
  }
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
  const first = of.map((each) => unitOf(each, measures)).find((unit) => unit !== undefined);
  return of.flatMap((each, index) => {
    const part = measures.get(each);
    const unit = unitOf(each, measures);
    if (part?.kind !== "count" && (unit === undefined || unit === first)) return [];
    const message =
      part?.kind === "count"
        ? `口径“${each}”数的是有几个，不能与别的相加`
        : `口径“${each}”与“${of[0]}”的单位不同，不能相加`;
    const remedy = "怎么改：total 里只写单位相同的金额或数量";
    return [problem("模板/口径", message, source.placeOf([name, "total", index]), remedy)];
  });
}

/** What a measure is counted in; undefined where it is not known. */
function unitOf(name: string, measures: ReadonlyMap<string, Measure>): Unit | undefined {
  const measure = measures.get(name);
  if (measure?.kind === "total") return unitOf(measure.of[0] ?? "", measures);
  return measure?.kind === "constant" ? "元" : measure?.unit;
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
