import type { RecoveredCell } from "../../model/recovered.js";
import { halfUnit, inYuan, type MoneyUnit, type Quantity, quantity, ZERO } from "../../money/money.js";
import { plainText } from "../../text/fold.js";

/** Between which sums of lines a printed amount was rounded, in 元 and to the 分. */
export interface AmountRange {
  readonly low: Quantity;
  readonly high: Quantity;
  /** what is printed, in 元 */
  readonly printed: Quantity;
}

/** Exactly nothing. */
export const NOTHING: AmountRange = { low: ZERO, high: ZERO, printed: ZERO };

const AMOUNT =
  /^(?<sign>[-△▲]?)(?<open>\(?)(?<whole>\d{1,15}|\d{1,3}(?:,\d{3}){1,5})(?<part>\.\d{1,12})?\)?$/u;
/** What stands in a cell of an amount where there is none. */
const NONE = /^[-—–/\\]*$/u;
const CENT = quantity("0.01");

/** What a cell says an amount is; undefined where it says none that can be read. */
export function amountIn(
  cell: Pick<RecoveredCell, "text" | "number">,
  unit: MoneyUnit,
): AmountRange | undefined {
  const seen = plainText(cell.text).replace(/[\s￥¥]/gu, "");
  if (NONE.test(seen)) return NOTHING;
  const printed = digitsIn(seen);
  if (printed === undefined) return undefined;
  const stored = cell.number === undefined ? undefined : digitsIn(cell.number);
  const isFiner =
    stored !== undefined &&
    decimalsOf(stored) > decimalsOf(printed) &&
    quantity(stored)
      .minus(quantity(printed))
      .abs()
      .lte(halfUnit(decimalsOf(printed)));
  return rangeOf(isFiner ? stored : printed, unit);
}

/** The digits of an amount with its sign before them and nothing between them. */
function digitsIn(text: string): string | undefined {
  const found = AMOUNT.exec(text)?.groups;
  if (!found) return undefined;
  const { sign = "", open = "", whole = "", part = "" } = found;
  const digits = `${whole.replaceAll(",", "").replace(/^0+(?=\d)/u, "")}${part}`;
  const isPositive = (sign === "" && open === "") || /^[0.]+$/u.test(digits);
  return isPositive ? digits : `-${digits}`;
}

function decimalsOf(digits: string): number {
  return digits.split(".")[1]?.length ?? 0;
}

/** All that is rounded half up to these digits: half of the last one up to before the next, on the side of zero half included. */
function rangeOf(digits: string, unit: MoneyUnit): AmountRange {
  const printed = inYuan(quantity(digits), unit);
  const half = inYuan(halfUnit(decimalsOf(digits)), unit);
  if (half.lt(CENT)) return { low: printed, high: printed, printed };
  const [inner, outer] = [printed.abs().minus(half), printed.abs().plus(half).minus(CENT)];
  if (printed.isZero()) return { low: outer.negated(), high: outer, printed };
  return printed.isNegative()
    ? { low: outer.negated(), high: inner.negated(), printed }
    : { low: inner, high: outer, printed };
}

const UNIT = /(?:单位|[（(])[:：]?(?:人民币)?(?<unit>万元|千元|元)(?![\p{Script=Han}])/gu;

/** The unit of money that words name last: 单位：万元; undefined where they name none. */
export function unitIn(words: readonly string[]): MoneyUnit | undefined {
  const found = words.flatMap((each) => [...each.replace(/\s/gu, "").matchAll(UNIT)]);
  return found.at(-1)?.groups?.unit as MoneyUnit | undefined;
}
