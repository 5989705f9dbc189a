import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { check } from "../../src/check/check.js";
import { LEDGER_RULES } from "../../src/check/rules.js";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { CODES } from "../../src/diagnostic/diagnostic-codes.js";
import { expectFile } from "../golden.js";
import { PROGRAM } from "../project.js";
import { BREACHES, type Breach } from "./breaches.js";
import { type BudgetName, type Edit, factsOf } from "./facts.js";
import { NEAR_MISSES } from "./near-misses.js";

/** What the valid budgets are warned of. The sample's procurement is doubtful in what was published. */
const REMARKS: Readonly<Record<BudgetName, readonly string[]>> = {
  sample: ["勾稽/政府采购遗漏"],
  administrative: [],
  "second-year": [],
  bare: [],
  department: [],
  "by-function": [],
  "department-second-year": [],
};

const found = (budget: BudgetName, edits?: readonly Edit[]): readonly Diagnostic[] =>
  check(factsOf(budget, edits));

const broken = new Map<Breach, readonly Diagnostic[]>();

/** What is found of a breach, looked for once. */
function foundOf(breach: Breach): readonly Diagnostic[] {
  const findings = broken.get(breach) ?? found(breach.budget, breach.edits);
  broken.set(breach, findings);
  return findings;
}

const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code }) => code);

describe("a valid budget breaks no rule", () => {
  test.each(Object.entries(REMARKS))("%s", (name, remarks) => {
    const diagnostics = found(name as BudgetName);
    expect(diagnostics.filter(({ severity }) => severity === "错误")).toEqual([]);
    expect(codesOf(diagnostics)).toEqual(remarks);
  });
});

describe("the smallest change breaks one rule, and is found where it is", () => {
  test.each(BREACHES)("$code: $says", (breach) => {
    const { budget, code, at } = breach;
    const news = foundOf(breach).filter((each) => !REMARKS[budget].includes(each.code));
    expect(codesOf(news)).toEqual([code]);
    expect(news[0]?.place?.excerpt).toContain(at);
    expect(news[0]?.place?.line).toBeGreaterThan(0);
  });
});

describe("a change that comes near breaks nothing", () => {
  test.each(NEAR_MISSES)("$code: $says", ({ budget, edits, code }) => {
    expect(codesOf(found(budget, edits))).not.toContain(code);
  });
});

describe("the list of rules", () => {
  const codes = LEDGER_RULES.map(({ code }) => code);

  test("has a rule for every code of 勾稽, and one only", () => {
    expect([...codes].sort()).toEqual(
      Object.keys(CODES)
        .filter((code) => code.startsWith("勾稽/"))
        .sort(),
    );
  });

  test.each(codes)("%s has a case that breaks it", (code) => {
    expect(BREACHES.map((each) => each.code)).toContain(code);
  });

  test.each(LEDGER_RULES)(
    "$code says its rule and its basis in a sentence without full stop",
    ({ says, basis }) => {
      expect([says, basis].filter((text) => text === "" || /[。；，]$/.test(text))).toEqual([]);
    },
  );
});

test("breaches are worded as they were read and found good", () => {
  const file = join(PROGRAM, "test/check/expected.txt");
  const printed = BREACHES.map((breach) => {
    const own = foundOf(breach).filter(({ code }) => code === breach.code);
    return `## ${breach.says}\n\n${printDiagnostics(own)}`;
  }).join("\n");
  expectFile(file, printed);
});
