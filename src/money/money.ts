import { Decimal } from "decimal.js";

/** Exact decimal arithmetic, wide enough that no sum of budget amounts is ever rounded on its way. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

/** An exact amount of something: 元, 万元, percent or pieces; its unit stands beside it. */
export type Quantity = Decimal;

export const ZERO: Quantity = new Exact(0);

/** What money is counted in: 元 by the officer, and for readers as their format says. */
export const MONEY_UNITS = ["元", "千元", "万元"] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];
/** Things are counted in what a format calls them: 辆, 台（套）, 批次, … */
export type Unit = MoneyUnit | "%" | "年" | (string & {});

const YUAN_PER: Readonly<Record<MoneyUnit, number>> = { 元: 1, 千元: 1_000, 万元: 10_000 };

/** A decimal number written in plain digits, as `quantity` takes it: sign, digits, point, digits. */
const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** The exact quantity that `text` writes; throws a RangeError where it is not plain digits. */
export function quantity(text: string): Quantity {
  if (!PLAIN.test(text)) throw new RangeError(`not a plain decimal number: ${text}`);
  return new Exact(text);
}

/** As many digits as a spreadsheet keeps of a number; behind them stands what computing in binary has left. */
const STORED_DIGITS = 15;

/** The quantity of a number as a spreadsheet stores it: 1234.5600000000001 is 1234.56; throws where `text` is none. */
export function storedNumber(text: string): Quantity {
  return new Exact(text).toSignificantDigits(STORED_DIGITS);
}

/** The exact sum, of any number of quantities of one unit. */
export function sum(quantities: Iterable<Quantity>): Quantity {
  let total = ZERO;
  for (const each of quantities) total = total.plus(each);
  return total;
}

/** `amount` 元 counted in `unit`, exactly. */
export function inUnit(yuan: Quantity, unit: MoneyUnit): Quantity {
  return yuan.dividedBy(YUAN_PER[unit]);
}

const FEN_PER_YUAN = 100;

/** The fewest whole 分 that are not less than an amount in 元. */
export function fenFrom(yuan: Quantity): number {
  return yuan.times(FEN_PER_YUAN).ceil().toNumber();
}

/** The most whole 分 that are not more than an amount in 元. */
export function fenUpTo(yuan: Quantity): number {
  return yuan.times(FEN_PER_YUAN).floor().toNumber();
}

/** How many 元 so many whole 分 are, exactly. */
export function yuanOf(fen: number): Quantity {
  return new Exact(fen).dividedBy(FEN_PER_YUAN);
}

/** How many 元 an amount counted in `unit` is, exactly. */
export function inYuan(amount: Quantity, unit: MoneyUnit): Quantity {
  return amount.times(YUAN_PER[unit]);
}

/** Whether a unit is one of money. */
export function isMoney(unit: Unit): unit is MoneyUnit {
  return MONEY_UNITS.some((each) => each === unit);
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
