import { attempted, orElse, Refusal } from "../../diagnostic/refusal.js";
import { readBytes } from "../../files/bytes.js";
import { decode, withoutMark } from "../../files/decode.js";
import { isFileName } from "../../files/file-name.js";
import { writeOutput } from "../../files/write/output.js";
import { dropUnsaved, keepUnsaved, unsavedOf } from "../../files/write/unsaved.js";
import { CODES_OF_BUREAU } from "../../project/data-files.js";
import { commonSubsequence } from "../../text/common-subsequence.js";
import { mergeThree, type Replaced } from "../../text/merge.js";
import type { FileText, Saved, TextEdit, Unsaved } from "../protocol.js";

const DATA = /^data\/([^/]+)\/(\d{4})\.yaml$/;

/** Whether a file is, or was, a year of a unit: no other file is written in at the desk. */
export function isData(file: unknown): file is string {
  const [, unit = ""] = DATA.exec(String(file)) ?? [];
  return unit !== CODES_OF_BUREAU && isFileName(unit);
}

/** A file that is written in, with what of it could not be saved; undefined where it cannot be read as text. */
export function writtenText(project: string, file: string): FileText | undefined {
  const raw = orElse(() => rawText(project, file));
  if (!raw) return undefined;
  const unsaved = keptOf(project, file);
  return { file, text: plain(raw.text), canBeWritten: true, ...(unsaved && { unsaved }) };
}

/**
 * Writes what was made of a file, where the file is still what it was made from. What cannot be written is kept in the
 * folder until it can. Throws a Refusal where the file can be neither read nor written.
 */
export function saveText(project: string, file: string, { base, text }: Unsaved): Saved {
  try {
    const { text: raw, mark } = rawText(project, file);
    const now = plain(raw);
    if (now !== base && now !== text) {
      keepUnsaved(project, file, JSON.stringify({ base, text }));
      return changed(now, { base, text });
    }
    if (now !== text) writeOutput(project, file, Buffer.concat([mark, Buffer.from(withEnds(text, raw))]));
  } catch (error) {
    if (error instanceof Refusal) orElse(() => keepUnsaved(project, file, JSON.stringify({ base, text })));
    throw error;
  }
  dropUnsaved(project, file);
  return { kind: "saved" };
}

function changed(now: string, { base, text }: Unsaved): Saved {
  const own = linesOf(text);
  const { edits, clashes } = mergeThree(linesOf(base), own, linesOf(now));
  const starts = startsOf(own);
  const edit = ({ from, to, by }: Replaced): TextEdit => {
    return { from: starts[from] ?? text.length, to: starts[to] ?? text.length, insert: by.join("") };
  };
  return { kind: "changed", text: now, edits: edits.map(edit), clashes: clashes.map(edit) };
}

/** The text with what its lines end in, and the mark that may stand before it. */
function rawText(project: string, file: string): { readonly text: string; readonly mark: Uint8Array } {
  const bytes = readBytes(project, file);
  const mark = bytes.subarray(0, bytes.length - withoutMark(bytes).length);
  return { text: decode(file, bytes), mark };
}

const END = /\r\n?/g;

function plain(raw: string): string {
  return raw.replace(END, "\n");
}

/** The text with each line ending as it does on the disk, a new one as most there do. */
function withEnds(text: string, raw: string): string {
  const [end] = raw.match(END) ?? [];
  if (end === undefined) return text;
  const [own, old] = [linesOf(text), raw.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? []];
  const kept = new Map(commonSubsequence(old.map(plain), own)?.map(([was, is]) => [is, old[was]]));
  return own.map((line, index) => kept.get(index) ?? line.replace("\n", end)).join("");
}

/** The lines of a text, each with its end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0];
  for (const { length } of lines) starts.push((starts.at(-1) ?? 0) + length);
  return starts;
}

function keptOf(project: string, file: string): Unsaved | undefined {
  const says = unsavedOf(project, file);
  const { base, text } = (attempted(() => JSON.parse(says ?? "")) ?? {}) as Partial<Unsaved>;
  return typeof base === "string" && typeof text === "string" ? { base, text } : undefined;
}
