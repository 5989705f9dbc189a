import { type Quantity, quantity, type Unit as UnitOfMeasure } from "../../money/money.js";
import { foldMarks } from "../../text/fold.js";
import { CLAUSE_MARKS } from "../../text/sentences.js";

/** An amount as a document writes it. */
export interface Amount {
  readonly value: Quantity;
  readonly unit: string;
  readonly decimals: number;
}

/** The smallest piece of a text that is compared: an amount with its unit, another number, a Latin word, or a character. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** equal where two tokens say the same, though they may be written differently */
  readonly key: string;
  readonly amount: Amount | undefined;
}

/** A token that is an amount. */
export interface AmountToken extends Token {
  readonly amount: Amount;
}

export function isAmount(token: Token): token is AmountToken {
  return token.amount !== undefined;
}

const NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const UNITS = "万元|亿元|元|%|个|辆|套|台（套）|家";
const TOKEN = new RegExp(`((?:(?<!\\d)-)?(?:${NUMBER}))(${UNITS})?|[A-Za-z]+|[^]`, "gu");

export function tokensOf(text: string): readonly Token[] {
  return piecesOf(text).flatMap(({ text: part, start, item }) =>
    item
      ? [{ text: part, start, end: start + part.length, key: foldMarks(part), amount: undefined }]
      : smallTokens(part, start),
  );
}

/** Items of an enumeration are compared as a whole: 福利费 is not 公务接待费 with other characters. */
function piecesOf(text: string): readonly { text: string; start: number; item: boolean }[] {
  return [...text.matchAll(CLAUSE)].map(({ 0: part, index }) => ({
    text: part,
    start: index,
    item:
      /^[\p{L}“”〔〕（）()]{2,}$/u.test(part) &&
      (text[index - 1] === "、" || text[index + part.length] === "、"),
  }));
}

/** Words between marks, or a mark. */
const CLAUSE = new RegExp(`[^${CLAUSE_MARKS}、]+|[${CLAUSE_MARKS}、]`, "gu");

/** The pieces of a text that begins at `from`, one a character where they are neither numbers nor Latin words. */
export function smallTokens(text: string, from = 0): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: found, 1: number, 2: unit, index }) => {
    const amount = number === undefined ? undefined : amountOf(number, unit ?? "");
    return {
      text: found,
      start: from + index,
      end: from + index + found.length,
      key: amount ? keyOf(amount) : foldMarks(found),
      amount: unit === undefined ? undefined : amount,
    };
  });
}

/** The amount that digits with or without commas write; undefined where they are none. */
export function amountOf(number: string, unit: string): Amount | undefined {
  const plain = number.replaceAll(",", "");
  const whole = /^(-?)0*(\d+(?:\.\d+)?)$/.exec(plain);
  // so long a number is a code, not an amount
  if (!whole || plain.length > MOST_DIGITS) return undefined;
  const decimals = plain.split(".")[1]?.length ?? 0;
  return { value: quantity(`${whole[1]}${whole[2]}`), unit, decimals };
}

const MOST_DIGITS = 18;

/** Of how many 元 a unit of money is, as a power of ten. */
export const SHIFTS: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8 };

/** The amount counted in another unit, where both are of money. */
export function countedIn({ value, unit }: Amount, wanted: UnitOfMeasure): Quantity | undefined {
  if (unit === wanted) return value;
  const [from, to] = [SHIFTS[unit], SHIFTS[wanted]];
  return from === undefined || to === undefined ? undefined : value.times(quantity("10").pow(from - to));
}

function keyOf(amount: Amount): string {
  const yuan = countedIn(amount, "元");
  return yuan ? `${yuan.toFixed()}元` : `${amount.value.toFixed()}${amount.unit}`;
}
