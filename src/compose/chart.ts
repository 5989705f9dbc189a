import { hasGap, inMoney, printedValue } from "../model/figure.js";
import type { PackChart } from "../model/pack.js";
import { figureText } from "../model/printed.js";
import type { Chart } from "../model/report.js";
import { ownWording, wordingOf } from "../model/wording.js";
import type { DisclosureSetting } from "./scopes.js";

/** A chart that a format asks for; undefined where there is nothing to be seen on it. */
export function composeChart(spec: PackChart, setting: DisclosureSetting): Chart | undefined {
  const { books, pack, templates } = setting;
  const points = spec.measures.flatMap((name) => {
    const measure = pack.measures.get(name);
    if (!measure) return [];
    const label = measure.label ? wordingOf(measure.label) : ownWording(measure.name);
    return [
      { kind: "point" as const, name: label, figure: inMoney(books.figure(measure), pack.money.prose) },
    ];
  });
  if (points.every(({ figure }) => hasGap(figure) || printedValue(figure).isZero())) return undefined;
  const title = templates.line(spec.title);
  const table = pack.tables.get(spec.table);
  const named = table?.number?.text ?? (table ? `《${templates.line(table.title).text}》` : "");
  const shown = points.map(({ name, figure }) => `${name.text}${figureText(figure)}`).join("，");
  return { kind: "chart", form: spec.form, title, points, says: `${title.text}：${shown}（见${named}）。` };
}
