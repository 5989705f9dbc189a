import { orElse } from "../diagnostic/refusal.js";
import { readBytes, type Shelf } from "../files/bytes.js";
import type { DataFile } from "./data-files.js";

// Other units' files are looked into, not read as YAML: what is written in a way that only the reader understands is
// passed over.

/** What of a unit's data should be its own. */
export interface Imprint {
  readonly data: DataFile;
  readonly name: string;
  readonly codes: readonly string[];
  readonly duties: string;
  /** the lines of its projects that say what they are for, each once: names, indicators, texts */
  readonly projectLines: ReadonlySet<string>;
  /** the code that it had the year before, if it was another one */
  readonly former: string | undefined;
  /** the units that it consolidates */
  readonly units: readonly string[];
}

/** Looks into the data of a unit; undefined where it cannot be read, which is told when it is built itself. */
export function readImprint(project: Shelf, data: DataFile): Imprint | undefined {
  return orElse(() => imprint(data, Buffer.from(readBytes(project, data.file)).toString("utf8")));
}

const NAME = /^ +名称: *["']?([^"',}#\n]+)|^单位: *\{[^\n]*?名称: *["']?([^"',}#\n]+)/m;
const CODE = /(?<!\p{L})编码["']?: +["']?([0-9A-Za-z]{8,})(?![0-9A-Za-z])/gu;
const DUTIES = /主要职责["']?:((?:[^\n]*)(?:\n(?! *(?:- +)?["']?\p{L}+["']?:(?: |\r?$))[^\n]*)*)/mu;
const FORMER = /(?<!\p{L})原代码["']?: *["']?([0-9A-Za-z][0-9A-Za-z-]*)/u;
const UNITS = /^汇总单位:([^\n]*(?:\n(?:[ \t\-#\]][^\n]*)?)*)/m;

const PROJECTS = /^项目["']?:[^\n]*((?:\n(?:[ \t\-#\]}][^\n]*)?)*)/m;
/** Shorter lines are keys and lists of nothing; those with money and codes are seen to elsewhere. */
const SHORTEST_LINE = 12;
const MONEY_OR_CODE = /金额|编码/;

/** The unit's name as the text of its data has it; empty where only the reader understands it. */
export function nameWritten(text: string): string {
  const [, below, beside] = NAME.exec(text) ?? [];
  return (below ?? beside ?? "").trim();
}

function imprint(data: DataFile, text: string): Imprint {
  return {
    data,
    name: nameWritten(text),
    codes: [...text.matchAll(CODE)].map(([, code = ""]) => code),
    former: FORMER.exec(text)?.[1],
    duties: plain(DUTIES.exec(text)?.[1] ?? ""),
    projectLines: projectLinesIn(text),
    units: (UNITS.exec(text)?.[1] ?? "").replaceAll(/#[^\n]*/g, "").match(/[0-9A-Za-z][0-9A-Za-z-]*/g) ?? [],
  };
}

/** Whatever year they are of. */
function projectLinesIn(text: string): ReadonlySet<string> {
  const lines = (PROJECTS.exec(text)?.[1] ?? "").split("\n").filter((line) => !MONEY_OR_CODE.test(line));
  const words = lines.map((line) => plain(line).replaceAll(/20\d\d/g, ""));
  return new Set(words.filter(({ length }) => length >= SHORTEST_LINE));
}

/** A text without what YAML puts around it, however its lines are broken. */
function plain(written: string): string {
  return written.replaceAll(/[ \t]#[^\n]*|^ *[|>][-+\d]*|[\s"'\\,}]/g, "");
}
