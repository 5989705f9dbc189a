import type { Budget, Project } from "../model/budget.js";
import { consolidated } from "../model/consolidation.js";
import { groupedBy } from "../model/groups.js";

/** What a budget withholds that was shown of the same unit before, as the officer calls it. */
export function newlyWithheld(before: Budget, now: Budget): readonly string[] {
  const units = new Map(consolidated(before).map((each) => [each.unit.code, each]));
  const found = consolidated(now).flatMap((each) => {
    const old = units.get(each.unit.code);
    return old ? withheldOf(old, each) : [];
  });
  return [...new Set(found)];
}

function withheldOf(before: Budget, now: Budget): readonly string[] {
  const old = groupedBy(before.projects, codeOf);
  const groups = [...groupedBy(now.projects, codeOf)].map(([code, projects]) => {
    return [old.get(code) ?? [], projects] as const;
  });
  return [
    ...(now.unit.officesWithheld && before.unit.offices.length > 0 ? ["内设机构"] : []),
    ...(groups.some((group) => grows(group, nameIsWithheld)) ? ["项目名称"] : []),
    ...(groups.some((group) => grows(group, targetsAreWithheld)) ? ["绩效目标"] : []),
  ];
}

/** Those without a code are one group: which of them is which cannot be told once a name is withheld. */
function codeOf({ code }: Project): string | undefined {
  return code?.value;
}

type IsWithheld = (project: Project) => boolean;

const nameIsWithheld: IsWithheld = (project) => project.nameWithheld;
const targetsAreWithheld: IsWithheld = ({ untargeted }) => untargeted?.kind === "不公开";

/** Whether more of the projects are withheld than before, and fewer are shown. */
function grows(
  [before, now]: readonly [readonly Project[], readonly Project[]],
  isWithheld: IsWithheld,
): boolean {
  const withheld = (projects: readonly Project[]): number => projects.filter(isWithheld).length;
  const shown = (projects: readonly Project[]): number => projects.length - withheld(projects);
  return withheld(now) > withheld(before) && shown(now) < shown(before);
}
