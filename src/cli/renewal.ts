import type { Place } from "../diagnostic/diagnostic.js";
import type { LocatedChange, Renewal } from "../renew/renewal.js";
import { palette } from "./colour.js";
import { gapLines } from "./gap-list.js";
import { showable } from "./width.js";

/**
 * What has become of this year's data, of which a check has so many warnings: what stayed, each year that moved, each
 * doubt, each gap, and what to do next.
 */
export function printRenewal(renewal: Renewal, warnings = 0, colour = false): string {
  const { strong } = palette(colour);
  const { from, file, unit, year, carried, changes } = renewal;
  const moved = changes.flatMap((each) => (each.kind === "moved" ? [each] : []));
  const doubts = changes.flatMap((each) => (each.kind === "doubt" ? [each] : []));
  const cleared = changes.flatMap((each) => (each.kind === "cleared" ? [each] : []));
  const gaps = changes.flatMap((each) => (each.kind === "emptied" ? [each] : []));
  const groups: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [`已新建 ${file}（照着 ${from}，它没有动）`, []],
    ["照搬的（金额待填；今年没有的项整项删去，新的项照样加上）：", [carried.join("、")]],
    [`年份往后移了的 ${moved.length} 处，请逐处看：`, moved.map(movedLine)],
    [`没有改、请看一看的 ${doubts.length} 处：`, doubts.map(doubtLine)],
    [`清空、去掉了的 ${cleared.length} 处：`, cleared.map((each) => `${whereIs(each)}：${each.why}`)],
    [`待填的 ${gaps.length} 处：`, gapLines(gaps)],
    ["接下来：", nextSteps(renewal)],
    [
      `${from} 还有 ${warnings} 个警告，没有列在这里：`,
      warnings > 0
        ? [`运行 npm run check -- --unit ${unit} --year ${year - 1}，照样有的，新的一年也会有`]
        : [],
    ],
  ];
  const printed = groups
    .filter(([, lines], index) => index === 0 || lines.length > 0)
    .map(([title, lines]) => [strong(title), ...lines.map((line) => `  ${showable(line)}`)].join("\n"));
  return `${printed.join("\n\n")}\n`;
}

function whereIs({ place, where }: LocatedChange): string {
  return `${fileAndLine(place)} ${where.whole}`;
}

function fileAndLine({ file, line }: Place): string {
  return `${file}:${line}`;
}

function movedLine(each: Extract<LocatedChange, { readonly kind: "moved" }>): string {
  const { old, now, remark } = each;
  const change = firstDifference(old, now);
  const note = remark === "" ? "" : `（${remark}）`;
  const { place, where } = each;
  // a name need not be told as the name of what has that name
  const what = where.part === "名称" ? `${where.key}的名称` : where.whole;
  return `${fileAndLine(place)} ${what}：${clipped(old, change)} → ${clipped(now, change)}${note}`;
}

function doubtLine(each: Extract<LocatedChange, { readonly kind: "doubt" }>): string {
  const year = /\d{4}/.exec(each.why)?.[0] ?? "";
  return `${whereIs(each)}：${clipped(each.text, Math.max(0, each.text.indexOf(year)))}（${each.why}）`;
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

const LONGEST = 60;
const BEFORE = 20;

/** As much of a text as fits, with what stands at `at` in it. */
function clipped(text: string, at: number): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  const from = Math.max(0, Math.min([...text.slice(0, at)].length - BEFORE, characters.length - LONGEST));
  const to = from + LONGEST;
  const shown = characters.slice(from, to).join("");
  return `${from > 0 ? "…" : ""}${shown}${to < characters.length ? "…" : ""}`;
}

function nextSteps({ file, from, unit, year }: Renewal): readonly string[] {
  return [
    `1. 打开 ${file}，查找“待填”，照批复逐处填上，照搬的绩效指标也核对一遍；${from} 要留着，上年的数从那里算`,
    `2. 运行 npm run check -- --unit ${unit} --year ${year}：没有填的逐处列出，填完了会说哪些增减要写原因`,
    `3. 想看印出来的样子，随时运行 npm run build-report -- --draft --unit ${unit} --year ${year}：没有填的有底色`,
  ];
}
