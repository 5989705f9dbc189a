import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { NO_CODE, TARGET_KINDS } from "../../model/budget.js";
import { isGap } from "../../model/gap.js";
import { firstOfEach, repeatsIn } from "../../model/groups.js";
import { isList, type Plain, type Source } from "../../model/source.js";
import { compact } from "../../text/fold.js";
import { checkDates } from "./dates.js";
import { itemsOf, partOf, textOf } from "./written.js";

/** What the shape of the data cannot say: the file's own name, projects that occur twice or have no indicator. */
export function checkReferences(source: Source): readonly Diagnostic[] {
  const projects = itemsOf(partOf(source.value, "项目"));
  return [
    ...checkFile(source),
    ...checkDates(source),
    ...repeated(source, projects),
    ...repeatedTransfers(source),
    ...projects.flatMap((project, index) => withoutLine(source, project, index)),
    ...projects.flatMap((project, index) => withoutTarget(source, project, index)),
    ...projects.flatMap((project, index) => besideReason(source, project, index)),
    ...projects.flatMap((project, index) => keyWithoutTargets(source, project, index)),
  ];
}

/** The file is found by unit and year: both must be the ones that it says inside. */
function checkFile(source: Source): readonly Diagnostic[] {
  const [folder, name] = source.file.split("/").slice(-2);
  const code = textOf(partOf(source.value, "单位"), "代码");
  const year = textOf(source.value, "年度");
  const found: Diagnostic[] = [];
  if (code !== undefined && !isGap(code) && compact(code) !== folder) {
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

const KEYS = ["编码", "名称"] as const;

/** Projects with the code or the name of another one; one that was copied whole is told once. */
function repeated(source: Source, projects: readonly Plain[]): readonly Diagnostic[] {
  const pairs = KEYS.flatMap((key) => {
    const named = projects.flatMap((project, index) => {
      const text = textOf(project, key)?.trim();
      return !text || text === NO_CODE || isGap(text) ? [] : [{ text, index }];
    });
    return repeatsIn(named, ({ text }) => text).map(([first, again]) => ({ key, first, again }));
  });
  const told = firstOfEach(pairs, ({ first, again }) => `${first.index} ${again.index}`);
  return told.map(({ key, first, again: { text, index } }) => {
    const isWhole = pairs.some((each) => each.key !== key && each.again.index === index);
    const remedy = key === "编码" ? "；系统还没有给编码的写 未赋码" : "";
    return problem(
      "数据/重复",
      `两个项目的${key}都是“${text}”${isWhole ? "，名称也相同" : ""}，另一个在第 ${source.placeOf(["项目", first.index, key]).line} 行`,
      source.placeOf(["项目", index, key]),
      `怎么改：核对${isWhole ? KEYS.join("和") : key}；同一个项目写了两次的，把支出合在一起，删去一处${remedy}`,
    );
  });
}

/** They have no codes, so that nothing but their names tells them apart. */
function repeatedTransfers(source: Source): readonly Diagnostic[] {
  const named = itemsOf(partOf(source.value, "专项转移支付")).flatMap((transfer, index) => {
    const text = textOf(transfer, "名称")?.trim();
    return !text || isGap(text) ? [] : [{ text, index }];
  });
  return repeatsIn(named, ({ text }) => text).map(([first, { text, index }]) => {
    const place = (at: number) => source.placeOf(["专项转移支付", at, "名称"]);
    return problem(
      "数据/重复",
      `两个专项转移支付的名称都是“${text}”，另一个在第 ${place(first.index).line} 行`,
      place(index),
      "怎么改：同一个写了两次的，把金额合在一起，删去一处；不是同一个的，名称写全，使人分得开",
    );
  });
}

function withoutLine(source: Source, project: Plain, index: number): readonly Diagnostic[] {
  const lines = partOf(project, "支出");
  if (!isList(lines) || lines.length > 0) return [];
  const remedy = "至少写一行 功能科目、经济科目、资金来源、财政拨款、金额；没有预算的项目，整个删去";
  return [lacking(source, project, [index, "支出"], "没有一行支出明细", remedy)];
}

function withoutTarget(source: Source, project: Plain, index: number): readonly Diagnostic[] {
  const targets = partOf(project, "绩效目标");
  const lists = TARGET_KINDS.map((kind) => partOf(targets, kind));
  if (!lists.every((list) => isList(list) && list.length === 0)) return [];
  const remedy =
    "照批复的绩效目标表，至少写一条 三级指标 和 指标值；没有编制的，写成 绩效目标: { 未编制: 原因 }";
  return [lacking(source, project, [index, "绩效目标"], "没有一条绩效指标", remedy)];
}

/** Indicators, or another reason, beside the reason why none are shown: what is withheld must not be in the file at all. */
function besideReason(source: Source, project: Plain, index: number): readonly Diagnostic[] {
  const targets = partOf(project, "绩效目标");
  if (typeof targets !== "object" || isList(targets)) return [];
  const reason = ["不公开", "未编制"].find((key) => Object.hasOwn(targets, key));
  const other = Object.keys(targets).find((key) => key !== reason);
  if (!reason || other === undefined) return [];
  const why =
    reason === "不公开"
      ? "说明：构建记录里有数据的全文，不能公开的，数据里也不写"
      : "说明：编制了绩效目标的，不写“未编制”";
  return [
    problem(
      "数据/项目",
      `“绩效目标”写了“${reason}”，又写了“${other}”`,
      source.placeOfKey(["项目", index, "绩效目标", other]),
      why,
      `怎么改：只留“${reason}”；不是这样的，删去“${reason}”`,
    ),
  ];
}

/** 重点项目 are those whose targets are published one by one. */
function keyWithoutTargets(source: Source, project: Plain, index: number): readonly Diagnostic[] {
  const targets = partOf(project, "绩效目标");
  const isUntargeted = typeof targets === "object" && !isList(targets) && Object.hasOwn(targets, "未编制");
  if (!isUntargeted || textOf(project, "重点项目") !== "是") return [];
  const remedy = "照批复写绩效目标；没有编制的，删去 重点项目: 是";
  return [lacking(source, project, [index, "重点项目"], "是重点项目，却没有编制绩效目标", remedy)];
}

function lacking(
  source: Source,
  project: Plain,
  [index, key]: readonly [number, string],
  what: string,
  remedy: string,
): Diagnostic {
  const name = textOf(project, "名称");
  const message = `项目${name ? `“${name}”` : `第 ${index + 1} 项`}${what}`;
  return problem("数据/项目", message, source.placeOfKey(["项目", index, key]), `怎么改：${remedy}`);
}
