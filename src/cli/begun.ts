import type { DataFile } from "../project/data-files.js";
import type { BegunUnit } from "../work/new-unit.js";
import { gapLines } from "./gap-list.js";
import { showable } from "./width.js";

/** What a new unit's file asks for, and what to do next. */
export function begunWords({ data, pack, before, gaps }: BegunUnit): string {
  const { unit, year, file } = data;
  const listed = gaps.flatMap(({ place, gap }) => (place && gap ? [{ place, where: gap }] : []));
  const lastYear = before
    ? lastYearWords(data, before)
    : "“上年”写上年公开的数；本年新设的单位，照文件里的话写";
  const lines = [
    `已新建 ${file}（版式 ${pack}），待填的 ${gaps.length} 处：`,
    ...gapLines(listed).map((line) => `  ${line}`),
    "",
    "接下来：",
    `  1. 打开 ${file}，查找“待填”，照批复逐处填上；每处上面有说明，一行不够的，照样加行。${lastYear}`,
    `  2. 运行 npm run check -- --unit ${unit} --year ${year}：没有填的逐处列出，填完了会说哪些增减要写原因`,
    `  3. 想看印出来的样子，随时运行 npm run build-report -- --draft --unit ${unit} --year ${year}：没有填的有底色`,
  ];
  return lines.map(showable).join("\n");
}

/** Whoever has data of the year before need not begin with nothing. */
function lastYearWords({ unit, file }: DataFile, before: DataFile): string {
  const renewed = `移走这个文件，运行 npm run new-year -- --unit ${before.unit} --year ${before.year}`;
  const moved = `，把做出来的移到 ${file}，“代码”改成 ${unit}，下面加一行 原代码: ${before.unit}`;
  return `上年的数从 ${before.file} 算；上年的项目、科目要照搬过来的，${renewed}${before.unit === unit ? "" : moved}`;
}
