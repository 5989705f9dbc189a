import { cellOf, frameOf, type Places, REMARK, ROUNDING, roundingOf, sentence } from "./places.js";
import { readRuled } from "./ruled.js";
import { type PrintedTable, readTables } from "./tables.js";

/** What a finished PDF says at each of its places, without white space. */
export type Printed = ReadonlyMap<string, string>;

/** What cover and contents do not have. */
const PAGE_NUMBER = /^—\d+—$/u;
/** What stands on pages beside sentences and tables: their number, which table goes on, and that the annex begins. */
const BESIDE = [PAGE_NUMBER, /^续表.*单位：/u, /^附件：/u];

export async function printedIn(bytes: Uint8Array, pack = "henan"): Promise<Printed> {
  const pages = (await readRuled(bytes))
    .filter(({ lines }) => lines.some((line) => PAGE_NUMBER.test(line)))
    .map(({ cells, lines }) => ({
      cells,
      lines: lines.filter((line) => !BESIDE.some((each) => each.test(line))),
    }));
  const prose = pages.filter(({ cells }) => cells.length === 0);
  const tables = [...readTables(pages, pack).values()];
  return new Map([
    ...sentencesIn(prose.flatMap(({ lines }) => lines)),
    ...tables.flatMap(frame),
    ...tables.flatMap(tableCells),
  ]);
}

function sentencesIn(lines: readonly string[]): readonly [string, string][] {
  return lines
    .join("")
    .replace(REMARK, "")
    .split("。")
    .map((text, index) => [sentence(index), text]);
}

/** The words around a table. */
function frame({ number, lines }: PrintedTable): readonly [string, string][] {
  const text = lines.join("");
  return [
    [frameOf(number), text.replace(ROUNDING, "")],
    [roundingOf(number), text.match(ROUNDING)?.join("") ?? ""],
  ];
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
