import type { Budget } from "../model/budget.js";
import type { TextSource } from "../model/source.js";
import { FIGURE } from "./passages.js";

/** What a tag may print that cannot be told from the source alone. It is for private use, so no report holds it. */
const UNKNOWN = "\uE001";
/** Ends a paragraph. */
const BREAK = "\uE002";

/** A source as it reads in print, and for each of its characters where in the source it stands. */
export interface Galley {
  readonly source: TextSource;
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Tags, comments of YAML, and the line ends that print leaves out. */
const UNPRINTED = /\{\{([^{}]*)\}\}|(?<=^|[ \t])#.*$|\s*\n\s*/gm;

export function galleyOf(source: TextSource, budget: Budget): Galley {
  const pieces: string[] = [];
  const offsets: number[] = [];
  const put = (text: string, from: number, step: number): void => {
    pieces.push(text);
    for (let index = 0; index < text.length; index++) offsets.push(from + index * step);
  };
  let end = 0;
  for (const match of source.text.matchAll(unprinted(source))) {
    put(source.text.slice(end, match.index), end, 1);
    put(replacement(match[0], match[1], budget), match.index, 0);
    end = match.index + match[0].length;
  }
  put(source.text.slice(end), end, 1);
  return { source, text: pieces.join(""), offsets };
}

/** Narrative files have no comments of YAML: a `#` begins a heading there. */
function unprinted({ file }: TextSource): RegExp {
  return file.endsWith(".yaml")
    ? UNPRINTED
    : new RegExp(UNPRINTED.source.replace("|(?<=^|[ \\t])#.*$", ""), "gm");
}

function replacement(match: string, tag: string | undefined, budget: Budget): string {
  if (tag === undefined) return /\n[ \t\r]*\n/.test(match) ? BREAK : "";
  const { unit, year } = budget;
  const facts: Readonly<Record<string, string>> = {
    单位名称: unit.name,
    单位代码: unit.code,
    主体: budget.department ? "部门" : "单位",
    年: String(year),
    上年: String(year - 1),
  };
  const [word = ""] = tag.trim().split(/\s/);
  if (["万元", "整万元", "数量", "占比"].includes(word)) return FIGURE;
  return facts[word] ?? (/^(#|\/|!|else)/.test(word) ? "" : UNKNOWN);
}
