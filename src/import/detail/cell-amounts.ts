import type { RecoveredCell } from "../../model/recovered.js";
import {
  inYuan,
  type MoneyUnit,
  type Quantity,
  quantity,
  rounded,
  storedNumber,
  ZERO,
} from "../../money/money.js";
import { plainText } from "../../text/fold.js";

/** What a cell says an amount is, in 元 and to the 分; `isFiner` where the cell has more than that. */
export interface CellAmount {
  readonly amount: Quantity;
  readonly isFiner: boolean;
}

/** Digits as people write them, with a unit behind them or not; brackets and triangles mean less than nothing. */
const WRITTEN =
  /^([-△▲]?)([(（]?)[¥￥]?(\d{1,3}(?:[,，]\d{3})+|\d{1,15})(\.\d{1,20})?[)）]?(万元|千元|元)?$/u;
const NOTHING = /^[-—–/\\\s]*$/u;
const CENT_DIGITS = 2;
/** A ten-thousandth of a 分: nobody writes it, but a spreadsheet leaves as much when it computes in binary. */
const NOISE = quantity("0.000001");

/** Whether a cell holds a number as amounts are written. */
export function isAmount(cell: RecoveredCell): boolean {
  return (
    cell.number !== undefined ||
    (NOTHING.test(cell.text) && cell.text !== "") ||
    amountIn(cell, "元") !== undefined
  );
}

/** The amount that a cell says, counted in `unit` where it does not say it itself; undefined where it says none. */
export function amountIn({ text, number }: RecoveredCell, unit: MoneyUnit): CellAmount | undefined {
  if (number !== undefined) return inCents(inYuan(storedNumber(number), unit));
  const seen = plainText(text).replace(/\s/gu, "");
  if (NOTHING.test(seen)) return { amount: ZERO, isFiner: false };
  const [whole, sign = "", open = "", digits = "", part = "", own] = WRITTEN.exec(seen) ?? [];
  if (whole === undefined) return undefined;
  const plain = `${digits.replace(/[,，]/g, "").replace(/^0+(?=\d)/u, "")}${part}`;
  const value = inYuan(quantity(plain), (own as MoneyUnit | undefined) ?? unit);
  return inCents(sign === "" && open === "" ? value : value.negated());
}

/**
 * Decided exactly, in decimals: what lies within the noise of a whole number of 分 is that number; what does not is finer
 * than money is, and told.
 */
function inCents(value: Quantity): CellAmount {
  const amount = rounded(value, CENT_DIGITS);
  return { amount, isFiner: value.minus(amount).abs().gt(NOISE) };
}
