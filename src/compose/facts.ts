import { type Budget, LAST_YEAR_SCOPE, type Located, RESTATED } from "../model/budget.js";
import { discloserOf, kindOf, projectsOf } from "../model/consolidation.js";
import { GAP } from "../model/gap.js";
import type { Written } from "../model/source.js";
import type { Fact } from "../model/template.js";
import { standsFor } from "../model/wording.js";

/** What templates can say of the unit and the year, by name; with what the format asks itself. */
export type Facts = Readonly<Record<Fact, string | Written | readonly Written[]>>;

/** 主要职责是： in the officer's own words, as 三定 texts have it. */
const DUTIES_BEGUN = /主要职责(?:是|为|如下|包括)?[：:]/;

export function factsOf(budget: Budget): Facts {
  const { unit, year, facts } = budget;
  const { kindUnsaid: place } = unit;
  const own = facts.words.filter(({ per }) => per === "单位").map(({ name, said }) => [name, said]);
  return {
    ...Object.fromEntries(own),
    单位名称: unit.name,
    单位代码: standsFor(unit.code, () => unit.place),
    单位性质: place ? standsFor(GAP, () => place) : kindOf(budget),
    级次: unit.level,
    新设单位: budget.isNew ? "是" : "否",
    主体: discloserOf(budget),
    年: String(year),
    上年: String(year - 1),
    公开日期: dateOf(budget.published),
    更正日期: dateOf(budget.correction?.corrected),
    上年口径: budget.lastYear.restated ? RESTATED : "",
    上年口径原因: budget.reasons.value.get(LAST_YEAR_SCOPE)?.value ?? GAP,
    主要职责: unit.duties,
    职责分段: unit.duties.length > 1 ? "是" : "",
    职责引语: DUTIES_BEGUN.test(unit.duties[0]?.text ?? "") ? "是" : "",
    内设机构: unit.offices,
    内设机构不公开: unit.officesWithheld ?? "",
    下属单位: unit.subordinates,
    跨年项目: projectsOf(budget).some(({ investment }) => investment) ? "是" : "",
  };
}

/** A date as it is printed; nothing where there is none. */
function dateOf(date: Located<string> | undefined): Written | "" {
  return date ? standsFor(inChinese(date.value), () => date.place) : "";
}

/** 2023-02-20 as 2023年2月20日; what has still to be filled in stays. */
export function inChinese(date: string): string {
  const [year, month, day] = date.split("-");
  return day === undefined ? date : `${year}年${Number(month)}月${Number(day)}日`;
}

/** The day of a date; undefined of what has still to be filled in. */
export function dayOf(date: Located<string> | undefined): Date | undefined {
  const day = new Date(`${date?.value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? undefined : day;
}

/** The day that stands for one that nobody has said. */
export function firstDay({ year }: Budget): Date {
  return new Date(Date.UTC(year, 0, 1));
}
