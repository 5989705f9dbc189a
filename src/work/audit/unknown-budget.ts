import { type Place, wholeFile } from "../../diagnostic/diagnostic.js";
import type { Budget } from "../../model/budget.js";
import { standsFor } from "../../model/wording.js";

/** What rules of words ask of a budget, of a document that has no data: whose and of which year it is, and no facts. */
export function unknownBudget(file: string, unit: string, year: number, pack: string): Budget {
  const place: Place = wholeFile(file);
  return {
    ...{ year, pack, isNew: false, newPlace: place, revenue: [], expenditure: [], projects: [] },
    ...{ carriedForward: [], listedFunctions: [], procurement: [], assets: [], transfers: [] },
    unit: {
      ...{
        code: "",
        place,
        name: standsFor(unit, () => place),
        kind: "事业单位",
        kindPlace: place,
        level: "",
      },
      ...{ duties: [], offices: [], officesWithheld: undefined, subordinates: [] },
    },
    facts: { figures: [], words: [], entries: [] },
    lastYear: { place, exists: false, figures: new Map(), restated: false },
    reasons: { value: new Map(), place, exists: false },
    ...{ standards: [], confirmed: [], confirms: false, published: undefined, correction: undefined },
    ...{ department: false, unitsPlace: place, units: [] },
  };
}
