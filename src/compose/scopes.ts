import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Budget, Project } from "../model/budget.js";
import { consolidated, projectsOf } from "../model/consolidation.js";
import type { MoneyStyle } from "../model/figure.js";
import type { Books, Where } from "../model/ledger.js";
import type { Pack } from "../model/pack/pack.js";
import type { TableLooks } from "../model/report.js";
import { standsFor } from "../model/wording.js";
import type { PastFigures } from "./cells.js";
import type { Templates, Values } from "./template.js";

export interface DisclosureSetting {
  readonly budget: Budget;
  readonly books: Books;
  readonly templates: Templates;
  readonly pack: Pack;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface TableSetting extends DisclosureSetting {
  readonly money: MoneyStyle;
  readonly looks: TableLooks;
  readonly past: PastFigures;
  /** what tells the table from others */
  readonly name: string;
}

/** Whose rows of a table are made: the whole budget's, or one unit's. */
export interface Scope {
  readonly code: string;
  /** the condition that its lines meet */
  readonly where: Where;
  readonly books: Books;
  readonly projects: readonly Project[];
  /** functional codes to be listed although they have no amount */
  readonly listedFunctions: readonly string[];
  /** what is said of what its rows stand for, as it is printed */
  readonly said: Templates["said"];
  /** what 单位代码 and 单位名称 mean in the words of its rows */
  readonly words: Values;
}

/** The whole budget. */
export function wholeScope({ budget, books, templates }: DisclosureSetting): Scope {
  return {
    code: budget.unit.code,
    where: {},
    books,
    projects: projectsOf(budget),
    listedFunctions: consolidated(budget).flatMap(({ listedFunctions }) => listedFunctions),
    said: templates.said,
    words: {},
  };
}

/** The units, a department's own part first and the others in order of code, of those only that are of interest; a unit that is no department is always. */
export function unitScopes(
  { budget, books, templates: { said } }: DisclosureSetting,
  isOfInterest: (scope: Scope) => boolean,
): readonly Scope[] {
  return consolidated(budget)
    .map(({ unit, projects, listedFunctions }): Scope => {
      const name = books.ledger.labels.单位?.get(unit.code)?.name ?? unit.name;
      const words = { 单位代码: standsFor(unit.code, () => unit.place), 单位名称: name };
      const own = { projects, listedFunctions, said, words };
      return { code: unit.code, where: { 单位: unit.code }, books: books.ofUnit(unit.code), ...own };
    })
    .filter((scope) => !budget.department || isOfInterest(scope));
}
