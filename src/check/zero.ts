import type { LedgerRule } from "./rule.js";

export const ZERO_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/零金额",
    severity: "警告",
    says: "支出和专项转移支付的每一行都有金额",
    basis: "实务：没有金额的行印出来是空行，还会算进项目个数",
    examine: ({ books }) =>
      books
        .lines(["支出", "专项转移支付"])
        .filter(({ amount }) => amount.isZero())
        .map(({ label, place }) => ({
          message: `“${label}”这一行的金额是 0`,
          place,
          remedy: "删去这一行；没有预算的项目，整个删去；要在表里列出没有金额的功能科目，写在“列示科目”里",
        })),
  },
];
