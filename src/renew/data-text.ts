import { FACTS_KEY } from "../model/budget.js";
import { isGap } from "../model/gap.js";
import { isList, type Path, type Plain } from "../model/source.js";

/** What a data file is to say, and what is said of it in comments. */
export interface DataText {
  /** lines at the head of the file */
  readonly head: readonly string[];
  /** in the order in which it is to stand there */
  readonly value: { readonly [key: string]: Plain };
  /** what there is to know of the value at a path, in the officer's words */
  says(path: Path): string | undefined;
  /** what stands behind the line of the value at a path: what its code is called, where it comes from */
  remark(path: Path): string | undefined;
}

type Mapping = { readonly [key: string]: Plain };

/** A data file in the style of the house: a line an entry, amounts below each other, what is to be filled in explained. */
export function dataText({ head, value, says, remark }: DataText): string {
  const said = new Set<string>();
  const comment = (path: Path, indent: number, name = ""): readonly string[] => {
    const words = says(path);
    if (words === undefined || said.has(`${name}${words}`)) return [];
    said.add(`${name}${words}`);
    return commentLines(`${name}${words}`, indent);
  };
  const behind = (path: Path): string => {
    const words = remark(path);
    return words === undefined ? "" : ` # ${words}`;
  };

  const entry = (key: string, each: Plain, path: Path, indent: number): readonly string[] => {
    const isSection = path.length === 1 && typeof each !== "string";
    const above = isSection || isGap(each) ? comment(path, indent) : [];
    return [...above, ...written(key, each, path, indent)];
  };

  const written = (key: string, each: Plain, path: Path, indent: number): readonly string[] => {
    const before = `${" ".repeat(indent)}${flowScalar(key)}:`;
    if (typeof each === "string") return [...scalarLines(before, each, indent, behind(path))];
    if (isList(each)) return listLines(before, each, path, indent);
    if (Object.keys(each).length === 0) return [`${before} {}${behind(path)}`];
    if (isFlow(each, path)) return [`${before} ${flowMapping(each)}${behind(path)}`];
    return [before, ...mappingLines(each, path, indent + 2)];
  };

  const mappingLines = (each: Mapping, path: Path, indent: number): readonly string[] =>
    Object.entries(each).flatMap(([key, part]) => entry(key, part, [...path, key], indent));

  const listLines = (before: string, items: readonly Plain[], path: Path, indent: number) => {
    if (items.length === 0) return [`${before} []${behind(path)}`];
    if (items.every(isLine)) return textItems(before, items, path, indent);
    const rows = items.every(isRow);
    const lines = rows ? rowLines(items as readonly Row[], path, indent) : blockLines(items, path, indent);
    return [before, ...lines];
  };

  const textItems = (before: string, items: readonly string[], path: Path, indent: number) => {
    const remarks = items.map((_, index) => behind([...path, index]));
    if (remarks.every((each) => each === "")) return [`${before} [${items.map(flowScalar).join(", ")}]`];
    return [
      before,
      ...items.map((each, index) => `${" ".repeat(indent + 2)}- ${flowScalar(each)}${remarks[index]}`),
    ];
  };

  const rowLines = (rows: readonly Row[], path: Path, indent: number): readonly string[] => {
    const gaps = rows.flatMap((row, index) =>
      Object.entries(row).flatMap(([key, each]) => (isGap(each) ? [[...path, index, key] as Path] : [])),
    );
    const above = gaps.flatMap((gap) => comment(gap, indent + 2, `${String(gap.at(-1))}：`));
    const lines = alignedRows(rows).map(
      (row, index) => `${" ".repeat(indent + 2)}- ${row}${behind([...path, index])}`,
    );
    return [...above, ...lines];
  };

  const blockLines = (items: readonly Plain[], path: Path, indent: number): readonly string[] =>
    items.flatMap((item, index) => {
      const lines = mappingLines(item as Mapping, [...path, index], indent + 4);
      const at = lines.findIndex((line) => !line.trimStart().startsWith("#"));
      const first = `${" ".repeat(indent + 2)}- ${lines[at]?.trimStart() ?? ""}`;
      const above = lines.slice(0, at).map((line) => line.slice(2));
      return [...(index > 0 ? [""] : []), ...above, first, ...lines.slice(at + 1)];
    });

  const sections = Object.entries(value).flatMap(([key, each]) => {
    const lines = entry(key, each, [key], 0);
    return lines.length > 1 ? ["", ...lines] : lines;
  });
  return `${[...head, "", ...sections].join("\n")}\n`;
}

type Row = { readonly [key: string]: string };

/** Whether a mapping stands on one line. */
function isRow(value: Plain): value is Row {
  return typeof value === "object" && !isList(value) && Object.values(value).every(isLine);
}

function isLine(value: Plain): value is string {
  return typeof value === "string" && !value.includes("\n");
}

/** What is said of one of several things is a line of them. */
function isFlow(value: Mapping, path: Path): boolean {
  return path.length > 2 && path.at(-1) !== FACTS_KEY && isRow(value);
}

const AMOUNT = "金额";

/** Rows whose values stand below each other, amounts by their last digits; lists of no amounts are not aligned. */
function alignedRows(rows: readonly Row[]): readonly string[] {
  if (!rows.some((row) => AMOUNT in row)) return rows.map(flowMapping);
  const widths = new Map<string, number>();
  for (const row of rows)
    for (const [key, value] of Object.entries(row))
      widths.set(key, Math.max(widths.get(key) ?? 0, columnsOf(flowScalar(value))));
  return rows.map((row) => {
    const cells = Object.entries(row).map(([key, value], index, all) => {
      const text = flowScalar(value);
      const room = " ".repeat((widths.get(key) ?? 0) - columnsOf(text));
      if (index === all.length - 1) return key === AMOUNT ? `${key}: ${room}${text}` : `${key}: ${text}`;
      return key === AMOUNT ? `${key}: ${room}${text},` : `${key}: ${text},${room}`;
    });
    return `{ ${cells.join(" ")} }`;
  });
}

/** How wide a text is in an editor, where a Chinese character takes two columns. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
}

function flowMapping(row: Mapping): string {
  return `{ ${Object.entries(row)
    .map(([key, value]) => `${flowScalar(key)}: ${flowScalar(String(value))}`)
    .join(", ")} }`;
}

/** A text of several lines in lines of its own, any other behind its key. */
function scalarLines(before: string, text: string, indent: number, remark: string): readonly string[] {
  if (!text.trimEnd().includes("\n") || text.startsWith(" "))
    return [`${before} ${blockScalar(text)}${remark}`];
  const lines = text.trimEnd().split("\n");
  return [`${before} |${remark}`, ...lines.map((line) => `${" ".repeat(indent + 2)}${line}`)];
}

const PLAIN_TEXT = /^(?![-?:,[\]{}#&*!|>'"%@`~ ])(?:(?!: | #)[^\p{Cc}])*(?<![: ])$/u;

function blockScalar(text: string): string {
  return PLAIN_TEXT.test(text) ? text : JSON.stringify(text);
}

function flowScalar(text: string): string {
  return PLAIN_TEXT.test(text) && !/[,[\]{}]/.test(text) ? text : JSON.stringify(text);
}

const LONGEST_LINE = 110;

/** A comment in as many lines as its words have, each broken behind sentences where it is too long. */
function commentLines(words: string, indent: number): readonly string[] {
  return words
    .split("\n")
    .flatMap((line) => brokenLines(line).map((each) => `${" ".repeat(indent)}# ${each}`));
}

function brokenLines(words: string): readonly string[] {
  const lines: string[] = [];
  for (const sentence of words.match(/[^。；]+[。；]?/g) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(last + sentence) <= LONGEST_LINE) lines[lines.length - 1] += sentence;
    else lines.push(sentence);
  }
  return lines;
}
