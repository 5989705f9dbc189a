import { type Diagnostic, oncePerCause, problem } from "../../diagnostic/diagnostic.js";
import { collectRefusals, refuseOnError } from "../../diagnostic/refusal.js";
import type { Budget, Project } from "../../model/budget.js";
import { repeatedProjects } from "../../model/consolidation.js";
import { isGap } from "../../model/gap.js";
import { repeatsIn } from "../../model/groups.js";
import { type Source, valueAt } from "../../model/source.js";
import type { ValidBudget } from "./budget.js";
import { itemsOf, partOf } from "./written.js";

/**
 * A department's budget with those of its units in it; a unit's as it is, where it names none. Throws one Refusal with
 * the faults of all the files and those of their being together.
 */
export function consolidate(
  file: Source,
  units: readonly Source[],
  validate: (file: Source) => ValidBudget,
): ValidBudget {
  const [own, ...others] = collectRefusals(
    () => validate(file),
    ...units.map((unit) => () => validate(unit)),
  );
  const budget = together(
    own.budget,
    others.map((unit) => unit.budget),
  );
  refuseOnError(consolidationProblems(file, units, budget));
  const warnings = [own, ...others].flatMap((each) => each.warnings);
  return { budget, warnings: oncePerCause(warnings) };
}

/** The budget with the units in it; their names are those of its 下属单位, where it does not say them. */
export function together(budget: Budget, units: readonly Budget[]): Budget {
  if (units.length === 0) return budget;
  const { unit } = budget;
  const subordinates = unit.subordinates.length > 0 ? unit.subordinates : units.map((each) => each.unit.name);
  return { ...budget, unit: { ...unit, subordinates }, units };
}

/** What is wrong with budgets that are each right by itself. */
export function consolidationProblems(
  file: Source,
  units: readonly Source[],
  budget: Budget,
): readonly Diagnostic[] {
  return [
    ...(budget.department && isComplete([file, ...units], budget) ? unlikeNames(file, budget) : []),
    ...sameUnits(units),
    ...repeatedProjects(budget).flatMap(countedTwice),
  ];
}

/** A file that was copied under another code has the same name; a department may have the name of one of its units. */
function sameUnits(units: readonly Source[]): readonly Diagnostic[] {
  const path = ["单位", "名称"];
  // in a draft it may be missing still
  const named = units.flatMap((unit) => {
    const name = valueAt(unit.value, path);
    return typeof name !== "string" || name === "" || isGap(name)
      ? []
      : [{ name, place: unit.placeOf(path) }];
  });
  return repeatsIn(named, ({ name }) => name).map(([{ place: first }, { name, place }]) =>
    problem(
      "汇总/重复",
      `汇总的两个单位名称相同：“${name}”，另一个在 ${first.file} 第 ${first.line} 行`,
      place,
      "说明：一个部门里，单位各有各的名称；名称相同的，多半是一个文件复制了没有改，或者同一个单位有两个代码，算了两次",
      "怎么改：核对两个文件；同一个单位的，在“汇总单位”里只留一个；不是的，名称照批复分别写",
    ),
  );
}

/** Whether every unit that is named is there: a missing one is reported as such, and has no name yet. */
function isComplete(files: readonly Source[], { units }: Budget): boolean {
  const codes = new Set<unknown>(units.map(({ unit }) => unit.code));
  return files.every(({ value }) => itemsOf(partOf(value, "汇总单位")).every((code) => codes.has(code)));
}

function unlikeNames(file: Source, { unit, units }: Budget): readonly Diagnostic[] {
  const path = ["单位", "下属单位"];
  const written = new Set(unit.subordinates.map(({ text }) => text));
  const names = new Set(units.map((each) => each.unit.name.text));
  const strange = itemsOf(valueAt(file.value, path)).flatMap((_, index) => {
    const name = unit.subordinates[index]?.text ?? "";
    if (names.has(name)) return [];
    return [
      problem(
        "汇总/构成",
        `下属单位“${name}”不是“汇总单位”里哪一个单位的名称`,
        file.placeOf([...path, index]),
        "怎么改：照它的数据文件里的名称写；没有汇总它的，加进“汇总单位”；或者删去整个“下属单位”，程序取各单位的名称",
      ),
    ];
  });
  const missing = units.filter((each) => !written.has(each.unit.name.text));
  if (missing.length === 0) return strange;
  const listed = missing.map((each) => `${each.unit.code} ${each.unit.name.text}`).join("、");
  return [
    ...strange,
    problem(
      "汇总/构成",
      `“下属单位”里没有汇总的这些单位：${listed}`,
      file.placeOfKey(path),
      "怎么改：补上；或者删去整个“下属单位”，程序取各单位的名称",
    ),
  ];
}

function countedTwice([first, again]: readonly [Project, Project]): readonly Diagnostic[] {
  // within one file it is found where codes are not yet facts
  if (!first.code || !again.code || first.unit === again.unit) return [];
  const { file, line } = first.code.place;
  return [
    problem(
      "汇总/重复",
      `项目“${again.name.text}”的编码 ${again.code.value} 在两个单位里，算了两次：另一个是 ${file} 第 ${line} 行的“${first.name.text}”`,
      again.code.place,
      "怎么改：核对编码；同一个项目的，只写在承担它的单位里；两个单位分担的，各写各的编码",
    ),
  ];
}
