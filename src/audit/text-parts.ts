import type { ScriptLine } from "../model/manuscript.js";
import { compact, folded } from "./forms.js";
import { joined, type Strip, stripOf } from "./strip.js";
import type { TableForm } from "./table-form.js";

/** A table of which only lines are known, cut into what stands above each other. */
export interface TextParts {
  readonly caption: Strip;
  /** head and rows: where one ends and the others begin is known only when the rows are found */
  readonly rows: Strip;
  readonly notes: Strip;
}

const NOTE = /^(?:注|备注|说明)[:：]/u;

export function textParts(lines: readonly ScriptLine[], { heads }: TableForm): TextParts {
  const filled = lines.filter((line) => line.text.trim() !== "");
  const known = heads.map(folded);
  const headAt = filled.findIndex((line, index) => index > 0 && isOfHead(line, known));
  const noteAt = filled.findIndex((line) => NOTE.test(line.text.trim()));
  const end = noteAt < 0 ? filled.length : noteAt;
  const start = headAt < 0 ? end : Math.min(headAt, end);
  const strips = (from: number, to?: number): Strip =>
    joined(filled.slice(from, to).map((line) => stripOf(line)));
  return { caption: strips(0, start), rows: strips(start, end), notes: strips(end) };
}

/** Whether every word of a line is one of the head, or a part of one that was broken over lines. */
function isOfHead(line: ScriptLine, known: readonly string[]): boolean {
  const words = line.text
    .trim()
    .split(/\s+/u)
    .map((word) => folded(compact(word)));
  return words.every((word) => known.some((head) => head.includes(word)));
}
