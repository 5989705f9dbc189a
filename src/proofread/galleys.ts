import type { Budget } from "../model/budget.js";
import { discloserOf } from "../model/consolidation.js";
import { FIGURE } from "../model/passage.js";
import type { TextSource } from "../model/source.js";

/** What a tag may print that cannot be told from the source alone. It is for private use, so no report holds it. */
const UNKNOWN = "\uE001";
/** Ends a paragraph. */
const BREAK = "\uE002";

/** A source as it reads in print, and for each of its characters where what prints it stands in the source. */
export interface Galley {
  readonly source: TextSource;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Tags, and the line ends that print leaves out. */
const UNPRINTED = /\{\{([^{}]*)\}\}|\s*\n\s*/gm;
/** The same, with comments, and with the lists of a pack that say what is right and are printed nowhere. */
const UNPRINTED_OF_YAML = new RegExp(
  [
    "^(?:citations|flatReasons|technicalTerms|synonyms):.*(?:\\n[ \\t-].*)*",
    UNPRINTED.source,
    "(?<=^|[ \\t])#.*$",
  ].join("|"),
  "gm",
);

export function galleyOf(source: TextSource, budget: Budget): Galley {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const copy = (from: number, to: number): void => {
    pieces.push(source.text.slice(from, to));
    for (let at = from; at < to; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  let end = 0;
  for (const match of source.text.matchAll(unprinted(source))) {
    copy(end, match.index);
    end = match.index + match[0].length;
    for (const character of replacement(match[0], match[1], budget).split("")) {
      pieces.push(character);
      starts.push(match.index);
      ends.push(end);
    }
  }
  copy(end, source.text.length);
  return { source, text: pieces.join(""), starts, ends };
}

/** Narrative files have no comments of YAML: a `#` begins a heading there. */
function unprinted({ file }: TextSource): RegExp {
  return file.endsWith(".yaml") ? UNPRINTED_OF_YAML : UNPRINTED;
}

function replacement(match: string, tag: string | undefined, budget: Budget): string {
  if (tag === undefined) return /\n[ \t\r]*\n/.test(match) ? BREAK : "";
  const { unit, year } = budget;
  const facts: Readonly<Record<string, string>> = {
    单位名称: unit.name,
    单位代码: unit.code,
    主体: discloserOf(budget),
    年: String(year),
    上年: String(year - 1),
  };
  const [word = ""] = tag.trim().split(/\s/);
  if (["万元", "整万元", "数量", "占比"].includes(word)) return FIGURE;
  return facts[word] ?? (/^(#|\/|!|else)/.test(word) ? "" : UNKNOWN);
}
