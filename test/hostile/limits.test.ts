import { rmSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { makeProject } from "../project.js";
import { refuseFiles } from "./endless-files.js";
import { expectRefusal, put, run, saidOf } from "./run.js";

function bomb(): string {
  const names = [..."abcdefghijklm"];
  const first = "a: &a [甲,甲,甲,甲,甲,甲,甲,甲,甲]\n";
  const others = names
    .slice(1)
    .map((name, index) => `${name}: &${name} [${`*${names[index]},`.repeat(9)}]\n`);
  return first + others.join("");
}

refuseFiles(
  [
    ["billion laughs", bomb(), "这里用了 YAML 的别名"],
    ["50 MB", "甲".repeat(50 * 350_000), "超过 2 MB"],
    [
      "100,000 lists in each other",
      `a: ${"[[[[[\n ".repeat(20_000)}${"]]]]]\n ".repeat(20_000)}`,
      "嵌套的层数太多",
    ],
    ["40,000 broken lines", "- {a, b\n".repeat(40_000), "[语法/YAML]"],
  ],
  "[文件/过大]",
);

describe("so are the files of a pack", () => {
  const project = makeProject();
  put(project, "templates/henan/pack.yaml", bomb());
  put(project, "templates/henan/measures.yaml", "a: 1\n".repeat(100_000));
  put(project, "templates/henan/terms.yaml", `a: ${"[[[[[\n ".repeat(20_000)}`);
  put(project, "templates/henan/tables/01-balance.yaml", "甲".repeat(50 * 350_000));
  put(project, "templates/henan/narrative/revenue.hbs", "{{年}}".repeat(50 * 150_000));
  put(project, "templates/henan/narrative/offices.hbs", "{{年}}\n".repeat(100_000));
  const outcome = run(project, "check");
  rmSync(project, { recursive: true });

  test.each([
    ["pack.yaml", "[语法/别名]"],
    ["measures.yaml", "[文件/过大]"],
    ["terms.yaml", "嵌套的层数太多"],
    ["tables/01-balance.yaml", "[文件/过大]"],
    ["narrative/revenue.hbs", "[文件/过大]"],
    ["narrative/offices.hbs", "[文件/过大]"],
  ])("%s %s", (file, code) => {
    expectRefusal(outcome, 1, code);
    expect(saidOf(outcome, `templates/henan/${file}`)).toContain(code);
  });
});
