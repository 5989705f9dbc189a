import { type Diagnostic, type Place, placesOf } from "../diagnostic/diagnostic.js";
import { CODES, type Code } from "../diagnostic/diagnostic-codes.js";
import { inOrder, linesOf } from "../diagnostic/telling.js";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** The diagnostics, errors first, by file and place as a SARIF 2.1.0 log, which code hosts and editors can show at their places. */
export function diagnosticsAsSarif(diagnostics: readonly Diagnostic[]): string {
  const rules = Object.entries(CODES).map(([id, text]) => ({ id, shortDescription: { text } }));
  const driver = { name: "yusuan-gongkai", language: "zh-CN", rules };
  const results = diagnostics.toSorted(inOrder).map(resultOf);
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "unicodeCodePoints", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(found: Diagnostic): object {
  const { severity, code, message } = found;
  return {
    ruleId: code,
    ruleIndex: (Object.keys(CODES) as Code[]).indexOf(code),
    level: severity === "错误" ? "error" : "warning",
    message: { text: [message, ...linesOf(found)].join("\n") },
    locations: placesOf(found).map(locationOf),
  };
}

/** A page has no lines that a viewer could count, so its words stand in the region instead. */
function locationOf({ file, page, line, column, length, excerpt }: Place): object {
  const artifactLocation = { uri: encodeURI(file) };
  if (page !== undefined) {
    const region = { snippet: { text: excerpt } };
    const name = `第 ${page} 页`;
    return { physicalLocation: { artifactLocation, region }, logicalLocations: [{ name, kind: "page" }] };
  }
  const region = { startLine: line, startColumn: column, endColumn: column + length };
  return { physicalLocation: { artifactLocation, region } };
}
