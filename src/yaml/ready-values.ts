import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sha256 } from "../model/record.js";
import type { Plain, Source } from "../model/source.js";

/**
 * What `npm run prepare` has read of the program's own YAML files, so that no build need parse them; none where the
 * program runs from its sources. A file that was changed since is not among them.
 */
export const READY_VALUES = fileURLToPath(new URL("../ready-values.json", import.meta.url));

let values: ReadonlyMap<string, Plain> | undefined;

/** The value of a YAML text that is ready. */
export function readyValue(text: string): Plain | undefined {
  values ??= readValues();
  return values.size > 0 ? values.get(sha256(text)) : undefined;
}

function readValues(): ReadonlyMap<string, Plain> {
  if (!existsSync(READY_VALUES)) return new Map();
  return new Map(JSON.parse(readFileSync(READY_VALUES, "utf8")) as [string, Plain][]);
}

/** The content of the file that makes the values of these sources ready. */
export function readyValues(sources: readonly Source[]): string {
  return JSON.stringify(sources.map(({ text, value }) => [sha256(text), value]));
}
