import type { Budget } from "../model/budget.js";
import { discloserOf, kindOf } from "../model/consolidation.js";
import { GAP } from "../model/gap.js";
import type { Written } from "../model/source.js";
import type { Fact } from "../model/template.js";
import { standsFor } from "../model/wording.js";

/** What templates can say of the unit and the year, by name. */
export type Facts = Readonly<Record<Fact, string | Written | readonly Written[]>>;

export function factsOf(budget: Budget): Facts {
  const { unit, year } = budget;
  return {
    单位名称: unit.name,
    单位代码: standsFor(unit.code, () => unit.place),
    单位性质: unit.kindUnsaid ? GAP : kindOf(budget),
    主体: discloserOf(budget),
    年: String(year),
    上年: String(year - 1),
    主要职责: unit.duties,
    职责分段: unit.duties.length > 1 ? "是" : "",
    内设机构: unit.offices,
    内设机构不公开: unit.officesWithheld ?? "",
    下属单位: unit.subordinates,
  };
}
