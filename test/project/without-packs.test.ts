import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn } from "../project.js";

test("a folder without formats says so, and what else is wrong with the data that names none", async () => {
  const project = mkdtempSync(join(tmpdir(), "disclosure-"));
  mkdirSync(join(project, "data/100001"), { recursive: true });
  writeFileSync(join(project, "data/100001/2023.yaml"), "单位:\n\t名称: 甲\n");
  const said = await orElseLater(
    async () => (await examineIn(project, { data: dataFile("100001", 2023), output: "out" })).warnings,
    (found) => found,
  );
  expect(printDiagnostics(said)).toContain("文件夹 templates 里没有版式");
  expect(printDiagnostics(said)).toContain("[语法/制表符]");
});
