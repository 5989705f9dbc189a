import type { Piece, ScriptLine } from "../../model/manuscript.js";
import { compact, folded, foldMarks } from "../../text/fold.js";
import type { BarePage } from "./furniture.js";

/** An entry of the table of contents: words, leaders, and a page number. */
const ENTRY = /^(.*?)(?:[.…·•‥・_-]{2,}|[.…·•‥・_\s\t-]{2,})(\d{1,3})$/u;
/** A table of contents has some entries, each of them on a few lines. */
const LEAST_ENTRIES = 3;
const LONGEST_ENTRY = 5;

export interface ContentsEntry {
  /** its last line, where the page number stands */
  readonly line: ScriptLine;
  /** all its words as they are written, without blanks */
  readonly words: string;
  readonly page: number;
}

/**
 * The lines of the table of contents, and its entries; none where the document has none. `titles` are what entries may
 * name: an entry of the text of a PDF may have lost its leaders.
 */
export function contentsIn(pieces: readonly Piece[], titles: ReadonlySet<string>, title: string) {
  const lines = pieces.filter((piece): piece is ScriptLine => piece.kind === "line");
  const entries = lines.map((line) => entryIn(line, titles));
  const first = entries.findIndex((entry) => entry !== undefined);
  let last = first;
  for (let index = first; index >= 0 && index < entries.length && index - last <= LONGEST_ENTRY; index++) {
    if (entries[index]) last = index;
  }
  const count = entries.slice(Math.max(0, first), last + 1).filter((entry) => entry).length;
  if (first < 0 || count < LEAST_ENTRIES) return { lines: new Set<Piece>(), entries: [] };
  const head = lines.slice(0, first).findLastIndex((line) => compact(line.text) === compact(title));
  const start = head >= 0 && first - head <= LONGEST_ENTRY ? head + 1 : first;
  const own = lines.slice(start, last + 1);
  return { lines: new Set<Piece>(own), entries: wholeEntries(own, titles) };
}

/** Entries over several lines, whose page number stands on the last. */
function wholeEntries(lines: readonly ScriptLine[], titles: ReadonlySet<string>): readonly ContentsEntry[] {
  let begun = "";
  return lines.flatMap((line) => {
    const entry = entryIn(line, titles);
    const words = begun + (entry?.words ?? compact(line.text));
    begun = entry ? "" : words;
    return entry ? [{ ...entry, words }] : [];
  });
}

function entryIn(line: ScriptLine, titles: ReadonlySet<string>): ContentsEntry | undefined {
  const text = line.text.trim();
  const led = ENTRY.exec(foldMarks(text));
  if (led?.[1] !== undefined) {
    return { line, words: compact(text.slice(0, led[1].length)), page: Number(led[2]) };
  }
  const bare = /^(.+?)(\d{1,3})$/u.exec(folded(text));
  if (!bare?.[1] || !titles.has(bare[1])) return undefined;
  return { line, words: compact(text).slice(0, bare[1].length), page: Number(bare[2]) };
}

/** An entry of the table of contents that leads to the wrong page, or nowhere. */
export interface WrongEntry {
  readonly entry: ContentsEntry;
  /** the number of the page that it should lead to */
  readonly page: number | undefined;
}

/**
 * Holds the table of contents against the numbers that are printed on the pages; without these nothing is said. `listed`
 * are the titles that stand on the pages where entries have words of their own.
 */
export function wrongEntries(
  entries: readonly ContentsEntry[],
  pages: readonly BarePage[],
  listed: ReadonlyMap<string, string>,
): readonly WrongEntry[] {
  const numbered = pages.filter(({ number }) => number);
  if (numbered.length === 0) return [];
  const holds = numbered.map(lookedThrough);
  return entries.flatMap((entry): WrongEntry[] => {
    const words = foldMarks(entry.words);
    const title = listed.get(words) ?? words;
    const on = numbered.filter((_, index) => holds[index]?.(title));
    if (on.some(({ number }) => number?.printed === entry.page)) return [];
    return [{ entry, page: on[0]?.number?.printed }];
  });
}

/** Tells whether a line of the page begins with a title, which may go on over the lines behind it. */
function lookedThrough({ pieces }: BarePage): (title: string) => boolean {
  const lines = pieces.map((piece) => (piece.kind === "line" ? folded(piece.text) : ""));
  const text = lines.join("");
  let end = 0;
  const starts = lines.map(({ length }) => {
    end += length;
    return end - length;
  });
  return (title) => starts.some((at) => text.startsWith(title, at));
}
