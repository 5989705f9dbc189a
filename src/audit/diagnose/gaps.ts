import type { Missing, Reading, Superfluous } from "../collate/differences.js";
import { textOf } from "../words/placed-text.js";
import { consequences, eitherWay, placed, quoted, quotedSentence, type Remark, report } from "./saying.js";

/** A term as it is explained: 六、其他收入：是指…. */
const TERM = /^[一二三四五六七八九十]+、([^：:]{2,20})[：:]/u;
/** What is quoted in a message; notes have more room. */
const SHORT = 24;

/** What is to be said of something missing; if not `whole`, it may stand in a part of the document that could not be read. */
export function diagnoseMissing(missing: Missing, shifted: readonly Reading[], whole: boolean): Remark {
  const notes = [`在：${missing.where}`, ...detailsOf(missing), ...consequences(shifted)];
  if (!whole) {
    const message = `没有找到${subjectOf(missing)}，可能在没有读出来的地方`;
    return report("警告", "审核/没有核对", message, missing.beside, ...notes);
  }
  const severity = missing.what === "words" ? "警告" : "错误";
  const message = `缺${subjectOf(missing)}`;
  return report(severity, "审核/缺少", message, missing.beside, ...notes, eitherWay);
}

/** Numbers, titles and units that stand above tables, together: what made one lose them made the others. */
export function diagnoseCaptions(missing: readonly Missing[]): readonly Remark[] {
  const [first] = missing;
  if (!first) return [];
  const places = missing.map(({ where, expected, beside }) => {
    const words = `${where}缺${expected.map((each) => quoted(each)).join("、")}`;
    return beside ? placed(beside, words) : words;
  });
  const message = `表的上方缺字，有 ${missing.length} 张表`;
  return [report("警告", "审核/缺少", message, first.beside, ...places, eitherWay)];
}

function subjectOf({ what, expected }: Missing): string {
  const [first = "", ...others] = expected;
  const term = TERM.exec(first)?.[1];
  switch (what) {
    case "table":
      return `表${quoted(first)}`;
    case "row":
      return `${quoted(first)}一行`;
    case "figure":
      return `数 ${expected.join("、")}`;
    case "phrase":
      return `${quoted(first, SHORT)}这几个字`;
    case "words":
    case "caption":
      return quoted(expected.join(" "));
    case "sentence":
      if (term && others.length === 0) return `名词解释${quoted(term)}，文件里用到了它`;
      return others.length > 0
        ? `${quoted(first, SHORT)}起的 ${expected.length} 句`
        : `${quoted(first, SHORT)}这一句`;
  }
}

function detailsOf({ what, expected }: Missing): readonly string[] {
  if (what === "row" && expected.length > 1) return [`按数据，这一行的数：${expected.slice(1).join("，")}`];
  return what === "sentence" || what === "phrase"
    ? expected.filter(({ length }) => length > SHORT).map((each) => `应有：${quotedSentence(each)}`)
    : [];
}

/** `isUsed` tells whether a term occurs elsewhere than where it is explained. */
export function diagnoseSuperfluous(
  superfluous: Superfluous,
  shifted: readonly Reading[],
  isUsed: (term: string) => boolean,
): Remark {
  const { what, range, where } = superfluous;
  const text = superfluous.shown ?? textOf(range);
  const term = TERM.exec(text)?.[1];
  if (what === "sentence" && term && !isUsed(term)) {
    const message = `解释了名词${quoted(term)}，文件里却没有用到它`;
    const remedy = "怎么改：删去这一条，后面的重新编号；程序只解释用到的名词";
    return report("错误", "审核/多出", message, range, remedy);
  }
  const severity = what === "words" ? "警告" : "错误";
  const notes = [...(where === "" ? [] : [`在：${where}`]), ...consequences(shifted)];
  return report(severity, "审核/多出", strangeness(superfluous, text), range, ...notes, eitherWay);
}

function strangeness({ what }: Superfluous, text: string): string {
  switch (what) {
    case "row":
      return `多出一行${quoted(text)}`;
    case "figure":
      return `多出数 ${quoted(text)}，按数据这里没有数`;
    case "sentence":
    case "words":
      return `多出一段话${quoted(text)}`;
  }
}
