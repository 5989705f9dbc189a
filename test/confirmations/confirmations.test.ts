import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject } from "../project.js";

const FILE = "data/403008/2023.yaml";

async function warnedOf(project: string, ...edits: readonly (readonly [find: string, replace: string])[]) {
  const file = join(project, FILE);
  writeFileSync(
    file,
    edits.reduce((text, [find, replace]) => text.replace(find, replace), readFileSync(file, "utf8")),
  );
  const { warnings } = await examineIn(project, { data: dataFile("403008", 2023), output: "out" });
  return warnings;
}

test("a confirmed warning is told no more, until its figures change; then the confirmation is told, too", async () => {
  const project = makeProject();
  const [warning] = await warnedOf(project);
  const confirmation = /已核对: \[(.*)\]/.exec(warning?.notes.at(-1) ?? "")?.[1];
  expect(confirmation).toMatch(/^勾稽\/政府采购遗漏 \d{8}$/);
  // lines that move, and remarks, change nothing
  const confirmed = `# 一行\n已核对: [${confirmation}] # 问过采购办`;
  expect(await warnedOf(project, ["收入:\n", `${confirmed}\n\n收入:\n`])).toEqual([]);
  const again = await warnedOf(
    project,
    ["金额: 2430000.00", "金额: 2430000.10"],
    ["金额: 3750000.00", "金额: 3749999.90"],
  );
  expect(again.map(({ code }) => code)).toEqual(["勾稽/政府采购遗漏", "数据/已核对"]);
});
