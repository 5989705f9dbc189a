import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { digits, inUnit, percentage, quantity, rounded, sum, ZERO } from "../../src/money/money.js";

/** Amounts in whole 分, so that bigint arithmetic can check what decimals do. */
const fen = fc.bigInt({ min: 0n, max: 10n ** 14n });

function yuan(amount: bigint): string {
  return `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
}

test("an amount is kept to the 分, whatever its size", () => {
  expect(digits(quantity("1234567890123456.10"), 2, false)).toBe("1234567890123456.10");
});

test.each(["1,001.90", "1e5", "１２", "", " 1", "1.", ".5", "0x10", "Infinity", "NaN", "01"])(
  "%j is no amount",
  (text) => {
    expect(() => quantity(text)).toThrow(RangeError);
  },
);

test.each([
  ["2.625", "2.63"],
  ["2.615", "2.62"],
  ["-2.625", "-2.63"],
  ["-0.004", "0.00"],
  ["0.005", "0.01"],
])("%s is rounded half up to %s", (exact, printed) => {
  expect(digits(quantity(exact), 2, false)).toBe(printed);
});

test.each([
  ["0", "0.00"],
  ["999.9", "999.90"],
  ["1000", "1,000.00"],
  ["-1234567.891", "-1,234,567.89"],
])("%s is grouped as %s", (exact, printed) => {
  expect(digits(quantity(exact), 2, true)).toBe(printed);
});

test("a sum is exact, in any order", () => {
  fc.assert(
    fc.property(fc.array(fen), (amounts) => {
      const total = sum(amounts.map((each) => quantity(yuan(each))));
      const reversed = sum(amounts.toReversed().map((each) => quantity(yuan(each))));
      expect(digits(total, 2, false)).toBe(yuan(amounts.reduce((a, b) => a + b, 0n)));
      expect(total.eq(reversed)).toBe(true);
    }),
  );
});

test("元 counted in 万元 and rounded once is the half-up quotient", () => {
  fc.assert(
    fc.property(fen, (amount) => {
      const hundredths = (amount + 5000n) / 10000n;
      expect(digits(inUnit(quantity(yuan(amount)), "万元"), 2, false)).toBe(yuan(hundredths));
    }),
  );
});

test("rounding twice is rounding once", () => {
  fc.assert(
    fc.property(fen, (amount) => {
      const once = rounded(inUnit(quantity(yuan(amount)), "万元"), 2);
      expect(rounded(once, 2).eq(once)).toBe(true);
    }),
  );
});

test("a share of nothing is no number", () => {
  expect(percentage(quantity("1"), ZERO)).toBeUndefined();
  expect(percentage(quantity("129.50"), quantity("1131.40"))?.toFixed(4)).toBe("11.4460");
});
