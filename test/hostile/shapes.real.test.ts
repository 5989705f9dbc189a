import { judge, lines } from "./faulty-files.js";

judge([
  ["45,000 amounts of last year", "budget", `上年:\n${lines(45_000, (i) => `  甲${i}: 乙`)}`],
  ["25,000 measures that are none", "measures", lines(25_000, (i) => `甲${i}: { account: 甲 }`)],
  ["45,000 empty lines of expenditure", "budget", `基本支出:\n${lines(45_000, () => "  - {}")}`],
  [
    "35,000 lines of wrong codes and amounts",
    "budget",
    `基本支出:\n${lines(35_000, () => "  - { 功能科目: 1, 经济科目: 2, 金额: 六 }")}`,
  ],
  ["45,000 reasons with a full stop", "budget", `原因:\n${lines(45_000, (i) => `  甲${i}: 乙。`)}`],
  ["45,000 lists where codes should be", "budget", `列示科目:\n${lines(45_000, (i) => `  - [${i}]`)}`],
  ["45,000 keys that nobody knows", "budget", lines(45_000, (i) => `甲${i}: 1`)],
]);
