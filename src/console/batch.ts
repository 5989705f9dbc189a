import type { Diagnostic } from "../diagnostic.js";
import type { ProgressOutput } from "./progress.js";
import { showable } from "./width.js";

/** What came of one unit, as far as it is told. */
interface Told {
  readonly data: { readonly unit: string; readonly file: string };
  readonly state: "built" | "unchanged" | "refused" | "crashed";
  readonly found: readonly Diagnostic[];
  readonly message?: string;
}

const BAR = 24;
/** Where a line cannot be written over, one is written every so many milliseconds. */
const INTERVAL = 5000;
const CLEAR_LINE = "\r\u001B[K";

/** Tells how far a run over `total` units is, how fast it goes and how long it will take. */
export function batchProgress(total: number, output: ProgressOutput): (outcome: Told) => void {
  const begin = output.now();
  let done = 0;
  let failed = 0;
  let last = begin;
  return ({ state }) => {
    done++;
    if (state === "refused" || state === "crashed") failed++;
    const now = output.now();
    const isLast = done === total;
    if (!output.terminal && !isLast && now - last < INTERVAL) return;
    last = now;
    const line = progressLine(done, total, failed, (now - begin) / 1000);
    output.write(output.terminal ? `${CLEAR_LINE}${line}${isLast ? "\n" : ""}` : `${line}\n`);
  };
}

function progressLine(done: number, total: number, failed: number, seconds: number): string {
  const full = Math.round((BAR * done) / total);
  const rate = done / Math.max(seconds, 0.001);
  const left = (total - done) / rate;
  return [
    `${"█".repeat(full)}${"░".repeat(BAR - full)} ${done}/${total}`,
    `每秒 ${rate.toFixed(1)} 个`,
    done === total ? `用时 ${timeWords(seconds)}` : `还要 ${timeWords(left)}`,
    ...(failed > 0 ? [`${failed} 个没有生成`] : []),
  ].join("，");
}

function timeWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} 秒`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} 分 ${whole % 60} 秒`;
  return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}

/** What came of all units, in one sentence. */
export function batchWords(outcomes: readonly Told[], report: string): string {
  const count = (state: Told["state"]): number => outcomes.filter((each) => each.state === state).length;
  const failed = count("refused") + count("crashed");
  return [
    `共 ${outcomes.length} 个单位：生成 ${count("built")} 个，没有变化 ${count("unchanged")} 个，没有生成 ${failed} 个`,
    ...outcomes.flatMap(({ state, data, message }) =>
      state === "crashed" ? [`  ${data.unit}：程序出了意外：${showable(message ?? "")}`] : [],
    ),
    `逐个的结果在 ${report}`,
  ].join("\n");
}

/** What came of all units, for machines. */
export function batchReport(outcomes: readonly Told[]): string {
  const units = outcomes.map(({ data, found, ...outcome }) => ({
    unit: data.unit,
    data: data.file,
    ...outcome,
    found: found.map(({ severity, code, message, place, notes }) => ({
      severity,
      code,
      message,
      ...(place && { file: place.file, line: place.line, column: place.column }),
      notes,
    })),
  }));
  return `${JSON.stringify({ units }, null, 1)}\n`;
}
