import { refuseFiles } from "./endless-files.js";

function staircase(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
}

refuseFiles(
  [
    ["100,000 lines", "a: 1\n".repeat(100_000), "超过 50000 行"],
    ["a line of a megabyte", `a: ${"1".repeat(1_000_000)}`, "这一行超过 10000 个字"],
    ["explicit keys in each other", "? ".repeat(4900), "嵌套的层数太多"],
    ["a million closing braces", `- {a: b${"}".repeat(9000)}\n`.repeat(120), "[语法/YAML]"],
    ["40,000 equal keys", "a: 1\n".repeat(40_000), "[语法/重复]"],
    ["an anchor within itself", "单位: &a\n  名称: *a\n", "这里用了 YAML 的别名"],
    ["a merge of itself", "a: &a\n  <<: *a\n", "这里用了 YAML 的别名"],
    ["200 lines of 9,999 characters", `${"- ".repeat(4999)}\n`.repeat(200), "嵌套的层数太多"],
    ["9,000 brackets a line", `a: ${"[".repeat(9000)}\n`.repeat(12), "嵌套的层数太多"],
    ["100,000 maps in each other", `a: ${"{a: {a: {a:\n ".repeat(34_000)}`, "嵌套的层数太多"],
    ["1,500 blocks in each other", staircase(1500), "嵌套的层数太多"],
    ["a million commas", `- {${",".repeat(9000)}\n`.repeat(120), "[语法/YAML]"],
    ["40,000 lines of tabs", `单位:\n\t名称: 甲\n${"\t\n".repeat(40_000)}`, "[语法/制表符]"],
  ],
  "嵌套的层数太多",
);
