import type { Solution } from "../../../src/import/solve/solve.js";
import type { SolvedLine } from "../../../src/import/solve/solved-lines.js";
import type { Dimension } from "../../../src/model/ledger.js";

const TOLD: readonly Dimension[] = [
  "功能科目",
  "经济科目",
  "政府经济科目",
  "类别",
  "资金来源",
  "财政拨款",
  "年份来源",
  "项目",
];

/** A solution as a person reads it. */
export function shown({ lines, cells, missed, unread, questions }: Solution): string {
  return [
    ...lines.map(line),
    "",
    ...questions.map(({ says, amount, lines: some }) => `问：${says}（${some.length} 行，${amount} 元）`),
    `印回 ${cells.length - missed.length} 格，共 ${cells.length} 格；另有 ${unread.length} 格不是账上的金额`,
    "",
  ].join("\n");
}

function line({ account, dimensions, amount, sureness, pairing, open, candidates }: SolvedLine): string {
  const words = TOLD.flatMap((each) => dimensions[each] ?? (open.includes(each) ? "待定" : []));
  const others = candidates.map(({ dimensions: other, from, to }) => {
    const said = TOLD.flatMap((each) => other[each] ?? []);
    return `\n      ${said.join(" ")} ${from}—${to}`;
  });
  return `${sureness} ${account} ${words.join(" ")} ${amount}${pairing ? `（${pairing}）` : ""}${others.join("")}`;
}
