import { problem, Refusal } from "../diagnostic.js";
import type { Shelf } from "./bytes.js";
import { wholeFile } from "./place.js";
import { readText } from "./text.js";

/** The JSON object in a file that belongs to the program, such as a schema. */
export function readJson(project: Shelf, file: string): object {
  const { text } = readText(project, file);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // the refusal below says it
  }
  throw new Refusal([
    problem(
      "文件/不能读",
      "这个文件不是完好的 JSON",
      wholeFile(file),
      "怎么改：它是程序自带的文件，从原来的程序包里恢复它",
    ),
  ]);
}
