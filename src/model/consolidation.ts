import type { Place } from "../diagnostic/diagnostic.js";
import { type Budget, type Project, projectKey, type UnitKind } from "./budget.js";
import { isGap } from "./gap.js";
import { repeatsIn } from "./groups.js";
import { type AskedFact, unitOfFact } from "./pack/asked-fact.js";
import type { Discloser } from "./pack/written-pack.js";
import type { Written } from "./source.js";

/** What a disclosure calls the one whose it is. */
export function discloserOf({ department }: Pick<Budget, "department">): Discloser {
  return department ? "部门" : "单位";
}

/** The budgets whose facts make up this one: its own, and those of the units that are consolidated in it. */
export function consolidated(budget: Budget): readonly Budget[] {
  return [budget, ...budget.units];
}

/** Last year's budget with its units under the codes that they have now, by which both years know them. */
export function underPresentCodes(before: Budget, now: Budget): Budget {
  const codes = new Map(
    consolidated(now).flatMap(({ unit: { code, formerCode } }) => (formerCode ? [[formerCode, code]] : [])),
  );
  if (codes.size === 0) return before;
  const recoded = (budget: Budget): Budget => {
    const { code: old } = budget.unit;
    const code = codes.get(old);
    if (code === undefined) return budget;
    const ofUnit = <T extends { readonly of: string }>(facts: readonly T[]) =>
      facts.map((fact) => (fact.of === old ? { ...fact, of: code } : fact));
    const { figures, words, entries } = budget.facts;
    return {
      ...budget,
      unit: { ...budget.unit, code },
      projects: budget.projects.map((project) => ({ ...project, unit: code })),
      facts: { figures: ofUnit(figures), words: ofUnit(words), entries: ofUnit(entries) },
    };
  };
  return { ...recoded(before), units: before.units.map(recoded) };
}

/** The projects of all its units, each unit's in order of code. */
export function projectsOf(budget: Budget): readonly Project[] {
  return consolidated(budget).flatMap(({ projects }) => projects);
}

/** What a budget's own part is called among its units: a department's is its 本级. */
export function ownName({ department, unit: { name } }: Budget): Written {
  if (!department) return name;
  const added = "本级";
  return { ...name, text: name.text + added, added };
}

function hasOwnMoney({ revenue, expenditure, projects, carriedForward }: Budget): boolean {
  return [revenue, expenditure, projects, carriedForward].some((entries) => entries.length > 0);
}

/** The kind that sentences go by: of a department with administrative units and others, an administrative one. */
export function kindOf(budget: Budget): UnitKind {
  const { kind } = budget.unit;
  // a department that has no money of its own is not asked for its kind
  const own = consolidated(budget).filter((each) => !each.department || hasOwnMoney(each));
  const kinds = own.map(({ unit }) => unit.kind);
  if (kinds.length === 0 || (kinds.includes(kind) && kind !== "事业单位")) return kind;
  return kinds.find((each) => each !== "事业单位") ?? "事业单位";
}

/** Projects that are in one budget twice, by what identifies them, each with the one before it. */
export function repeatedProjects(budget: Budget): readonly (readonly [first: Project, again: Project])[] {
  return repeatsIn(projectsOf(budget), projectKey);
}

/** A fact that the format asks, and that is not said of what it asks it of. */
export interface LackingFact {
  readonly fact: AskedFact;
  /** the code or kind, of a project its key, of the unit its code */
  readonly of: string;
  /** whose file lacks it */
  readonly budget: Budget;
  /** of a project, where its name is */
  readonly place?: Place;
}

/**
 * Every fact that the format asks of a kind of unit, and that is not said. A department's figures are those of its units
 * and so asked of each; what is said of a code is said in its own words, of all that its units spend.
 */
export function lackingFacts(budget: Budget, asked: readonly AskedFact[]): readonly LackingFact[] {
  return consolidated(budget).flatMap((each) =>
    asked
      .filter(({ required, when }) => required !== "false" && isOfKind(each, when?.单位性质))
      .flatMap((fact) => subjectsOf(each, fact).map((subject) => ({ fact, budget: each, ...subject })))
      .filter(({ fact, of }) => !isStated(each, fact, of)),
  );
}

function isOfKind({ unit }: Budget, kinds: readonly UnitKind[] | undefined): boolean {
  return kinds === undefined || (kinds.includes(unit.kind) && !unit.kindUnsaid);
}

function isStated({ facts: { figures, words } }: Budget, { name }: AskedFact, of: string): boolean {
  return [...figures, ...words].some((each) => each.name === name && each.of === of);
}

/** What a budget has to say a fact of. */
function subjectsOf(budget: Budget, fact: AskedFact): readonly Pick<LackingFact, "of" | "place">[] {
  switch (fact.per ?? "单位") {
    case "单位":
      return [{ of: budget.unit.code }];
    case "项目":
      return budget.projects.map((project) => ({ of: projectKey(project), place: project.place }));
    case "资产类型":
      return budget.assets.map(({ kind }) => ({ of: kind }));
    case "功能科目":
      return [...functionsOf(unitOfFact(fact) === undefined ? consolidated(budget) : [budget])].map((of) => ({
        of,
      }));
  }
}

/** The functional codes that budgets spend under, in order. */
export function functionsOf(budgets: readonly Budget[]): ReadonlySet<string> {
  const entries = budgets.flatMap(({ expenditure, projects }) => [
    ...expenditure,
    ...projects.flatMap((project) => project.expenditure),
  ]);
  return new Set(entries.flatMap(({ functionCode }) => (isGap(functionCode) ? [] : [functionCode])).sort());
}
