import { figureOfLines, inMoney } from "../../model/figure.js";
import type { Figure } from "../../model/ledger.js";
import { figureText } from "../../model/printed.js";
import { isMoney } from "../../money/money.js";
import { booksBefore } from "../../work/gates.js";
import type { Composed } from "./opened.js";

/** What a figure came to last year, in words. */
export function lastYearOf(figure: Figure, composed: Composed): string {
  const { compared, ratio, query, measure: name } = figure;
  if (compared) return `上年 ${figureText(compared.before)}`;
  if (ratio) return "占比没有上年的数：看它是从哪两个数算的";
  const { books, disclosure } = composed;
  const measure = disclosure.pack.measures.get(name);
  const before = measure ? books.lastYear(measure) : undefined;
  if (before) return `上年 ${figureText(alike(before, figure))}`;
  const earlier = query && booksBefore(composed.disclosure);
  if (!earlier) return "没有上年的数据文件，数据的“上年”里也没有写它";
  // lines of a project's size are another matter last year
  if (query.some(({ projectsFrom }) => projectsFrom !== undefined)) return "上年的数程序说不出";
  const lines = query.flatMap(({ accounts, conditions }) => earlier.lines(accounts, ...conditions));
  const { file } = composed.sources.lastYear?.own ?? { file: "" };
  const unit = isMoney(figure.unit) ? "元" : figure.unit;
  return `上年 ${figureText(alike(figureOfLines(name, lines, unit), figure))}，照同样的口径从 ${file} 算`;
}

/** A figure as it is printed where another stands. */
function alike(figure: Figure, { unit, decimals, separators = false, zero }: Figure): Figure {
  return isMoney(unit) ? inMoney(figure, { unit, decimals, separators, zero }) : figure;
}
