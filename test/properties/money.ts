/** Money in 分, exact. Everything here is counted without the program's own arithmetic. */
export type Cents = bigint;

const CENTS_IN_YUAN = 100n;
/** 分 in 0.01 万元, the last digit that is printed */
const CENTS_IN_UNIT = 10_000n;

/** What a reader sees of an amount: hundredths of 万元, half up. */
export function printed(cents: Cents): bigint {
  return (cents + CENTS_IN_UNIT / 2n) / CENTS_IN_UNIT;
}

/** An amount as officers write it: in 元, the 分 left out here and there where they are nothing. */
export function written(cents: Cents): string {
  const [yuan, rest] = [cents / CENTS_IN_YUAN, cents % CENTS_IN_YUAN];
  if (rest === 0n && yuan % 3n === 0n) return String(yuan);
  if (rest % 10n === 0n && yuan % 2n === 0n) return `${yuan}.${rest / 10n}`;
  return `${yuan}.${String(rest).padStart(2, "0")}`;
}

/** Hundredths as digits with a point. */
export function decimal(hundredths: bigint): string {
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

/** Hundredths of a percent, half up; undefined where there is no whole. */
export function percent(part: bigint, whole: bigint): bigint | undefined {
  return whole === 0n ? undefined : (part * 20_000n + whole) / (2n * whole);
}

export function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
