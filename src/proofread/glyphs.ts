import { type Diagnostic, problem } from "../diagnostic.js";
import type { Report } from "../model/report.js";
import type { TextSource } from "../model/source.js";
import { wordsOf } from "../model/words.js";

/**
 * Every character of the report that no font has: it would be dropped without a word. Each is reported wherever it
 * stands in `sources`, the files that the report was made from.
 */
export function missingGlyphs(
  report: Report,
  sources: readonly TextSource[],
  missing: (text: string) => readonly string[],
): readonly Diagnostic[] {
  const words = report.parts.flatMap((part) => part.blocks).flatMap(wordsOf);
  const characters = new Set(missing(words.join("")));
  return [...characters].flatMap((character) => {
    const found = sources.flatMap((source) => occurrences(source, character));
    return found.length > 0 ? found : [lacking(character)];
  });
}

function occurrences(source: TextSource, character: string): readonly Diagnostic[] {
  const offsets: number[] = [];
  for (let at = source.text.indexOf(character); at !== -1; at = source.text.indexOf(character, at + 1)) {
    offsets.push(at);
  }
  return offsets.map((offset) => ({ ...lacking(character), place: source.at(offset, character.length) }));
}

function lacking(character: string): Diagnostic {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return problem(
    "校对/缺字",
    `字体里没有“${character}”（U+${code}）这个字，印不出来`,
    undefined,
    "怎么改：换成同义的常用字；人名、地名中的生僻字，换上含有这个字的字体（见 fonts/README.md）",
  );
}
