import { CLEAR_LINE, type ProgressOutput, room } from "./progress.js";
import { columns } from "./width.js";

const WIDEST_BAR = 24;
const NARROWEST_BAR = 8;
/** Where a line cannot be written over, one is written every so many milliseconds. */
const INTERVAL = 5000;
/** So many units tell how fast it goes now: what is skipped takes no time, and tells nothing of what is not. */
const RECENT = 30;

/** Tells how far a run over `total` units is, how fast it goes and how long it will take. */
export function batchProgress(
  total: number,
  output: ProgressOutput,
): (outcome: { readonly state: string }) => void {
  const begin = output.now();
  const ends = [begin];
  let done = 0;
  let failed = 0;
  let last = begin;
  if (output.terminal && total > 0) output.write(fitted(0, total, [`0/${total}`], output));
  return ({ state }) => {
    done++;
    if (state === "refused" || state === "crashed") failed++;
    const now = output.now();
    ends.push(now);
    if (ends.length > RECENT + 1) ends.shift();
    const isLast = done === total;
    if (!output.terminal && !isLast && now - last < INTERVAL) return;
    last = now;
    const said = words({ done, total, failed, elapsed: now - begin, perUnit: perUnit(ends) });
    output.write(
      output.terminal
        ? `${CLEAR_LINE}${fitted(done, total, said, output)}${isLast ? "\n" : ""}`
        : `${said.join("，")}\n`,
    );
  };
}

/** Milliseconds that a unit takes, from the moments at which the last ones ended. */
function perUnit(ends: readonly number[]): number {
  const [first = 0] = ends;
  return Math.max(1, (ends.at(-1) ?? 0) - first) / (ends.length - 1);
}

type Standing = Readonly<Record<"done" | "total" | "failed" | "elapsed" | "perUnit", number>>;

/** What matters most first. */
function words({ done, total, failed, elapsed, perUnit }: Standing): readonly string[] {
  const isLast = done === total;
  const rate = 1000 / Math.max(1, isLast ? elapsed / done : perUnit);
  return [
    `${done}/${total}`,
    isLast ? `用时 ${timeWords(elapsed)}` : `还要 ${timeWords((total - done) * perUnit)}`,
    ...(failed > 0 ? [`${failed} 个没有生成`] : []),
    rate < 1 ? `每分钟 ${(rate * 60).toFixed(0)} 个` : `每秒 ${rate.toFixed(1)} 个`,
  ];
}

/** The words that one line of the terminal holds, after a bar where there is room for one. */
function fitted(done: number, total: number, said: readonly string[], output: ProgressOutput): string {
  const last = said.findLastIndex((_, index) => columns(said.slice(0, index + 1).join("，")) <= room(output));
  const text = said.slice(0, last + 1).join("，");
  const bar = Math.min(WIDEST_BAR, room(output) - columns(text) - "[] ".length);
  if (bar < NARROWEST_BAR) return text;
  const full = Math.floor((bar * done) / total);
  // signs that every terminal makes one column wide: blocks are two in some Chinese ones
  return `[${"#".repeat(full)}${"-".repeat(bar - full)}] ${text}`;
}

function timeWords(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  if (whole < 60) return `${whole} 秒`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} 分 ${whole % 60} 秒`;
  return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}
