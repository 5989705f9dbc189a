import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readSchemas } from "../../src/project/sources.js";
import { checkShape } from "../../src/validate/schema/shape.js";
import { readYaml } from "../../src/yaml/yaml.js";
import { PROGRAM } from "../project.js";
import { BOUND, bounded, put } from "./run.js";

const project = mkdtempSync(join(tmpdir(), "disclosure-"));
const schemas = readSchemas(PROGRAM);

const lines = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${write(index)}\n`).join("");

describe("a file of nothing but faults is judged in bounded time, and its first faults are told", () => {
  test.each([
    ["45,000 empty lines of expenditure", "budget", `基本支出:\n${lines(45_000, () => "  - {}")}`],
    [
      "35,000 lines of wrong codes and amounts",
      "budget",
      `基本支出:\n${lines(35_000, () => "  - { 功能科目: 1, 经济科目: 2, 金额: 六 }")}`,
    ],
    ["45,000 reasons with a full stop", "budget", `原因:\n${lines(45_000, (i) => `  甲${i}: 乙。`)}`],
    ["45,000 amounts of last year", "budget", `上年:\n${lines(45_000, (i) => `  甲${i}: 乙`)}`],
    ["45,000 lists where codes should be", "budget", `列示科目:\n${lines(45_000, (i) => `  - [${i}]`)}`],
    ["45,000 keys that nobody knows", "budget", lines(45_000, (i) => `甲${i}: 1`)],
    ["25,000 measures that are none", "measures", lines(25_000, (i) => `甲${i}: { account: 甲 }`)],
  ] as const)(
    "%s",
    (_name, schema, text) => {
      put(project, "a.yaml", text);
      const found = bounded(() => checkShape(readYaml(project, "a.yaml"), schemas[schema]));
      expect(found.length).toBeGreaterThan(50);
      expect(found.length).toBeLessThanOrEqual(500);
    },
    BOUND,
  );
});

describe("a list whose items must differ", () => {
  const repeated = (list: string): readonly string[] => {
    put(project, "a.yaml", `列示科目: ${list}\n`);
    const found = checkShape(readYaml(project, "a.yaml"), schemas.budget);
    return found.filter(({ code }) => code === "数据/重复").map(({ message }) => message);
  };

  test("is told its first item that is not new", () => {
    const [message] = repeated("[1234567, 2345678, 1234567, 2345678]");
    expect(message).toBe("“列示科目”里有重复：第 1 项与第 3 项相同");
  });

  test("is left in peace where its items differ", () => {
    expect(repeated("[1234567, 2345678]")).toEqual([]);
  });
});
