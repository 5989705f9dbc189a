import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject } from "../project.js";
import { reportAsText } from "../report-text.js";

/** A file of the format, a text in it, and what stands there instead. */
export type Edit = readonly [file: string, find: string, replace: string];

/** The sample in a format that prints amounts otherwise: its report as text, or what is wrong. */
export async function printed(...edits: readonly Edit[]): Promise<string> {
  const project = makeProject();
  for (const [name, find, replace] of edits) {
    const file = join(project, "templates/henan", name);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(find);
    writeFileSync(file, text.replace(find, replace));
  }
  return orElseLater(
    async () => {
      const { report, warnings } = await examineIn(project, {
        data: dataFile("403008", 2023),
        output: "out",
      });
      expect(warnings.map(({ code }) => code)).toEqual(["勾稽/政府采购遗漏"]);
      return reportAsText(report);
    },
    (found) => printDiagnostics(found),
  );
}
