import { Decimal } from "decimal.js";

/** Exact decimal arithmetic, wide enough that no sum of budget amounts is ever rounded on its way. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

/** An exact amount of something: 元, 万元, percent or pieces; its unit stands beside it. */
export type Quantity = Decimal;

export const ZERO: Quantity = new Exact(0);

/** How figures are counted. 万元 is what readers see, 元 what the officer writes. */
export type Unit = "元" | "万元" | "%" | "年" | "个" | "辆" | "套" | "台（套）" | "家";

/** 元 in one of a unit, where the unit is one of money. */
const YUAN_PER: Partial<Record<Unit, number>> = { 元: 1, 万元: 10_000 };

/** A decimal number written in plain digits, as `quantity` takes it: sign, digits, point, digits. */
const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** The exact quantity that `text` writes; throws a RangeError where it is not plain digits. */
export function quantity(text: string): Quantity {
  if (!PLAIN.test(text)) throw new RangeError(`not a plain decimal number: ${text}`);
  return new Exact(text);
}

/** The exact sum, of any number of quantities of one unit. */
export function sum(quantities: Iterable<Quantity>): Quantity {
  let total = ZERO;
  for (const each of quantities) total = total.plus(each);
  return total;
}

/** `amount` 元 counted in `unit`, exactly. */
export function inUnit(yuan: Quantity, unit: Unit): Quantity {
  return yuan.dividedBy(YUAN_PER[unit] ?? 1);
}

/** What share of `whole` `part` is, in percent and not yet rounded; undefined where `whole` is zero. */
export function percentage(part: Quantity, whole: Quantity): Quantity | undefined {
  return whole.isZero() ? undefined : part.times(100).dividedBy(whole);
}

/** The one place where a figure is rounded: half up (四舍五入) to `decimals`, never to a negative zero. */
export function rounded(value: Quantity, decimals: number): Quantity {
  const result = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return result.isZero() ? ZERO : result;
}

/** How far a quantity may lie from what is printed of it with so many decimals. */
export function halfUnit(decimals: number): Quantity {
  return new Exact(`0.${"0".repeat(decimals)}5`);
}

/** The one place where a quantity becomes digits: `decimals` places, thousands separated by commas if `grouped`. */
export function digits(value: Quantity, decimals: number, grouped: boolean): string {
  const text = rounded(value, decimals).toFixed(decimals);
  return grouped ? text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",") : text;
}
