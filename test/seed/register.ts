import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Section } from "./narrative.js";
import type { TableText } from "./table.js";
import { compact, occurrences } from "./text.js";

/** A place where the program prints something else than was published. */
export interface Departure {
  /** of the narrative: the heading of the section, or 次序; of a table: one of PLACES */
  readonly location: string;
  readonly published: string;
  readonly printed: string;
  readonly reason: string;
  /** how often the published text stands there, where it is not once */
  readonly times?: string;
}

/** Departures by part: 第一部分, …, 附件, 表一, …, 表十一. */
export type Register = Readonly<Record<string, readonly Departure[]>>;

export const PLACES = ["编号", "题名", "单位", "表头", "首行", "表体", "次序", "附注"] as const;
export type Place = (typeof PLACES)[number];

/** What the register makes of something published, and what is wrong with its entries. */
export interface Applied<T> {
  readonly expected: T;
  readonly problems: readonly string[];
}

export function readRegister(): Register {
  return parse(readFileSync(new URL("departures.yaml", import.meta.url), "utf8"), { schema: "failsafe" });
}

export function describe({ location, published, printed }: Departure): string {
  return `［${location}］“${published}”→“${printed}”`;
}

/** Entries that say nothing, whatever the texts are. */
export function emptyEntries(register: Register): string[] {
  return Object.values(register)
    .flat()
    .filter((entry) => compact(entry.published) === compact(entry.printed) || compact(entry.reason) === "")
    .map((entry) => `没有说明任何不同或没有理由：${describe(entry)}`);
}

/**
 * The sections of a part with its departures. An entry for a section that was not published adds it at the end; one of
 * their 次序 says in which order the numbered ones are printed.
 */
export function applyToSections(sections: readonly Section[], all: readonly Departure[]): Applied<Section[]> {
  const entries = all.filter((entry) => !isOrder(entry));
  const part = sections[0]?.part ?? "";
  const added = [...new Set(entries.map((entry) => entry.location))]
    .filter((location) => !sections.some((section) => section.name === location))
    .map((name) => ({ part, name, text: "" }));
  const results = [...sections, ...added].map((section) => {
    const { expected, problems } = replaced(
      [section.text],
      entries.filter((entry) => entry.location === section.name),
    );
    return { section: { ...section, text: expected.join("") }, problems };
  });
  const left = results.map(({ section }) => section).filter(({ text }) => text !== "");
  const { expected, problems } = renumbered(left, sections, all.filter(isOrder));
  return { expected, problems: [...results.flatMap((result) => result.problems), ...problems] };
}

const isOrder = ({ location }: Departure): boolean => location === "次序";
const NUMBER = /^[一二三四五六七八九十]+、/u;
const unnumbered = (text: string): string => text.replace(NUMBER, "");

/** Sections named by an entry as they are printed, each with the number of its place; those that are not numbered stay first. */
function renumbered(
  left: readonly Section[],
  published: readonly Section[],
  entries: readonly Departure[],
): Applied<Section[]> {
  const problems: string[] = [];
  let result = [...left];
  for (const entry of entries) {
    const before = published.filter(({ name }) => NUMBER.test(name)).map(({ name }) => unnumbered(name));
    if (before.join("；") !== entry.published) problems.push(`公布的次序不是这样：${describe(entry)}`);
    const keys = orderKeys(entry.printed);
    const ordered = keys.flatMap((key, index) =>
      left
        .filter(({ text }) => unnumbered(text).startsWith(`${key}：`))
        .map((section) => ({ ...section, text: `${chineseNumber(index + 1)}、${unnumbered(section.text)}` })),
    );
    const others = left.filter(({ text }) => !keys.some((key) => unnumbered(text).startsWith(`${key}：`)));
    if (ordered.length !== keys.length) problems.push(`有一词不指一节：${describe(entry)}`);
    result = [...others, ...ordered];
  }
  return { expected: result, problems };
}

/** From 1 to 99. */
function chineseNumber(number: number): string {
  const digit = (value: number): string => "〇一二三四五六七八九".charAt(value);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? digit(tens) : ""}${tens > 0 ? "十" : ""}${ones > 0 ? digit(ones) : ""}`;
}

export function applyToTable(table: TableText, entries: readonly Departure[]): Applied<TableText> {
  const at = (place: Place) => entries.filter((entry) => entry.location === place);
  const number = replaced([table.number], at("编号"));
  const title = replaced([table.title], at("题名"));
  const unit = replaced([table.unit], at("单位"));
  const headers = replaced(table.headers, at("表头"));
  const firstRow = replaced(table.rows.slice(0, 1), at("首行"));
  const otherRows = replaced(table.rows.slice(1), at("表体"));
  const order = reordered([...firstRow.expected, ...otherRows.expected], at("次序"));
  const notes = replaced([table.notes], at("附注"));
  const unknown = entries.filter((entry) => !PLACES.some((place) => place === entry.location));
  return {
    expected: {
      ...table,
      number: number.expected.join(""),
      title: title.expected.join(""),
      unit: unit.expected.join(""),
      headers: headers.expected,
      rows: order.expected,
      notes: notes.expected.join(""),
    },
    problems: [
      ...unknown.map((entry) => `没有这个位置：${describe(entry)}`),
      ...[number, title, unit, headers, firstRow, otherRows, order, notes].flatMap(
        ({ problems }) => problems,
      ),
    ],
  };
}

/** A stretch of a text; what an entry has printed is final, no other entry finds anything in it. */
interface Piece {
  readonly text: string;
  readonly final: boolean;
}

/** Texts with entries applied; an entry without published text is added at the end. Empty texts are gone. */
function replaced(texts: readonly string[], entries: readonly Departure[]): Applied<string[]> {
  const problems: string[] = [];
  let pieces: Piece[][] = texts.map((text) => [{ text, final: false }]);
  for (const entry of entries) {
    const published = compact(entry.published);
    const printed: Piece = { text: compact(entry.printed), final: true };
    if (published === "") {
      pieces.push([printed]);
      continue;
    }
    const open = pieces.flat().filter(({ final }) => !final);
    const found = open.reduce((count, { text }) => count + occurrences(text, published), 0);
    const times = entry.times ?? "1";
    if (String(found) !== times) problems.push(`应见 ${times} 次，见到 ${found} 次：${describe(entry)}`);
    pieces = pieces.map((text) =>
      text.flatMap((piece) => (piece.final ? piece : split(piece, published, printed))),
    );
  }
  const expected = pieces
    .map((text) => text.map((piece) => piece.text).join(""))
    .filter((text) => text !== "");
  return { expected, problems };
}

function split(piece: Piece, published: string, printed: Piece): Piece[] {
  return piece.text
    .split(published)
    .flatMap((text, index) =>
      (index === 0 ? [] : [printed]).concat(text === "" ? [] : { text, final: false }),
    );
}

/** The words of a 次序 entry, each of which names one row. */
export function orderKeys(order: string): string[] {
  return order.split("；").map(compact);
}

/** Rows named by an entry are put in its printed order, in the places that they take together. */
function reordered(rows: readonly string[], entries: readonly Departure[]): Applied<readonly string[]> {
  const problems: string[] = [];
  const result = [...rows];
  for (const entry of entries) {
    const from = orderKeys(entry.published).map((key) => onlyRow(rows, key));
    const to = orderKeys(entry.printed).map((key) => onlyRow(rows, key));
    const places = [...from].sort((a, b) => a - b);
    if (from.includes(-1) || to.includes(-1) || from.join() !== places.join()) {
      problems.push(`公布的次序不是这样，或有一词不指一行：${describe(entry)}`);
    } else if ([...to].sort((a, b) => a - b).join() !== places.join()) {
      problems.push(`前后不是同样的行：${describe(entry)}`);
    } else {
      places.forEach((place, index) => {
        result[place] = rows[to[index] ?? place] ?? "";
      });
    }
  }
  return { expected: result, problems };
}

/** The index of the one row that has this word; −1 where none or several have it. */
function onlyRow(rows: readonly string[], key: string): number {
  const found = rows.flatMap((row, index) => (row.includes(key) ? [index] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}
