import type { GapName, Place } from "../diagnostic/diagnostic.js";
import { groupedBy } from "../model/groups.js";

/** What is still to be filled in somewhere, and what was there last year where that is known. */
interface Gap {
  readonly place: Place;
  readonly where: GapName;
  readonly before?: string;
}

/** More gaps than these are listed by their lines, as nobody reads so many with what was there. */
const MOST = 100;

/** Every gap, by what is filled in at one go: with what was there last year, or, where they are many, by their lines. */
export function gapLines(gaps: readonly Gap[]): readonly string[] {
  const sections = groupedBy(gaps, ({ where }) => where.section);
  return [...sections].flatMap(([section, found]) => {
    const head = `${fileAndLines(found)} ${section}`;
    return gaps.length > MOST ? [`${head}：${byKind(found).join("；")}`] : [head, ...found.map(gapLine)];
  });
}

function fileAndLines(gaps: readonly Gap[]): string {
  const lines = gaps.map(({ place }) => place.line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  return `${gaps[0]?.place.file}:${first === last ? first : `${first}-${last}`}`;
}

function gapLine({ place, where, before }: Gap): string {
  const what = where.part === "" ? "有没有，有的逐项写" : where.part;
  const last = before === undefined ? "" : `（上年${before === "[]" ? "没有" : ` ${before.trim()}`}）`;
  const { candidates = [] } = where;
  const choice = candidates.length > 0 ? `：${candidates.join("，或者 ")}` : "";
  return `  第 ${place.line} 行 ${what}${last}${choice}`;
}

function byKind(gaps: readonly Gap[]): readonly string[] {
  return [...groupedBy(gaps, ({ where }) => where.kind)].map(([kind, found]) => {
    const lines = lineRanges(found.map(({ place }) => place.line));
    return `${kind === "" ? "有没有" : kind} ${found.length} 处，第 ${lines} 行`;
  });
}

/** 35-50、60 of line numbers in ascending order. */
export function lineRanges(lines: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range && line <= range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join("、");
}
