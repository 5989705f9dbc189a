import { difference, hasGap, inMoney } from "../model/figure.js";
import type { Books } from "../model/ledger.js";
import type { Measure, StatutoryFigure } from "../model/pack/measure.js";
import type { Pack } from "../model/pack/pack.js";
import type { Brief, BriefFigure } from "../model/report.js";

/** What everybody asks for first. */
const MAIN: readonly StatutoryFigure[] = ["收入总计", "支出总计", "三公经费"];

/** The main figures of a year, and all that its format compares with last year's, as sentences print them. */
export function composeBrief(books: Books, { measures, statutory, compared, money }: Pack): Brief {
  const figureOf = (measure: Measure): BriefFigure => {
    const [now, before] = [books.figure(measure), books.lastYear(measure)].map(
      (figure) => figure && inMoney(figure, money.prose),
    );
    if (!now) throw new Error(`no figure of ${measure.name}`);
    const name = measure.label?.text ?? measure.name;
    if (!before || hasGap(before) || hasGap(now)) return { name, now };
    return { name, now, before, change: difference(now, before) };
  };
  const known = compared.flatMap((name) => measures.get(name) ?? []).map(figureOf);
  return {
    main: MAIN.flatMap((each) => statutory.get(each) ?? []).map(figureOf),
    years: known.filter(({ before }) => before !== undefined),
    meanings: new Map([...measures.values()].map(({ name, says }) => [name, says])),
  };
}
