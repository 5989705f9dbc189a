/** The width of a text in whatever measure the line's width is given in. */
export type Measure = (text: string) => number;

/** What rounding may add to a sum of widths that fills a line exactly. */
export const TOLERANCE = 0.001;

/**
 * Fills lines with units, as many on each as fit; the first line is `first` wide, the others `width`. A unit that is
 * wider than a line is broken between characters: nothing is ever lost. Spaces at a line's ends are dropped.
 */
export function breakLines(
  units: readonly string[],
  measure: Measure,
  width: number,
  first: number = width,
): string[] {
  const lines: string[] = [];
  let line = "";
  let room = first;
  const endLine = () => {
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
    room = width;
  };
  const add = (piece: string) => {
    line += piece;
    room -= measure(piece);
  };
  const fits = (piece: string) => measure(piece.trimEnd()) <= room + TOLERANCE;

  for (const unit of units) {
    if (fits(unit)) add(unit);
    else if (measure(unit.trimEnd()) <= width + TOLERANCE) {
      endLine();
      add(unit);
    } else {
      for (const character of unit) {
        if (!fits(character) && line !== "") endLine();
        add(character);
      }
    }
  }
  endLine();
  return lines;
}

/** Like breakLines, but with lines of about equal length: for titles, which are centred. */
export function breakEvenly(units: readonly string[], measure: Measure, width: number): string[] {
  const count = breakLines(units, measure, width).length;
  let narrow = width / Math.max(count, 1) / 2;
  let wide = width;
  while (wide - narrow > width / 1000) {
    const middle = (narrow + wide) / 2;
    if (breakLines(units, measure, middle).length > count) narrow = middle;
    else wide = middle;
  }
  return breakLines(units, measure, wide);
}
