import { wholeFile } from "../../diagnostic/diagnostic.js";
import {
  type AssetEntry,
  type Budget,
  type BudgetUnit,
  type CodeLists,
  correspondingCode,
  type ExpenditureEntry,
  type FundEntry,
  type LastYear,
  type Located,
  NO_CODE,
  type ProcurementEntry,
  type Project,
  projectKey,
  RESTATED,
  type RevenueEntry,
  TARGET_KINDS,
  type Target,
  type TransferEntry,
  UNIT_KINDS,
  type UnitKind,
  type Untargeted,
  USUAL_LEVEL,
  withheldAs,
} from "../../model/budget.js";
import { BASIC_KINDS } from "../../model/dimensions.js";
import { candidatesIn, GAP, isGap, isUndecided, undecidedAmong } from "../../model/gap.js";
import type { Dimension, Entry, Unsaid } from "../../model/ledger.js";
import type { AskedFact } from "../../model/pack/asked-fact.js";
import { type Path, type Plain, type Source, textAt, valueAt, type Written } from "../../model/source.js";
import { standsFor } from "../../model/wording.js";
import { factsIn } from "./decode-facts.js";
import { amountOf, paragraphs, words } from "./scalars.js";
import type {
  WrittenBudget,
  WrittenFund,
  WrittenLine,
  WrittenProcurement,
  WrittenProject,
  WrittenUnit,
} from "./written.js";
import { textOf, written } from "./written.js";

/** The budget that checked data says. */
export function decodeBudget(source: Source, codes: CodeLists, asked: readonly AskedFact[] = []): Budget {
  const data = written(source);
  const kind = data.单位.性质;
  const line: DecodeLine = (path, each, category, more) => {
    const { unsaid = [], ...entry } = revenue(source, path, each);
    const governmentCode = each.政府经济科目 ?? governmentCodeOf(codes, each.经济科目, kind);
    const unpaired = governmentCode === GAP && each.政府经济科目 === undefined;
    const place = source.placeOf(isGap(each.经济科目) ? [...path, "经济科目"] : ["单位", "性质"]);
    const all = [
      ...unsaid,
      ...more,
      ...(unpaired
        ? [{ dimensions: DIMENSIONS_OF.政府经济科目, ...pairedChoice(codes, each.经济科目, kind), place }]
        : []),
    ];
    return {
      ...entry,
      functionCode: each.功能科目,
      departmentCode: each.经济科目,
      governmentCode,
      kind: category,
      ...(each.按对应 && { inferred: true }),
      ...(all.length > 0 && { unsaid: all }),
    };
  };
  const projects = data.项目.map((each, index) =>
    project(source, ["项目", index], each, data.单位.代码, line),
  );
  return {
    year: Number(data.年度),
    pack: data.版式,
    unit: unit(source, data.单位),
    isNew: data.新设单位 === "是",
    newPlace: source.placeOfKey(["新设单位"]),
    revenue: data.收入.map((each, index) => revenue(source, ["收入", index], each)),
    expenditure: data.基本支出.map((each, index) => basicLine(source, ["基本支出", index], each, line)),
    projects: projects.toSorted(byCode),
    carriedForward: (data.年终结转 ?? []).map((each, index) => fund(source, ["年终结转", index], each)),
    listedFunctions: data.列示科目 ?? [],
    procurement: (data.政府采购 ?? []).map((each, index) => procurement(source, ["政府采购", index], each)),
    assets: Object.entries(data.国有资产 ?? {}).map(([name, count]) => asset(source, name, count)),
    transfers: (data.专项转移支付 ?? []).map((each, index) => ({
      ...entry(source, ["专项转移支付", index], each),
      name: words(source, ["专项转移支付", index, "名称"]),
    })) satisfies readonly TransferEntry[],
    facts: factsIn(source, asked, { unit: data.单位.代码, projects: projects.map(projectKey) }),
    lastYear: lastYearOf(source, data),
    reasons: {
      value: located(source, "原因", data.原因 ?? {}, (_, path) => words(source, path)),
      ...sectionOf(source, "原因", data.原因),
    },
    standards: (data.标准 ?? []).map((_, index) => words(source, ["标准", index])),
    confirmed: (data.已核对 ?? []).map((value, index) => {
      return { value: value.trim().replace(/\s+/, " "), place: source.placeOf(["已核对", index]) };
    }),
    confirms: data.已核对 !== undefined,
    published: published(source, data),
    correction: data.更正 && {
      corrected: { value: data.更正.更正日期, place: source.placeOf(["更正", "更正日期"]) },
      reason: words(source, ["更正", "原因"]),
    },
    department: data.汇总单位 !== undefined,
    unitsPlace: source.placeOfKey(["汇总单位"]),
    units: [],
  };
}

/** Older data has it among what is said of a correction. */
function published(
  source: Source,
  { 公开日期: own, 更正: correction }: WrittenBudget,
): Located<string> | undefined {
  const former = correction?.公开日期;
  const value = own ?? former;
  if (value === undefined) return undefined;
  return { value, place: source.placeOf(own === undefined ? ["更正", "公开日期"] : ["公开日期"]) };
}

type DecodeLine = (
  path: Path,
  each: WrittenLine,
  category: string,
  more: readonly Unsaid[],
) => ExpenditureEntry;

/** What is not said of an entry as long as a key of it has still to be filled in. */
const DIMENSIONS_OF = {
  资金来源: ["资金来源"],
  财政拨款: ["财政拨款"],
  年份来源: ["年份来源"],
  功能科目: ["功能类", "功能款", "功能科目"],
  经济科目: ["经济类", "经济科目"],
  政府经济科目: ["政府经济类", "政府经济科目"],
  类别: ["类别"],
  绩效评价: ["绩效评价"],
  重点项目: ["重点项目"],
  采购类型: ["采购类型"],
  面向中小企业: ["面向中小企业"],
} as const satisfies Readonly<Record<string, readonly Dimension[]>>;

function unsaidIn(source: Source, path: Path, each: object): readonly Unsaid[] {
  const values = each as Readonly<Record<string, Plain | undefined>>;
  return Object.entries(DIMENSIONS_OF).flatMap(([key, dimensions]) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (!isGap(value)) return [];
    return [{ dimensions, ...choiceOf(dimensions, value), place: source.placeOf([...path, key]) }];
  });
}

/** How long the beginning of a code is that a dimension holds. */
const LENGTHS: Readonly<Partial<Record<Dimension, number>>> = {
  ...{ 功能类: 3, 功能款: 5, 经济类: 3, 政府经济类: 3 },
};

/** Which values of the dimensions are possible, where the officer has only to choose. */
function choiceOf(dimensions: readonly Dimension[], value: Plain | undefined): Pick<Unsaid, "undecided"> {
  if (typeof value !== "string" || !isUndecided(value)) return {};
  const candidates = candidatesIn(value);
  if (candidates.length === 0) return { undecided: {} };
  const known = dimensions.map((each) => [
    each,
    candidates.map((candidate) => candidate.slice(0, LENGTHS[each])),
  ]);
  return { undecided: Object.fromEntries(known) };
}

/** The same of the government codes that go with departmental ones among which she has to choose. */
function pairedChoice(codes: CodeLists, value: string, kind: UnitKind): Pick<Unsaid, "undecided"> {
  const paired = candidatesIn(value).map((code) => governmentCodeOf(codes, code, kind));
  const isKnown = paired.every((code) => code !== "" && !isGap(code));
  return choiceOf(
    DIMENSIONS_OF.政府经济科目,
    isUndecided(value) ? undecidedAmong(isKnown ? paired : []) : value,
  );
}

/** Of which kind it is decides whether it is for personnel. */
function basicLine(
  source: Source,
  path: Path,
  each: WrittenBudget["基本支出"][number],
  line: DecodeLine,
): ExpenditureEntry {
  if (!isGap(each.类别)) return line(path, each, each.类别, []);
  const place = source.placeOf([...path, "类别"]);
  const choice = isUndecided(each.类别) ? { undecided: {} } : {};
  return line(path, each, BASIC_KINDS[0], [{ dimensions: ["经费性质"], ...choice, place }]);
}

/** The code that goes with a departmental one; where that depends on what is not said yet, it is not said either. */
function governmentCodeOf(codes: CodeLists, code: string, kind: UnitKind): string {
  if (isGap(code)) return GAP;
  const kinds = isGap(kind) ? UNIT_KINDS : [kind];
  const [found = "", ...others] = new Set(kinds.map((each) => correspondingCode(codes, code, each)?.code));
  return others.length > 0 ? GAP : found;
}

function unit(source: Source, each: WrittenUnit): BudgetUnit {
  const names = (key: "内设机构" | "下属单位"): readonly Written[] => {
    const listed = each[key] ?? [];
    return "不公开" in listed ? [] : listed.map((_, index) => words(source, ["单位", key, index]));
  };
  return {
    code: each.代码,
    place: source.placeOf(["单位", "代码"]),
    ...(each.原代码 && { formerCode: each.原代码.trim() }),
    name: words(source, ["单位", "名称"]),
    kind: each.性质,
    kindPlace: source.placeOf(["单位", "性质"]),
    ...(isGap(each.性质) && { kindUnsaid: source.placeOf(["单位", "性质"]) }),
    level: each.级次 ? words(source, ["单位", "级次"]) : USUAL_LEVEL,
    duties: paragraphs(source, ["单位", "主要职责"]),
    offices: names("内设机构"),
    officesWithheld: withheld(source, ["单位", "内设机构"], each.内设机构),
    subordinates: names("下属单位"),
  };
}

/** That the value at `path` is withheld, as it is printed; undefined where it is not. */
function withheld(source: Source, path: Path, value: object | string): Written | undefined {
  if (typeof value === "string" || !("不公开" in value)) return undefined;
  const reason = [...path, "不公开"];
  return standsFor(withheldAs(textAt(source.value, reason)), () => source.placeOf(reason));
}

function entry(source: Source, path: Path, each: { readonly 金额: string }): Entry {
  const unsaid = unsaidIn(source, path, each);
  return {
    ...amountOf(each.金额),
    ...(unsaid.length > 0 && { unsaid }),
    place: source.placeOf([...path, "金额"]),
  };
}

function fund(source: Source, path: Path, each: WrittenFund): FundEntry {
  return { ...entry(source, path, each), fund: each.资金来源, appropriation: each.财政拨款 === "是" };
}

function revenue(source: Source, path: Path, each: WrittenFund): RevenueEntry {
  const origin = each.年份来源 ?? "本年";
  // only formats that ask for it know it
  const functionCode = textOf(valueAt(source.value, path), "功能科目");
  return { ...fund(source, path, each), origin, ...(functionCode !== undefined && { functionCode }) };
}

function procurement(source: Source, path: Path, each: WrittenProcurement): ProcurementEntry {
  return { ...entry(source, path, each), kind: each.采购类型, reserved: each.面向中小企业 === "是" };
}

function asset(source: Source, kind: string, count: string): AssetEntry {
  return { kind, ...amountOf(count), place: source.placeOf(["国有资产", kind]) };
}

function project(source: Source, path: Path, each: WrittenProject, unit: string, line: DecodeLine): Project {
  const nameWithheld = withheld(source, [...path, "名称"], each.名称);
  // formats may omit them
  const { 类别: kind = "", 绩效目标: targets } = each as Partial<WrittenProject>;
  const unsaid = unsaidIn(source, path, each);
  return {
    unit,
    code: isCoded(each) ? { value: each.编码, place: source.placeOf([...path, "编码"]) } : undefined,
    ...(isGap(each.编码) && { uncoded: source.placeOf([...path, "编码"]) }),
    name: nameWithheld ?? words(source, [...path, "名称"]),
    nameWithheld: nameWithheld !== undefined,
    kind,
    kindPlace: source.placeOf([...path, "类别"]),
    evaluated: each.绩效评价 && !isGap(each.绩效评价) ? each.绩效评价 === "是" : undefined,
    key: each.重点项目 === "是",
    expenditure: each.支出.map((item, index) => line([...path, "支出", index], item, kind, unsaid)),
    investment:
      each.总投资 === undefined
        ? undefined
        : { ...amountOf(each.总投资), place: source.placeOf([...path, "总投资"]) },
    ...(targets === undefined && { targetsOmitted: true }),
    untargeted: targets && untargeted(source, [...path, "绩效目标"], targets),
    targets: TARGET_KINDS.flatMap((of) =>
      (targets?.[of] ?? []).map(({ 二级指标: above }, index): Target => {
        const own = [...path, "绩效目标", of, index];
        const value = words(source, [...own, "指标值"]);
        const place = source.placeOf([...own, "指标值"]);
        return {
          kind: of,
          ...(above !== undefined && { above: words(source, [...own, "二级指标"]) }),
          indicator: words(source, [...own, "三级指标"]),
          value,
          place,
        };
      }),
    ),
    place: source.placeOf([...path, "名称"]),
  };
}

function untargeted(source: Source, path: Path, targets: WrittenProject["绩效目标"]): Untargeted | undefined {
  const reason = withheld(source, path, targets);
  if (reason) return { kind: "不公开", reason };
  return targets.未编制 === undefined
    ? undefined
    : { kind: "未编制", reason: words(source, [...path, "未编制"]) };
}

function isCoded({ 编码: code }: WrittenProject): boolean {
  return code !== NO_CODE && !isGap(code);
}

/** By code; those that have none yet come last, by name: in every table the same order. */
function byCode(a: Project, b: Project): number {
  return projectKey(a) < projectKey(b) ? -1 : 1;
}

function lastYearOf(source: Source, { 上年: written, 上年口径: scope }: WrittenBudget): LastYear {
  const figures = Object.entries(written ?? {}).map(([name, text]) => {
    const { amount: value, gap } = amountOf(text);
    return [name, { value, ...(gap && { gap }), place: source.placeOf(["上年", name]) }] as const;
  });
  return { figures: new Map(figures), restated: scope === RESTATED, ...sectionOf(source, "上年", written) };
}

/** Where a section is, or is to be. */
function sectionOf(source: Source, key: string, written: object | undefined) {
  const exists = written !== undefined;
  return { place: exists ? source.placeOfKey([key]) : wholeFile(source.file), exists };
}

function located<T>(
  source: Source,
  key: string,
  entries: Readonly<Record<string, string>>,
  decode: (text: string, path: Path) => T,
): ReadonlyMap<string, Located<T>> {
  return new Map(
    Object.entries(entries).map(([name, text]) => [
      name,
      { value: decode(text, [key, name]), place: source.placeOf([key, name]) },
    ]),
  );
}
