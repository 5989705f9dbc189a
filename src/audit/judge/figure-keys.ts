import type { Figure, WrittenAmount } from "../../model/ledger.js";

export type FigureKeys = ReturnType<typeof createFigureKeys>;

/** Tells figures apart by the lines they sum: those of the same lines are one figure, wherever they are printed. */
export function createFigureKeys() {
  const numbers = new Map<WrittenAmount, number>();
  const known = new Map<Figure, string>();
  const sets = new Map<Figure, ReadonlySet<WrittenAmount>>();
  const numberOf = (line: WrittenAmount): number => {
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    return number;
  };
  const linesOf = (figure: Figure): ReadonlySet<WrittenAmount> => {
    const lines = sets.get(figure) ?? new Set(figure.lines);
    sets.set(figure, lines);
    return lines;
  };
  return {
    /** equal for figures that must be printed alike */
    keyOf(figure: Figure): string {
      const key = known.get(figure) ?? keyFor(figure, [...linesOf(figure)].map(numberOf));
      known.set(figure, key);
      return key;
    },
    /** whether one sums all the lines of another, and maybe more */
    contains(figure: Figure, other: Figure): boolean {
      const own = linesOf(figure);
      return other.lines.length > 0 && other.lines.every((line) => own.has(line));
    },
  };
}

function keyFor({ unit, amount, measure }: Figure, lines: readonly number[]): string {
  const ids = lines.toSorted((a, b) => a - b).join(" ");
  return [unit, amount.toFixed(), ids === "" ? measure : ids].join("|");
}
