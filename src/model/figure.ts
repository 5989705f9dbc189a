import {
  inUnit,
  type MoneyUnit,
  percentage,
  type Quantity,
  rounded,
  sum,
  type Unit,
} from "../money/money.js";
import { GAP, UNDECIDED } from "./gap.js";
import type { Figure, WrittenAmount, ZeroSign } from "./ledger.js";

const PRINTED_DECIMALS = 2;

/** The figure of `lines`: their amounts added up, in the unit they are counted in. */
export function figureOfLines(measure: string, lines: readonly WrittenAmount[], unit: Unit): Figure {
  const decimals = unit === "元" ? PRINTED_DECIMALS : 0;
  return { amount: sum(lines.map((line) => line.amount)), unit, decimals, measure, lines };
}

/** How amounts are printed: what they are counted in, whether commas part their thousands, and as what nothing is. */
export interface MoneyStyle {
  readonly unit: MoneyUnit;
  readonly decimals: number;
  readonly separators: boolean;
  readonly zero?: ZeroSign | undefined;
}

/** As a format prints amounts in sentences and in cells, where it does not say otherwise. */
export const IN_PROSE: MoneyStyle = { unit: "万元", decimals: PRINTED_DECIMALS, separators: false };
export const IN_TABLES: MoneyStyle = { ...IN_PROSE, separators: true };

/** A figure in 元 as it is to be printed, still exact. Figures in other units stay as they are. */
export function inMoney(figure: Figure, { unit, ...style }: MoneyStyle): Figure {
  if (figure.unit !== "元") return figure;
  return { ...figure, amount: inUnit(figure.amount, unit), unit, ...style };
}

/** The number a reader sees: rounded once, to the figure's decimals. */
export function printedValue(figure: Figure): Quantity {
  return rounded(figure.amount, figure.decimals);
}

/** `now` less `before`, from their printed values, so that a reader's calculator agrees. */
export function difference(now: Figure, before: Figure): Figure {
  return {
    amount: printedValue(now).minus(printedValue(before)),
    unit: now.unit,
    decimals: now.decimals,
    separators: now.separators,
    zero: now.zero,
    measure: `${now.measure}的增减`,
    lines: [...now.lines, ...before.lines],
    derived: true,
    compared: { now, before },
  };
}

/**
 * The share of `part` in `whole`, from their printed values; where `whole` is so small that it is printed as zero, from
 * the exact ones; undefined where `whole` is nothing.
 */
export function share(part: Figure, whole: Figure): Figure | undefined {
  const amount = percentage(printedValue(part), printedValue(whole)) ?? percentage(part.amount, whole.amount);
  return (
    amount && {
      amount,
      unit: "%",
      decimals: PRINTED_DECIMALS,
      measure: `${part.measure}占${whole.measure}`,
      lines: [...part.lines, ...whole.lines],
      derived: true,
      ratio: { part, whole },
    }
  );
}

/** Whether any of what the figure sums, or may sum, has still to be filled in: it is not known so long. */
export function hasGap({ lines }: Figure): boolean {
  return lines.some((line) => line.gap);
}

/** What is printed in place of a figure that is not known; undefined of one that is. */
export function gapOf({ lines }: Figure): typeof GAP | typeof UNDECIDED | undefined {
  const open = lines.filter((line) => line.gap);
  if (open.length === 0) return undefined;
  return open.every((line) => line.undecided) ? UNDECIDED : GAP;
}

/** Whether it is known to be exactly nothing, and not only printed as nothing. */
export function isNothing(figure: Figure): boolean {
  return figure.amount.isZero() && !hasGap(figure);
}
