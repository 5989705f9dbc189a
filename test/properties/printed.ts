import { cellOf, frameOf, type Places, REMARK, ROUNDING, roundingOf, sentence } from "./places.js";
import { type RuledPage, readRuled } from "./ruled.js";
import { type PrintedTable, readTables } from "./tables.js";

/** What a finished PDF says at each of its places, without white space. */
export type Printed = ReadonlyMap<string, string>;

/** What pages have for themselves: their number, and which table goes on. */
const OF_PAGE = /^(?:—\d+—$|续表预算\d\d表.*单位：)/u;
const TABLE_NUMBER = /^预算\d\d表$/u;

export async function printedIn(bytes: Uint8Array, pack = "henan"): Promise<Printed> {
  const pages = await readRuled(bytes);
  const lines = pages.flatMap((page) => page.lines).filter((line) => !OF_PAGE.test(line));
  // the first time it stands among the contents
  const begin = lines.lastIndexOf("第一部分");
  const annex = lines.findIndex((line, index) => index > begin && line.startsWith("附件："));
  return new Map([
    ...sentencesIn(lines.slice(begin, annex)),
    ...framesIn(lines.slice(annex + 1)),
    ...cellsIn(pages, pack),
  ]);
}

function sentencesIn(lines: readonly string[]): readonly [string, string][] {
  return lines
    .join("")
    .replace(REMARK, "")
    .split("。")
    .map((text, index) => [sentence(index), text]);
}

/** The words around each table, which begin with its number. */
function framesIn(lines: readonly string[]): readonly [string, string][] {
  const frames = new Map<string, string>();
  let number = "";
  for (const line of lines) {
    number = TABLE_NUMBER.exec(line)?.[0] ?? number;
    frames.set(number, (frames.get(number) ?? "") + line);
  }
  return [...frames].flatMap(([table, text]): [string, string][] => [
    [frameOf(table), text.replace(ROUNDING, "")],
    [roundingOf(table), text.match(ROUNDING)?.join("") ?? ""],
  ]);
}

function cellsIn(pages: readonly RuledPage[], pack: string): readonly [string, string][] {
  return [...readTables(pages, pack).values()].flatMap(tableCells);
}

function tableCells({ number, rows }: PrintedTable): readonly [string, string][] {
  return rows.flatMap(({ cells }, y) =>
    [...cells].map(([column, text]): [string, string] => [cellOf(number, y, column), text]),
  );
}

/** The places that do not print what they should. A cell that is covered prints at most what covers it. */
export function unlike(printed: Printed, places: Places): readonly string[] {
  const names = new Set([...printed.keys(), ...places.keys()]);
  return [...names].flatMap((name) => {
    const [is, should] = [printed.get(name), places.get(name)];
    const isRight = is === should?.text || (is === "" && should?.covered);
    return isRight ? [] : [`${name} 应为“${should?.text}”，印出“${is}”`];
  });
}

/** The places that two PDFs print differently. What covers others is printed again where a page begins, or is not. */
export function differing(before: Printed, after: Printed, places: Places): readonly string[] {
  return [...before.keys()]
    .filter((name) => before.get(name) !== after.get(name) && !places.get(name)?.covered)
    .sort();
}
