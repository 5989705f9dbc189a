import type { Severity } from "../../diagnostic/diagnostic.js";
import { groupedBy } from "../../model/groups.js";
import { STOP } from "../../text/sentences.js";
import type { Rewording } from "../collate/differences.js";
import { diagnoseNumbers } from "./order.js";
import { EITHER_WORDS, eitherWay, placed, quoted, quotedSentence, type Remark, report } from "./saying.js";

/** What differs in one sentence or one line of a table, together; certain mistakes by themselves. */
export function diagnoseRewordings(
  rewordings: readonly Rewording[],
  facts: ReadonlySet<string>,
): readonly Remark[] {
  const numbers = rewordings.filter(({ kind }) => kind === "number");
  const single = rewordings.filter((each) => isCertain(each, facts));
  const contrary = rewordings.filter(isContrary);
  const reported = new Set([...numbers, ...single, ...contrary]);
  const others = rewordings.filter((each) => !reported.has(each));
  return [
    ...single.map((each) => diagnoseCertain(each)),
    ...[...bySentence(contrary)].map((group) => diagnoseGroup(group, "错误")),
    ...[...bySentence(others)].map((group) => diagnoseGroup(group, "警告")),
    ...diagnoseNumbers(numbers),
  ];
}

function isCertain({ kind, expected, found }: Rewording, facts: ReadonlySet<string>): boolean {
  if (kind === "list") return [...expected.split("、"), ...found.split("、")].some((item) => facts.has(item));
  return kind === "cut" || kind === "digits" || kind === "money";
}

function diagnoseCertain(wording: Rewording): Remark {
  const { kind, expected, found, range, where, context } = wording;
  const place = `在：${where}`;
  switch (kind) {
    case "list": {
      const extra = found === "" ? [] : [`多列了：${found}`];
      const missing = expected === "" ? [] : [`没有列：${expected}`];
      const message = "列举的名称与附表里的不一致";
      return report("错误", "审核/矛盾", message, range, place, ...extra, ...missing, EITHER_WORDS);
    }
    case "cut": {
      const message = `${where}的名称没有印完，少了${quoted(expected)}`;
      const remedy = "怎么改：把格子放宽或者让它换行，印出全名；程序会自己换行";
      return report("错误", "审核/文字", message, range, `全名：${context}`, remedy);
    }
    default: {
      const isMoney = kind === "money";
      const message = `${where}${isMoney ? "的金额单位" : ""}印的是${quoted(found)}，应为${quoted(expected)}`;
      return report("错误", isMoney ? "审核/单位" : "审核/数", message, range, eitherWay);
    }
  }
}

/** Those of one sentence, or of one line of a table. */
function bySentence(rewordings: readonly Rewording[]): Iterable<readonly [Rewording, ...Rewording[]]> {
  return groupedBy(rewordings, ({ range: { source, start }, where }) => {
    const sentence = source.text.slice(0, start).split(STOP).length;
    return [source.lines[0]?.offset ?? 0, where, sentence].join("|");
  }).values();
}

/** Words that say the opposite of the data are a mistake; others may be better than the program's. */
function diagnoseGroup([first, ...others]: readonly [Rewording, ...Rewording[]], severity: Severity): Remark {
  const isMistake = severity === "错误";
  const message = isWhole(first)
    ? `这句话${isMistake ? "说的与数据相反" : "与程序印的不同"}`
    : `${saysOf(first)}${isMistake ? "，与数据相反" : ""}`;
  const notes = [...notesOn(first, others), isMistake ? eitherWay : EITHER_WORDS];
  return report(severity, isMistake ? "审核/文字" : "审核/措辞", message, first.range, ...notes);
}

function isWhole({ expected, context }: Rewording): boolean {
  return expected === context && expected.length > LONG;
}

function notesOn({ where, context, expected }: Rewording, others: readonly Rewording[]): readonly string[] {
  return [
    `在：${where}`,
    `程序印的是：${quotedSentence(context === "" ? expected : context)}`,
    ...others.map((each) => placed(each.range, saysOf(each))),
  ];
}

const LONG = 40;

function saysOf({ expected, found, kind }: Rewording): string {
  if (kind === "list") {
    return [found === "" ? "" : `多列了${quoted(found)}`, expected === "" ? "" : `没有列${quoted(expected)}`]
      .filter((each) => each !== "")
      .join("，");
  }
  if (found === "") return `少了${quoted(expected)}`;
  return expected === "" ? `多了${quoted(found)}` : `${quoted(found)}，程序印的是${quoted(expected)}`;
}

/** What a figure does; who writes one for another says what is not so. */
const DIRECTIONS = [/增加|增长|上升/u, /减少|下降|降低/u, /持平/u];

/** Words that turn what is said into its opposite; 不低于 and the like only set a limit. */
const NEGATION = /没有|[无未不](?![低高少多超大小]|赋码)/gu;
/** In longer ranges a word more or less turns nothing round. */
const LONGEST = 12;
const NOTHING_BUT = /^(?:没有|[无未不])$/u;

/** Whether words say the opposite of those that stand there by the data. */
function isContrary({ kind, expected, found }: Rewording): boolean {
  if (kind !== "sentence" && kind !== "name") return false;
  return isOtherDirection(expected, found) || isNegated(expected, found);
}

function isOtherDirection(expected: string, found: string): boolean {
  const [should, says] = [expected, found].map((text) => DIRECTIONS.filter((each) => each.test(text)));
  return should?.length === 1 && says?.length === 1 && should[0] !== says[0];
}

function isNegated(expected: string, found: string): boolean {
  if (Math.max(expected.length, found.length) > LONGEST) return false;
  // what is left out, or put in, with more words is another matter
  if (expected === "" || found === "") return NOTHING_BUT.test(expected + found);
  const count = (text: string): number => text.match(NEGATION)?.length ?? 0;
  return (count(expected) - count(found)) % 2 !== 0;
}
