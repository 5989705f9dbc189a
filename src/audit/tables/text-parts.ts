import type { Piece } from "../../model/manuscript.js";
import { foldMarks } from "../../text/fold.js";
import { joined, placedTexts, type ScriptText } from "../words/placed-text.js";
import type { TableForm } from "./form.js";
import { wordsIn } from "./text-words.js";

/** A table of which only lines are known, cut into what stands above each other. */
export interface TextParts {
  readonly caption: ScriptText;
  /** head and rows: where one ends and the others begin is known only when the rows are found */
  readonly rows: ScriptText;
  readonly notes: ScriptText;
}

const NOTE = /^(?:注|备注|说明)[:：]/u;

export function textParts(pieces: readonly Piece[], { heads }: TableForm): TextParts {
  const lines = placedTexts(pieces);
  const known = heads.map(foldMarks);
  const headAt = lines.findIndex((line, index) => index > 0 && isOfHead(line, known));
  const noteAt = lines.findIndex(({ text }) => NOTE.test(text));
  const end = noteAt < 0 ? lines.length : noteAt;
  const start = headAt < 0 ? end : Math.min(headAt, end);
  return {
    caption: joined(lines.slice(0, start)),
    rows: joined(lines.slice(start, end)),
    notes: joined(lines.slice(end)),
  };
}

/** Whether every word of a line is one of the head, or a part of one that was broken over lines. */
function isOfHead(line: ScriptText, known: readonly string[]): boolean {
  const words = wordsIn(line, 0, line.text.length).map(({ text }) => foldMarks(text));
  return words.every((word) => known.some((head) => head.includes(word)));
}
