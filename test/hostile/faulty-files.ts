import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { readSchemas } from "../../src/project/sources.js";
import { checkShape } from "../../src/validate/schema/shape.js";
import { readYaml } from "../../src/yaml/yaml.js";
import { PROGRAM } from "../project.js";
import { BOUND, bounded, put } from "./run.js";

const project = mkdtempSync(join(tmpdir(), "disclosure-"));
const schemas = readSchemas(PROGRAM);

export type Shapeless = readonly [what: string, schema: "budget" | "measures", text: string];

export const lines = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${write(index)}\n`).join("");

/** What is wrong with the shape of a file of these words. */
export function shapeOf(schema: Shapeless[1], text: string): readonly Diagnostic[] {
  put(project, "a.yaml", text);
  return checkShape(readYaml(project, "a.yaml"), schemas[schema]);
}

/** That files of nothing but faults are judged in bounded time, and their first faults are told. */
export function judge(files: readonly Shapeless[]): void {
  test.each(files)(
    "a file of nothing but %s",
    (_what, schema, text) => {
      const found = bounded(() => shapeOf(schema, text));
      expect(found.length).toBeGreaterThan(50);
      expect(found.length).toBeLessThanOrEqual(500);
    },
    BOUND,
  );
}
