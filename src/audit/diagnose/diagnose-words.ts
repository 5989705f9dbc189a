import type { Diagnostic } from "../../diagnostic.js";
import type { Reordering, Wording, Writing } from "../collate/differences.js";
import { textOf } from "../words/align.js";
import { eitherWay, type Names, placed, quoted, quotedSentence, report } from "./saying.js";

const EITHER = "怎么改：程序印的对，重新生成；文件里的更好，改模板或数据，再生成";

/** What differs in one sentence or one line of a table, together; certain mistakes by themselves. */
export function diagnoseWordings(
  wordings: readonly Wording[],
  facts: ReadonlySet<string>,
  names: Names,
): readonly Diagnostic[] {
  const numbers = wordings.filter(({ kind }) => kind === "number");
  const single = wordings.filter((each) => isCertain(each, facts));
  const others = wordings.filter((each) => !numbers.includes(each) && !single.includes(each));
  return [
    ...single.map((each) => diagnoseCertain(each, names)),
    ...bySentence(others).flatMap((group) => diagnoseGroup(group, names)),
    ...diagnoseNumbers(numbers, names),
  ];
}

function isCertain({ kind, expected, found }: Wording, facts: ReadonlySet<string>): boolean {
  if (kind === "list") return [...expected.split("、"), ...found.split("、")].some((item) => facts.has(item));
  return kind === "cut" || kind === "digits" || kind === "money";
}

function diagnoseCertain(wording: Wording, names: Names): Diagnostic {
  const { kind, expected, found, stretch, where, context } = wording;
  const place = `在：${where}`;
  switch (kind) {
    case "list": {
      const extra = found === "" ? [] : [`多列了：${found}`];
      const missing = expected === "" ? [] : [`没有列：${expected}`];
      const message = "列举的名称与附表里的不一致";
      return report("错误", "审核/矛盾", message, stretch, names, place, ...extra, ...missing, EITHER);
    }
    case "cut":
      return report(
        "错误",
        "审核/文字",
        `${where}的名称没有印完，少了${quoted(expected)}`,
        stretch,
        names,
        `全名：${context}`,
        "怎么改：把格子放宽或者让它换行，印出全名；程序会自己换行",
      );
    case "money":
      return report(
        "错误",
        "审核/单位",
        `${where}的金额单位印的是${quoted(found)}，应为${quoted(expected)}`,
        stretch,
        names,
        EITHER,
      );
    default:
      return report(
        "错误",
        "审核/数",
        `${where}印的是${quoted(found)}，应为${quoted(expected)}`,
        stretch,
        names,
        eitherWay(names),
      );
  }
}

/** Wordings of one sentence, or of one line of a table. */
function bySentence(wordings: readonly Wording[]): readonly (readonly Wording[])[] {
  const groups = new Map<string, Wording[]>();
  for (const wording of wordings) {
    const { strip, start } = wording.stretch;
    const sentence = strip.text.slice(0, start).split(/[。！？]/u).length;
    const line = strip.lines[0]?.offset ?? 0;
    const key = [line, wording.where, sentence].join("|");
    groups.set(key, [...(groups.get(key) ?? []), wording]);
  }
  return [...groups.values()];
}

function diagnoseGroup(group: readonly Wording[], names: Names): readonly Diagnostic[] {
  const [first, ...others] = group;
  if (!first) return [];
  const message =
    first.expected === first.context && first.expected.length > LONG
      ? "这句话与程序印的不同"
      : `${saysOf(first)}`;
  return [
    report(
      "警告",
      "审核/措辞",
      message,
      first.stretch,
      names,
      `在：${first.where}`,
      `程序印的是：${quotedSentence(first.context === "" ? first.expected : first.context)}`,
      ...others.map((each) => placed(each.stretch, saysOf(each))),
      EITHER,
    ),
  ];
}

const LONG = 40;

function saysOf({ expected, found, kind }: Wording): string {
  if (kind === "list") {
    return [found === "" ? "" : `多列了${quoted(found)}`, expected === "" ? "" : `没有列${quoted(expected)}`]
      .filter((each) => each !== "")
      .join("，");
  }
  if (found === "") return `少了${quoted(expected)}`;
  return expected === "" ? `多了${quoted(found)}` : `${quoted(found)}，程序印的是${quoted(expected)}`;
}

/** One heading more or less changes the numbers of all that follow. */
function diagnoseNumbers(numbers: readonly Wording[], names: Names): readonly Diagnostic[] {
  const [first, ...others] = numbers;
  if (!first) return [];
  const more = others.length > 0 ? `，后面还有 ${others.length} 处编号随之不同` : "";
  return [
    report(
      "警告",
      "审核/次序",
      `编号${quoted(first.found)}，程序印的是${quoted(first.expected)}${more}`,
      first.stretch,
      names,
      `在：${first.where}`,
      EITHER,
    ),
  ];
}

/** So many lines are enough to show that the order is another. */
const ENOUGH = 5;

/** Sentences together: what was moved, and what it was moved over, cannot be told apart. */
export function diagnoseReorderings(reorderings: readonly Reordering[], names: Names): readonly Diagnostic[] {
  const sentences = reorderings.filter(({ what }) => what === "sentence");
  const rows = reorderings.filter(({ what }) => what === "row");
  return [...movedSentences(sentences, names), ...rows.map((each) => movedRows(each, names))];
}

function movedSentences(sentences: readonly Reordering[], names: Names): readonly Diagnostic[] {
  const [first] = sentences;
  if (!first) return [];
  const places = sentences.map(({ stretch }) => placed(stretch, quoted(textOf(stretch))));
  const message = `有 ${sentences.length} 句话的位置与程序印的不同`;
  return [report("警告", "审核/次序", message, first.stretch, names, ...places, EITHER)];
}

function movedRows({ where, moved, stretch }: Reordering, names: Names): Diagnostic {
  const places = moved.map(
    ({ name, behind }) => `${quoted(name)}应在${behind === "" ? "最前面" : `${quoted(behind)}后面`}`,
  );
  const more = places.length > ENOUGH ? [`等 ${places.length} 行`] : [];
  return report(
    "警告",
    "审核/次序",
    `${where}各行的次序与程序印的不同`,
    stretch,
    names,
    ...places.slice(0, ENOUGH),
    ...more,
    "怎么改：各行按科目或项目的编码排列；程序会自己排",
  );
}

/** Numbers with other decimals, once for each table or section. */
export function diagnoseWritings(writings: readonly Writing[], names: Names): readonly Diagnostic[] {
  const places = new Map<string, Writing[]>();
  for (const each of writings.filter(({ what }) => what === "decimals")) {
    places.set(each.where, [...(places.get(each.where) ?? []), each]);
  }
  return [...places].flatMap(([where, own]) => {
    const [first] = own;
    if (!first) return [];
    const shown = [...new Set(own.map(({ found }) => found))].join("、");
    const message = `${where}里的数小数位数与别处不一：${shown}`;
    const example = `共 ${own.length} 处，例如 ${first.found} 应印成 ${first.expected}`;
    const remedy = "怎么改：金额一律印两位小数；程序会自己印";
    return [report("警告", "审核/写法", message, first.stretch, names, example, remedy)];
  });
}
