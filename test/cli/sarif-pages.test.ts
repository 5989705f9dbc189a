import { expect, test } from "@jest/globals";
import { diagnosticsAsSarif } from "../../src/cli/sarif.js";
import { problem } from "../../src/diagnostic/diagnostic.js";

const LINE = { file: "data/403008/2023.yaml", line: 6, column: 9, length: 3, excerpt: "    金额: 1.0" };

function locationsOf(place: typeof LINE & { readonly page?: number }): unknown {
  const log = JSON.parse(diagnosticsAsSarif([problem("审核/数", "错", place)]));
  return log.runs[0].results[0].locations;
}

test("a place in a text is a region of lines and columns", () => {
  expect(locationsOf(LINE)).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "data/403008/2023.yaml" },
        region: { startLine: 6, startColumn: 9, endColumn: 12 },
      },
    },
  ]);
});

test("a place on a page is named by its page and shown by its words", () => {
  expect(locationsOf({ ...LINE, file: "公开.pdf", page: 5 })).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: encodeURI("公开.pdf") },
        region: { snippet: { text: LINE.excerpt } },
      },
      logicalLocations: [{ name: "第 5 页", kind: "page" }],
    },
  ]);
});
