import { describe, expect, test } from "@jest/globals";
import { comparedMeasures, lastYearFacts } from "../../../src/import/printed/past-facts.js";
import { readTables } from "../../../src/import/printed/read-tables.js";
import { inMoney, printedValue } from "../../../src/model/figure.js";
import { inUnit, rounded } from "../../../src/money/money.js";
import { sampleOf } from "../../sample.js";
import { CASES, documentOf, paragraphsOf, recoveredTables } from "./documents.js";

/** What the document of a case says of the measures that next year is compared by, in its tables or its text or both. */
function factsOf(folder: string, from: { readonly tables: boolean; readonly text: boolean }) {
  const { report, facts, unit } = documentOf(folder);
  const read = from.tables ? readTables(recoveredTables(report), facts) : { tables: [] };
  return lastYearFacts(read, from.text ? paragraphsOf(report) : [], facts.pack, unit);
}

/** The facts that are not what the books say, as they are printed. */
function wrong(folder: string, { facts }: ReturnType<typeof factsOf>): readonly string[] {
  const {
    books,
    facts: { pack },
  } = documentOf(folder);
  return facts
    .filter(({ measure, amount }) => {
      const { unit, decimals, ...figure } = inMoney(books.figure(measure), pack.money.prose);
      const printed = unit === "万元" ? rounded(inUnit(amount, "万元"), decimals) : amount;
      return !printed.eq(printedValue({ ...figure, unit, decimals }));
    })
    .map(({ measure: { name }, text, where }) => `${name}: ${text} (${where})`);
}

describe.each([
  ["tables and text", { tables: true, text: true }],
  ["tables", { tables: true, text: false }],
  ["text", { tables: false, text: true }],
] as const)("the %s of last year", (_, from) => {
  test.each(sampleOf(CASES, 4))("say for 上年 what the books say: %s", (folder) => {
    const found = factsOf(folder, from);
    expect(wrong(folder, found)).toEqual([]);
    expect(found.doubtful).toEqual([]);
    const asked = comparedMeasures(documentOf(folder).facts.pack).length;
    expect(found.facts.length + found.missing.length).toBe(asked);
  });
});

test.each(
  sampleOf(
    CASES.filter((folder) => !folder.includes("bare")),
    4,
  ),
)("together they say all that is compared: %s", (folder) => {
  expect(factsOf(folder, { tables: true, text: true }).missing.map(({ name }) => name)).toEqual([]);
});

test("two places that differ are told with both figures, and neither is taken", () => {
  const { report, facts, unit } = documentOf("");
  const text = paragraphsOf(report).map((each) => ({
    ...each,
    text: each.text.replace("收入总计1001.90万元", "收入总计1010.90万元"),
  }));
  const { doubtful, facts: found } = lastYearFacts(
    readTables(recoveredTables(report), facts),
    text,
    facts.pack,
    unit,
  );
  expect(doubtful.map(({ says }) => says)).toEqual([
    expect.stringMatching(
      /^“收入总计”两处不同：2023年单位收(?:支|入)总体情况表 \d+:\d是 1,001\.90，第 \d+ 段是 1010\.90万元$/u,
    ),
  ]);
  expect(found.some(({ measure }) => measure.name === "收入总计")).toBe(false);
});

test("what a document does not say is missing", () => {
  const { facts } = documentOf("");
  const found = lastYearFacts({ tables: [] }, [], facts.pack, { kind: "事业单位" });
  expect(found.facts).toEqual([]);
  expect(found.missing).toEqual(comparedMeasures(facts.pack));
});
