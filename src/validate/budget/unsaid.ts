import type { Place } from "../../diagnostic/diagnostic.js";
import type { Budget, BudgetUnit, DataSection, FundEntry, Project } from "../../model/budget.js";
import { ACCOUNT_DIMENSIONS, BASIC_KINDS } from "../../model/dimensions.js";
import { GAP, gapPaths, isGap } from "../../model/gap.js";
import { type Account, type Dimension, type Entry, UNIT_DIMENSIONS } from "../../model/ledger.js";
import { isList, type Path, type Plain, type Source, valueAt, type Written } from "../../model/source.js";
import { standsFor } from "../../model/wording.js";
import { ZERO } from "../../money/money.js";

/** The lists that a unit may do without. */
const OPTIONAL: ReadonlySet<string> = new Set(["年终结转", "政府采购", "专项转移支付"]);

/** What follows from the list that expenditure stands in. */
const OF_PROJECTS: readonly Dimension[] = ["绩效评价", "重点项目", "绩效目标", "未编制原因", "名称公开"];
const OF_TARGETS: readonly Dimension[] = ["绩效目标", "未编制原因"];
const BY_LIST: readonly Dimension[] = ["支出性质", "项目", ...UNIT_DIMENSIONS];
/** What is known of a project's expenditure by the project itself. */
const OF_A_PROJECT: readonly Dimension[] = [...OF_PROJECTS, ...BY_LIST, "经费性质", "类别"];

/**
 * A budget whose lists that have still to be filled in hold something of which nothing is said: what would be printed of
 * them shows it, and is not taken for nothing.
 */
export function withUnsaid(budget: Budget, source: Source): Budget {
  const unsaid = (key: string, account: Account, but: readonly Dimension[] = []): readonly Entry[] => {
    const value = (source.value as Readonly<Record<string, Plain | undefined>>)[key];
    if (isList(value ?? "") || (value === undefined && OPTIONAL.has(key))) return [];
    const place = source.placeOf([key]);
    const dimensions = ACCOUNT_DIMENSIONS[account].filter(
      (each) => !BY_LIST.includes(each) && !but.includes(each),
    );
    return [{ amount: ZERO, gap: true, unsaid: [{ dimensions, place }], place }];
  };
  const section = <S extends DataSection>(key: string, each: S): S =>
    isGap(valueAt(source.value, [key])) ? { ...each, unsaid: true } : each;
  return {
    ...budget,
    lastYear: section("上年", budget.lastYear),
    reasons: section("原因", budget.reasons),
    unit: unitWithUnsaid(budget.unit, source),
    revenue: [...budget.revenue, ...unsaid("收入", "收入").map(revenueOf)],
    expenditure: [
      ...budget.expenditure,
      ...unsaid("基本支出", "支出", OF_PROJECTS).map((each) => lineOf(each, BASIC_KINDS[0])),
    ],
    projects: [
      ...budget.projects.map((each, index) =>
        withUnsaidTargets(
          withUnsaidLine(each, source.placeOf(["项目", index, "支出"])),
          source.placeOf(["项目", index, "绩效目标"]),
        ),
      ),
      ...unsaid("项目", "支出", ["经费性质"]).map((each) => ({
        unit: budget.unit.code,
        code: undefined,
        uncoded: each.place,
        name: standsFor(GAP, () => each.place),
        kind: GAP,
        kindPlace: each.place,
        evaluated: undefined,
        key: false,
        nameWithheld: false,
        expenditure: [lineOf(each, GAP)],
        investment: undefined,
        untargeted: undefined,
        targets: [],
        place: each.place,
      })),
    ],
    ...listedWithUnsaid(budget, source),
    carriedForward: [...budget.carriedForward, ...unsaid("年终结转", "年终结转").map(fundOf)],
    procurement: [
      ...budget.procurement,
      ...unsaid("政府采购", "政府采购").map((each) => ({ ...each, kind: "货物" as const, reserved: true })),
    ],
    transfers: [
      ...budget.transfers,
      ...unsaid("专项转移支付", "专项转移支付").map((each) => ({
        ...each,
        name: standsFor(GAP, () => each.place),
      })),
    ],
  };
}

/** A project has expenditure, whether there is a line of it or not. */
function withUnsaidLine(project: Project, place: Place): Project {
  if (project.expenditure.length > 0) return project;
  const dimensions = ACCOUNT_DIMENSIONS.支出.filter((each) => !OF_A_PROJECT.includes(each));
  return {
    ...project,
    expenditure: [lineOf({ amount: ZERO, gap: true, unsaid: [{ dimensions, place }], place }, project.kind)],
  };
}

/** A project without targets may have them or not: until it says so, nobody knows which. */
function withUnsaidTargets(project: Project, place: Place): Project {
  const { targets, untargeted, targetsOmitted, expenditure } = project;
  if (targets.length > 0 || untargeted || targetsOmitted) return project;
  const unsaid = { dimensions: OF_TARGETS, place };
  return {
    ...project,
    expenditure: expenditure.map((each) => ({ ...each, unsaid: [...(each.unsaid ?? []), unsaid] })),
  };
}

/** The functions that are to be listed with one for all that are not said yet. */
function listedWithUnsaid(
  { listedFunctions }: Budget,
  source: Source,
): Pick<Budget, "listedFunctions" | "listedUnsaid"> {
  const listed = valueAt(source.value, ["列示科目"]);
  const [path] = listed === undefined ? [] : gapPaths(listed);
  if (!path) return { listedFunctions };
  return {
    listedFunctions: [...listedFunctions, GAP],
    listedUnsaid: source.placeOf(["列示科目", ...path]),
  };
}

/** The same of the lists that name what the unit has, by which a template may choose its words. */
function unitWithUnsaid(unit: BudgetUnit, source: Source): BudgetUnit {
  const gapAt = (path: Path, isRequired = false): readonly Written[] => {
    const value = valueAt(source.value, path);
    // words that are no list name something, too
    const isSaid = value === undefined ? !isRequired : typeof value === "object";
    return isSaid ? [] : [standsFor(GAP, () => source.placeOf(path))];
  };
  return {
    ...unit,
    offices: [...unit.offices, ...gapAt(["单位", "内设机构"], true)],
    subordinates: [...unit.subordinates, ...gapAt(["单位", "下属单位"]), ...gapAt(["汇总单位"])],
  };
}

/** Of what is not said, the values are any. */
function fundOf(each: Entry): FundEntry {
  return { ...each, fund: GAP, appropriation: true };
}

function revenueOf(each: Entry): Budget["revenue"][number] {
  return { ...fundOf(each), origin: "本年" };
}

function lineOf(each: Entry, kind: string): Budget["expenditure"][number] {
  return { ...revenueOf(each), functionCode: GAP, departmentCode: GAP, governmentCode: GAP, kind };
}
