import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { LEDGER_RULES } from "../../src/check/rules.js";
import { RULES as REPORT_RULES } from "../../src/proofread/rules.js";
import { expectFile } from "../golden.js";
import { PROGRAM } from "../project.js";
import { DOCUMENTS } from "./documents.js";

test.each(Object.keys(DOCUMENTS))("%s says what the code says", (name) => {
  expectFile(join(PROGRAM, name), DOCUMENTS[name]?.() ?? "");
});

test("a rule is no surer than its basis says", () => {
  const overstated = [...LEDGER_RULES, ...REPORT_RULES].filter(({ certainty, basis }) => {
    if (basis.startsWith("实务")) return certainty !== "实务";
    if (/条文未核对/.test(basis)) return certainty !== "未核对";
    return certainty === "法规原文" && /实务|转述|未核对/.test(basis);
  });
  expect(overstated.map(({ code }) => code)).toEqual([]);
});

test("every code has a case that shows what is printed", () => {
  const sections = (DOCUMENTS["docs/errors.md"]?.() ?? "").split(/^## /m).slice(1);
  const bare = sections
    .filter((section) => !section.includes("```"))
    .map((section) => section.split("\n")[0]);
  expect(bare).toEqual([]);
});
