import { type Diagnostic, problem } from "../../diagnostic.js";
import { NO_CODE, TARGET_KINDS } from "../../model/budget.js";
import { isGap } from "../../model/gap.js";
import type { Plain, Source } from "../../model/source.js";
import { checkDates } from "./dates.js";
import { itemsOf, partOf, textOf } from "./written.js";

/** What the shape of the data cannot say: the file's own name, projects that occur twice or have no indicator. */
export function checkReferences(source: Source): readonly Diagnostic[] {
  const projects = itemsOf(partOf(source.value, "项目"));
  return [
    ...checkFile(source),
    ...checkDates(source),
    ...repeated(source, projects, "编码"),
    ...repeated(source, projects, "名称"),
    ...projects.flatMap((project, index) => withoutLine(source, project, index)),
    ...projects.flatMap((project, index) => withoutTarget(source, project, index)),
  ];
}

/** The file is found by unit and year: both must be the ones that it says inside. */
function checkFile(source: Source): readonly Diagnostic[] {
  const [folder, name] = source.file.split("/").slice(-2);
  const code = textOf(partOf(source.value, "单位"), "代码");
  const year = textOf(source.value, "年度");
  const found: Diagnostic[] = [];
  if (code !== undefined && !isGap(code) && code !== folder) {
    found.push(misplaced(source, ["单位", "代码"], `单位代码写的是 ${code}，文件却在文件夹 ${folder} 里`));
  }
  if (year !== undefined && /^\d{4}$/.test(year) && `${year}.yaml` !== name) {
    found.push(misplaced(source, ["年度"], `年度写的是 ${year}，文件名却是 ${name}`));
  }
  return found;
}

function misplaced(source: Source, path: readonly string[], message: string): Diagnostic {
  const remedy = "怎么改：核对哪一个对，改正另一个；数据文件应放在 data/单位代码/年度.yaml";
  return problem("数据/取值", message, source.placeOf(path), remedy);
}

function repeated(source: Source, projects: readonly Plain[], key: "编码" | "名称"): readonly Diagnostic[] {
  const firsts = new Map<string, number>();
  return projects.flatMap((project, index) => {
    const text = textOf(project, key)?.trim();
    if (!text || text === NO_CODE || isGap(text)) return [];
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, index);
    return first === undefined ? [] : [repeatedProject(source, key, text, index, first)];
  });
}

function repeatedProject(
  source: Source,
  key: string,
  text: string,
  index: number,
  first: number,
): Diagnostic {
  const { line } = source.placeOf(["项目", first, key]);
  return problem(
    "数据/重复",
    `两个项目的${key}都是“${text}”，另一个在第 ${line} 行`,
    source.placeOf(["项目", index, key]),
    key === "编码"
      ? "怎么改：核对编码；同一个项目写了两次的，把支出合在一起，删去一处；系统还没有给编码的写 未赋码"
      : "怎么改：核对名称；同一个项目写了两次的，把支出合在一起，删去一处",
  );
}

function withoutLine(source: Source, project: Plain, index: number): readonly Diagnostic[] {
  const lines = partOf(project, "支出");
  if (!Array.isArray(lines) || lines.length > 0) return [];
  return [
    problem(
      "数据/项目",
      `项目${nameOf(project, index)}没有一行支出明细`,
      source.placeOfKey(["项目", index, "支出"]),
      "怎么改：至少写一行 功能科目、经济科目、资金来源、财政拨款、金额；没有预算的项目，整个删去",
    ),
  ];
}

function nameOf(project: Plain, index: number): string {
  const name = textOf(project, "名称");
  return name ? `“${name}”` : `第 ${index + 1} 项`;
}

function withoutTarget(source: Source, project: Plain, index: number): readonly Diagnostic[] {
  const targets = partOf(project, "绩效目标");
  const lists = TARGET_KINDS.map((kind) => partOf(targets, kind));
  if (!lists.every((list) => Array.isArray(list) && list.length === 0)) return [];
  return [
    problem(
      "数据/项目",
      `项目${nameOf(project, index)}没有一条绩效指标`,
      source.placeOfKey(["项目", index, "绩效目标"]),
      "怎么改：照批复的绩效目标表，至少写一条 三级指标 和 指标值",
    ),
  ];
}
