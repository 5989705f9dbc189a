import type { Chart } from "../../model/report.js";
import { type ChartLabel, draw, marksOf } from "../chart/draw.js";
import { setCentred } from "./headings.js";
import type { SetDrawing } from "./page.js";
import type { PageSetting } from "./page-numbers.js";
import { linesOf, measureIn, type SetLine, setLine, type Type } from "./set-line.js";
import { ownTexts, plainText } from "./source-text.js";

/** Sets a chart as wide as the text, its title below it, both in the type of tables. */
export function setChart(
  chart: Chart,
  width: number,
  { style, fonts }: PageSetting,
): readonly (SetLine | SetDrawing)[] {
  const type = { fonts, style: style.table };
  const { shapes, labels, height } = draw(chart.form, marksOf(chart), width, style.table.size);
  const titleType = { fonts, style: style.tableNumber };
  const title = ownTexts(chart).flatMap((text) => setCentred(text, titleType, width));
  const drawing: SetDrawing = {
    kind: "drawing",
    of: chart,
    shapes,
    labels: labels.map((label) => ({
      line: setLabel(label, type),
      top: label.y - style.table.pitch / 2,
    })),
    width,
    pitch: height,
    below: style.table.pitch / 2,
  };
  return [drawing, ...linesOf(chart, spacedBelow(title, style.table.pitch))];
}

const BEFORE: Readonly<Record<ChartLabel["at"], number>> = { start: 0, middle: 0.5, end: 1 };

function setLabel({ text, x, at }: ChartLabel, type: Type): SetLine {
  return setLine(plainText(text), type, x - BEFORE[at] * measureIn(type)(text));
}

function spacedBelow(lines: readonly SetLine[], below: number): readonly SetLine[] {
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, below } : line));
}
