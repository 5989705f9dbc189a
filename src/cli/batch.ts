import type { Diagnostic, Place } from "../diagnostic/diagnostic.js";
import { counts, linesOf } from "../diagnostic/telling.js";
import { few, groupedBy } from "../model/groups.js";
import type { DataFile } from "../project/data-files.js";
import type { UnitOutcome } from "../work/batch.js";
import { showable } from "./width.js";

/** What came of all units, and what is not among them. */
export interface Batch {
  readonly outcomes: readonly UnitOutcome[];
  /** the year that was asked for, and the units that have data of other years only */
  readonly year: number | undefined;
  readonly without: readonly string[];
  /** the file that holds it all for machines, where it could be written */
  readonly report: string | undefined;
}

const STATES = {
  built: "生成",
  drafted: "草稿",
  unchanged: "没有变化",
  refused: "没有生成",
  crashed: "程序出了意外",
} as const;

/** More units than this are no list to look through. */
const MOST_LISTED = 12;

/** What came of all units, for the officer who has seen the errors above. */
export function batchWords({ outcomes, year, without, report }: Batch): string {
  const states = (Object.keys(STATES) as UnitOutcome["state"][]).flatMap((state) => {
    const count = outcomes.filter((each) => each.state === state).length;
    return count > 0 ? [`${STATES[state]} ${count} 个`] : [];
  });
  return [
    outcomes.length === 0 ? "这一份里没有单位" : `共 ${outcomes.length} 个单位：${states.join("，")}`,
    ...listed("没有生成的，改好以后再运行一次：", outcomes, "refused"),
    ...listed("程序出了意外的，请把下面的话和数据文件交给维护程序的人：", outcomes, "crashed"),
    ...listed("草稿里要填或要改的：", outcomes, "drafted"),
    ...warningLines(outcomes),
    ...keptLines(outcomes),
    ...leftOut(
      outcomes.map(({ data }) => data),
      year,
      without,
    ),
    ...(report === undefined ? [] : [`逐个单位的结果在 ${report}`]),
  ].join("\n");
}

function listed(
  title: string,
  outcomes: readonly UnitOutcome[],
  state: UnitOutcome["state"],
): readonly string[] {
  const units = outcomes.filter((each) => each.state === state && (each.found.length > 0 || each.message));
  if (units.length === 0) return [];
  return [title, ...units.map((each) => `  ${each.data.unit}  ${outcomeWords(each)}`)];
}

function outcomeWords({ data, found, leftOut: unmade = [], message }: UnitOutcome): string {
  if (message !== undefined) return showable(message);
  // a department's errors are in the files of its units, too
  const files = new Set(
    found.flatMap(({ place }) => (place && place.file !== data.file ? [place.file] : [])),
  );
  const where = files.size > 0 ? `，在 ${few([...files], MOST_LISTED, " ")}` : "";
  return counts(found) + where + (unmade.length > 0 ? `；${unmade.join("和")}没有做` : "");
}

/** Warnings by what they are of: the same one often concerns a whole city. */
function warningLines(outcomes: readonly UnitOutcome[]): readonly string[] {
  const warned = outcomes
    .filter(({ state }) => state === "built")
    .flatMap(({ data, found }) =>
      [...new Set(found.map(({ code }) => code))].map((code) => ({ code, data })),
    );
  if (warned.length === 0) return [];
  const lines = [...groupedBy(warned, ({ code }) => code)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, of]) =>
        `  ${code}  ${of.length} 个单位：${few(
          of.map(({ data }) => data.unit),
          MOST_LISTED,
          " ",
        )}`,
    );
  return ["生成了，但是有警告（看一个单位的：npm run check -- --unit 单位代码）：", ...lines];
}

/** Where the PDFs are that only an earlier program can make. */
function keptLines(outcomes: readonly UnitOutcome[]): readonly string[] {
  const kept = outcomes.flatMap((each) => each.kept ?? []);
  return kept.length > 0 ? [keptWords(few(kept, MOST_LISTED, " "))] : [];
}

/** That a PDF was kept under another name. */
export function keptWords(name: string): string {
  return `原来的 PDF 是别的版本的程序生成的，现在的程序不能逐字节重做，另存为 ${name}`;
}

/** Which units were left out, or are of an earlier year than the others; nothing where there are none. */
export function leftOut(
  files: readonly Pick<DataFile, "unit" | "year">[],
  year: number | undefined,
  without: readonly string[],
): readonly string[] {
  if (without.length > 0)
    return [`没有 ${year} 年数据的 ${without.length} 个单位没有做：${few(without, MOST_LISTED, " ")}`];
  const newest = Math.max(...files.map((file) => file.year));
  const older = files.filter((file) => file.year < newest).map((file) => file.unit);
  if (year !== undefined || older.length === 0) return [];
  return [
    `${older.length} 个单位最近的一年不是 ${newest} 年，做的是更早的一年：${few(older, MOST_LISTED, " ")}`,
  ];
}

/** The version of the shape of reports: schemas/build-report.schema.json. */
const FORMAT = "yusuan-gongkai/build-report/1";

/** What came of all units, for machines. The same run gives the same report. */
export function batchReport(
  outcomes: readonly UnitOutcome[],
  shard: { readonly index: number; readonly count: number },
): string {
  const units = outcomes.map(({ data, found, ...outcome }) => ({
    unit: data.unit,
    year: data.year,
    data: data.file,
    ...outcome,
    found: found.map(finding),
  }));
  return `${JSON.stringify({ format: FORMAT, shard, units }, null, 1)}\n`;
}

function finding(found: Diagnostic): object {
  const { severity, code, message, place, others = [] } = found;
  const more = others.length > 0 ? { others: others.map(where) } : {};
  return { severity, code, message, ...(place && where(place)), ...more, notes: linesOf(found) };
}

function where({ file, line, column, length }: Place): object {
  return { file, line, column, length };
}
