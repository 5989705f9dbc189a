import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BuildRecord } from "../../src/model/record.js";
import { sha256 } from "../../src/model/record.js";

/** The only record in the output folder, as a path. */
export function recordPath(project: string, output = "out"): string {
  const [name, ...more] = readdirSync(join(project, output)).filter((each) => each.endsWith(".json"));
  if (!name || more.length > 0) throw new Error(`not one record in ${project}`);
  return join(project, output, name);
}

/** Writes the record as if other inputs had been recorded: their hashes are right. */
export function rewriteInputs(project: string, rewrite: (text: string, file: string) => string): void {
  rewriteRecord(project, ({ inputs, ...record }) => ({
    ...record,
    inputs: inputs.map(({ file, text }) => {
      const written = rewrite(text, file);
      return { file, sha256: sha256(written), text: written };
    }),
  }));
}

export function rewriteRecord(project: string, rewrite: (record: BuildRecord) => BuildRecord): void {
  const path = recordPath(project);
  writeFileSync(path, JSON.stringify(rewrite(JSON.parse(readFileSync(path, "utf8")))));
}
