import { type Budget, type Project, projectKey, type UnitKind } from "./budget.js";
import { repeatsIn } from "./groups.js";
import type { Written } from "./source.js";

/** What a disclosure calls the one whose it is. */
export function discloserOf({ department }: Pick<Budget, "department">): "部门" | "单位" {
  return department ? "部门" : "单位";
}

/** The budgets whose facts make up this one: its own, and those of the units that are consolidated in it. */
export function consolidated(budget: Budget): readonly Budget[] {
  return [budget, ...budget.units];
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
