import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import fc from "fast-check";
import { parseDocument, visit } from "yaml";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { readPdf } from "../pdf/read.js";
import { makeProject, runIn } from "../project.js";
import { tryInRounds } from "../properties/rounds.js";

const DATA = "data/403008/2023.yaml";
const SAMPLE = readFileSync(join(makeProject(), DATA), "utf8");

/** Which pair of the data, and what is done to it: it is taken out, or has another value. */
const fault = fc.tuple(fc.nat(parts(SAMPLE) - 1), fc.constantFrom("删", "待填", "乱", "[]", "{}"));

tryInRounds(
  "whatever is dropped from the data or changed, a draft can be printed, or it says why not",
  fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 6 }), drafted),
);

async function drafted(faults: readonly (readonly [number, string])[]): Promise<void> {
  const project = makeProject();
  writeFileSync(join(project, DATA), faulty(SAMPLE, new Map(faults)));
  try {
    const { warnings } = await runIn(project, ["build-report", "--draft"]);
    expect(warnings.length).toBeGreaterThan(0);
    const [name = ""] = readdirSync(join(project, "out"));
    const pdf = await readPdf(readFileSync(join(project, "out", name)));
    expect(pdf.pages.length).toBeGreaterThan(15);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.diagnostics.length).toBeGreaterThan(0);
  }
}

/** How many values and pairs a document has. */
function parts(text: string): number {
  let count = 0;
  visit(parseDocument(text, { schema: "failsafe" }), { Pair: () => void count++ });
  return count;
}

/** The document with some of its pairs taken out, or with another value in them. */
function faulty(text: string, faults: ReadonlyMap<number, string>): string {
  const document = parseDocument(text, { schema: "failsafe" });
  let index = 0;
  visit(document, {
    Pair: (_key, pair) => {
      const fault = faults.get(index++);
      if (fault === "删") return visit.REMOVE;
      if (fault === "[]") pair.value = document.createNode([]);
      else if (fault === "{}") pair.value = document.createNode({});
      else if (fault !== undefined) pair.value = document.createNode(fault === "乱" ? "乱写的" : fault);
      return undefined;
    },
  });
  return document.toString();
}
