import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Span, TextSource } from "../model/source.js";

/** A stretch of a file and what was meant to stand there. */
export interface Mend extends Span {
  readonly meant: string;
}

/** What is wrong with a file as YAML. */
export interface Fault extends Diagnostic {
  /** how to write it as it was meant, where that is beyond doubt; none where it can be read as it stands */
  readonly mends?: readonly Mend[];
}

/** The text with the mends made in it, each of its places where it stands in the file as it was written. */
export function mended(source: TextSource, mends: readonly Mend[]): TextSource {
  const inOrder = apart(mends);
  const ends = [...inOrder.slice(1).map(({ from }) => from), source.text.length];
  const stretches = inOrder.map((mend, index) => ({
    ...mend,
    rest: source.text.slice(mend.to, ends[index]),
  }));
  const before = source.text.slice(0, inOrder[0]?.from);
  const written = (offset: number): number => {
    let begin = before.length;
    if (offset < begin) return offset;
    for (const { from, to, meant, rest } of stretches) {
      if (offset < begin + meant.length) return Math.min(from + offset - begin, to);
      begin += meant.length;
      if (offset < begin + rest.length) return to + offset - begin;
      begin += rest.length;
    }
    return source.text.length;
  };
  return {
    ...source,
    text: before + stretches.map(({ meant, rest }) => meant + rest).join(""),
    at(offset, length) {
      const from = written(offset);
      return source.at(from, Math.max(0, written(offset + length) - from));
    },
  };
}

/** In order of place; of those that overlap, the first. */
function apart(mends: readonly Mend[]): readonly Mend[] {
  let [begin, end] = [-1, 0];
  return mends
    .toSorted((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < end || from === begin) return false;
      [begin, end] = [from, to];
      return true;
    });
}
