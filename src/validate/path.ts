import type { ErrorObject } from "ajv";
import type { Path, Plain } from "../model/source.js";

/** The path that a JSON pointer writes. */
export function pathOf(error: ErrorObject): Path {
  const steps = error.instancePath.split("/").slice(1);
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at `path`; undefined where there is none. */
export function valueAt(root: Plain, path: Path): Plain | undefined {
  let value: Plain | undefined = root;
  for (const step of path) {
    if (typeof value !== "object") return undefined;
    value = (value as Readonly<Record<string | number, Plain>>)[step];
  }
  return value;
}

/** What the officer calls the value at `path`: its key, and its number in a list. */
export function nameOf(path: Path): string {
  const at = path.findLastIndex((step) => !/^\d+$/.test(String(step)) || path.length === 1);
  const key = path[at];
  if (key === undefined) return "文件";
  const index = path[at + 1];
  return index === undefined ? `“${key}”` : `“${key}”的第 ${Number(index) + 1} 项`;
}
