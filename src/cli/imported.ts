import { few, groupedBy } from "../model/groups.js";
import type { Disagreed } from "../work/import/data.js";
import type { Imported } from "../work/import/import.js";
import { showable } from "./width.js";

/** What an import has taken and written, what it asks, and what to do next. */
export function importWords(done: Imported): string {
  const { data, isNew, taken, disagreements, questions, amounts, cells, origins } = done;
  const { unit, year, file } = data;
  const extra = disagreements.filter(({ kind }) => kind === "extra");
  const others = disagreements.filter(({ kind }) => kind !== "extra");
  const groups: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [isNew ? `已新建 ${file}` : `已写进 ${file}，写过的没有动`, []],
    ["取了：", taken],
    [`与数据里写的不同的 ${others.length} 处，数据没有动：`, others.map(disagreementLine)],
    [
      `数据里有、文件里没有的 ${extra.length} 处，数据没有动：`,
      [...groupedBy(extra, ({ path }) => path[0])].map(([section, some]) => extraLine(String(section), some)),
    ],
    ["要您定的：", questions.map((each, index) => `${index + 1}. ${each}`)],
    [
      "接下来：",
      [
        `看填到了哪里，还缺什么：npm run check -- --unit ${unit} --year ${year}`,
        `看印出来的样子：npm run build-report -- --draft --unit ${unit} --year ${year}`,
        ...(origins === undefined ? [] : [`每个金额是从哪一格读来的：${origins}`]),
      ],
    ],
    [amounts.given > 0 ? `明细里 ${amounts.given} 个金额，取了 ${amounts.taken} 个` : "", []],
    [cells.given > 0 ? `附表里 ${cells.given} 个数，照推出的明细再印，${cells.again} 个相同` : "", []],
  ];
  return groups
    .filter(([title, lines]) => lines.length > 0 || !(title === "" || title.endsWith("：")))
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${showable(line)}`)].join("\n"))
    .join("\n\n");
}

function disagreementLine({ place, path, kind, there, given }: Disagreed): string {
  const where = `${place.file}:${place.line} ${path.filter((step) => typeof step === "string").join("的")}`;
  if (kind === "lacking") return `${where}：数据里写的是没有（${there}），文件里有 ${given}`;
  return `${where}：数据里是 ${there}，文件里是 ${given}`;
}

const MOST_SHOWN = 10;

/** What a list lacks that the data has: it may be one list of several. */
function extraLine(section: string, some: readonly [Disagreed, ...Disagreed[]]): string {
  const lines = some.map(({ place }) => `第 ${place.line} 行`);
  return `${some[0].place.file} ${section}：${few(lines, MOST_SHOWN, " ", "处")}`;
}
