import type { Budget, BudgetUnit, ExpenditureEntry, FundEntry } from "../../model/budget.js";
import { BASIC_KINDS, DIMENSION_VALUES } from "../../model/dimensions.js";
import { GAP, isGap } from "../../model/gap.js";
import { type Path, type Plain, type Source, valueAt, type Written } from "../../model/source.js";
import { standsFor } from "../../model/wording.js";
import { ZERO } from "../../money/money.js";

type Unsaid = Pick<FundEntry, "amount" | "place"> & { readonly gap: true };

/**
 * A budget whose lists that have still to be filled in hold something that has: what would be printed of them shows it,
 * and is not taken for nothing.
 */
export function withUnsaid(budget: Budget, source: Source): Budget {
  const unsaid = (key: string): readonly Unsaid[] =>
    isGap((source.value as Readonly<Record<string, Plain>>)[key])
      ? [{ amount: ZERO, gap: true, place: source.placeOf([key]) }]
      : [];
  return {
    ...budget,
    unit: unitWithUnsaid(budget.unit, source),
    revenue: [
      ...budget.revenue,
      ...unsaid("收入").map((each) => ({ ...fundOf(each), origin: "本年" as const })),
    ],
    expenditure: [...budget.expenditure, ...unsaid("基本支出").flatMap(basicLines)],
    projects: [
      ...budget.projects,
      ...unsaid("项目").map((each) => ({
        unit: budget.unit.code,
        code: undefined,
        uncoded: each.place,
        name: standsFor(GAP, () => each.place),
        kind: "其他运转类",
        kindPlace: each.place,
        evaluated: undefined,
        key: false,
        nameWithheld: false,
        expenditure: [lineOf(each, "其他运转类")],
        investment: undefined,
        untargeted: undefined,
        targets: [],
        place: each.place,
      })),
    ],
    carriedForward: [...budget.carriedForward, ...unsaid("年终结转").map(fundOf)],
    procurement: [
      ...budget.procurement,
      ...unsaid("政府采购").flatMap((each) =>
        DIMENSION_VALUES.采购类型.map((kind) => ({ ...each, kind, reserved: true })),
      ),
    ],
    transfers: [
      ...budget.transfers,
      ...unsaid("专项转移支付").map((each) => ({
        ...each,
        name: standsFor(GAP, () => each.place),
      })),
    ],
  };
}

/** The same of the lists that name what the unit has, and of its kind, by which a template may choose its words. */
function unitWithUnsaid(unit: BudgetUnit, source: Source): BudgetUnit {
  const gapAt = (...path: Path): readonly Written[] =>
    isGap(valueAt(source.value, path)) ? [standsFor(GAP, () => source.placeOf(path))] : [];
  return {
    ...unit,
    ...(gapAt("单位", "性质").length > 0 && { kindUnsaid: true }),
    offices: [...unit.offices, ...gapAt("单位", "内设机构")],
    subordinates: [...unit.subordinates, ...gapAt("单位", "下属单位"), ...gapAt("汇总单位")],
  };
}

/** The fund that all units have. */
function fundOf(each: Unsaid): FundEntry & Unsaid {
  return { ...each, fund: "一般公共预算", appropriation: true };
}

function basicLines(each: Unsaid): readonly ExpenditureEntry[] {
  return BASIC_KINDS.map((kind) => lineOf(each, kind));
}

function lineOf(each: Unsaid, kind: string): ExpenditureEntry {
  return {
    ...fundOf(each),
    origin: "本年",
    functionCode: GAP,
    departmentCode: GAP,
    governmentCode: GAP,
    kind,
  };
}
