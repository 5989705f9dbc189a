import type { ErrorObject } from "ajv";
import type { Path } from "../../model/source.js";

/** The path that a JSON pointer writes. */
export function pathOf(error: ErrorObject): Path {
  const steps = error.instancePath.split("/").slice(1);
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What the officer calls the value at `path`, to stand before what is written there: 金额, 内设机构第 2 项. */
export function nameOf(path: Path, key = (text: string): string => text): string {
  // indices of lists are steps too; what is longer is a code
  const at = path.findLastIndex((step) => !/^\d{1,6}$/.test(String(step)));
  const index = path[at + 1];
  const item = index === undefined ? "" : `第 ${Number(index) + 1} 项`;
  return at < 0 ? item || "文件" : key(String(path[at])) + item;
}

/** The same to stand alone: “金额”, “收入”第 2 项. */
export function labelOf(path: Path): string {
  return nameOf(path, (text) => `“${text}”`);
}
