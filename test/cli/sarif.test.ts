import { expect, test } from "@jest/globals";
import { diagnosticsAsSarif } from "../../src/cli/sarif.js";
import { type Diagnostic, type Place, problem, warning } from "../../src/diagnostic/diagnostic.js";
import { CODES } from "../../src/diagnostic/diagnostic-codes.js";

function place(line: number, column: number, file = "data/403008/2023.yaml"): Place {
  return { file, line, column, length: 3, excerpt: "年度: 2023" };
}

function runOf(...diagnostics: readonly Diagnostic[]) {
  const log = JSON.parse(diagnosticsAsSarif(diagnostics));
  expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-2.1.0") });
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

test("a problem is a result with its rule, level, words and place", () => {
  const { columnKind, results } = runOf(problem("数据/取值", "年度写得不对", place(2, 5), "规则：四位数字"));
  expect(columnKind).toBe("unicodeCodePoints");
  expect(results).toEqual([
    {
      ruleId: "数据/取值",
      ruleIndex: Object.keys(CODES).indexOf("数据/取值"),
      level: "error",
      message: { text: "年度写得不对\n规则：四位数字" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "data/403008/2023.yaml" },
            region: { startLine: 2, startColumn: 5, endColumn: 8 },
          },
        },
      ],
    },
  ]);
});

test("the rules are all the codes, with what they mean", () => {
  const { rules } = runOf().tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(CODES));
  expect(rules[0].shortDescription.text).toBe(CODES["文件/找不到"]);
});

test("a warning is one, and what has no place has no location", () => {
  const { results } = runOf(warning("数据/科目未核", "没有核对过"));
  expect(results[0]).toMatchObject({ level: "warning", locations: [] });
});

test("results come by file, line and column", () => {
  const { results } = runOf(
    problem("数据/取值", "丙", place(10, 1)),
    problem("数据/取值", "丁", place(1, 1, "templates/henan/pack.yaml")),
    problem("数据/取值", "乙", place(9, 4)),
    problem("数据/取值", "甲", place(9, 2)),
  );
  expect(results.map(({ message }: { message: { text: string } }) => message.text)).toEqual([..."甲乙丙丁"]);
});

test("a file name is written as a URI", () => {
  const { results } = runOf(problem("数据/取值", "甲", place(1, 1, "data/甲 乙/2023.yaml")));
  const [{ physicalLocation }] = results[0].locations;
  expect(physicalLocation.artifactLocation.uri).toBe("data/%E7%94%B2%20%E4%B9%99/2023.yaml");
});
