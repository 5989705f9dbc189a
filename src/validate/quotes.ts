import { type Diagnostic, type Place, problem, warning } from "../diagnostic/diagnostic.js";
import { type Budget, RESTATED } from "../model/budget.js";
import { projectsOf } from "../model/consolidation.js";
import type { Measure } from "../model/pack/measure.js";
import { type Quote, quoted, quotesIn, quotingWords, spentCodes } from "../model/quote.js";
import { type Path, type Source, textsIn, valueAt, type Written } from "../model/source.js";
import { FACTS, HELPERS } from "../model/template.js";
import { meantWord, unknownName } from "./schema/names.js";

/** More are no sentence. */
const MOST = 30;

const WAYS =
  "怎么改：本年的写 {{项目支出}}，上年的写 {{上年 项目支出}}，相差的写 {{增减额 项目支出}}；一个项目、一个科目的写 {{项目 编码}}、{{科目 代码}}；年份、单位名称直接写";

/** What its names are held against. */
interface Known {
  readonly budget: Budget;
  readonly lastYear: Budget | undefined;
  readonly measures: ReadonlyMap<string, Measure>;
}

/** What of the figures that the officer's words ask for there is not. */
export function checkQuotes(known: Known): readonly Diagnostic[] {
  const found = quotingWords(known.budget).flatMap((written) => {
    const quotes = quotesIn(written.text);
    const excess = quotes[MOST];
    return [
      ...quotes.slice(0, MOST).flatMap((quote) => checkQuote(quote, written, known)),
      ...(excess ? [tooMany(placeOf(excess, written))] : []),
    ];
  });
  return [...found, ...unusedStandards(known.budget)];
}

/**
 * The same of measures alone, and of data that cannot be read as a budget: projects and codes are known only where what
 * is written of them is right.
 */
export function checkQuotedMeasures(
  source: Source,
  measures: ReadonlyMap<string, Measure>,
): readonly Diagnostic[] {
  return QUOTING.flatMap((path) =>
    [...textsIn(valueAt(source.value, path) ?? [], path)].flatMap(({ text, path: at }) =>
      quotesIn(text)
        .slice(0, MOST)
        .filter(({ of }) => of === "口径")
        .flatMap((quote) => unknownMeasure(quote, source.written(at), measures)),
    ),
  );
}

const QUOTING: readonly Path[] = [["单位", "主要职责"], ["原因"]];

/** Declared so that they may be typed, and typed nowhere: mostly left from another year. */
function unusedStandards(budget: Budget): readonly Diagnostic[] {
  const texts = [
    ...quotingWords(budget).map(({ text }) => text),
    ...projectsOf(budget).flatMap(({ untargeted }) => untargeted?.reason.text ?? []),
  ];
  return budget.standards.flatMap(({ text, at }) => {
    if (texts.some((words) => words.includes(text))) return [];
    const remedy = "怎么改：文字里怎样写，这里就怎样写；文字里已经没有的，删去这一条";
    return [warning("数据/引用", `标准“${text}”在文字里没有用到`, at(0, text.length), remedy)];
  });
}

function placeOf({ from, to }: Quote, written: Written): Place {
  return written.at(from, to - from);
}

function tooMany(place: Place): Diagnostic {
  const message = `一段话里引用的数超过 ${MOST} 个`;
  return problem("数据/取值", message, place, "怎么改：数多的，用附表说明");
}

function checkQuote(quote: Quote, written: Written, known: Known): readonly Diagnostic[] {
  const { of, name, when } = quote;
  const place = placeOf(quote, written);
  const refused = (code: "数据/引用" | "数据/取值", message: string, remedy: string) => [
    problem(code, message, place, remedy),
  ];
  if (of === "口径") return unknownMeasure(quote, written, known.measures);
  if (when !== "本年" && known.budget.lastYear.restated) {
    const remedy = "怎么改：引用“上年”里写的口径，或者只写话";
    return refused("数据/引用", `上年数是${RESTATED}的，不取上年的数据文件，不知道这个${of}上年的数`, remedy);
  }
  if (when !== "本年" && !known.lastYear) {
    const remedy = "怎么改：把上年的数据文件放进 data，或者只写话";
    return refused("数据/引用", `没有上年的数据文件，不知道这个${of}上年的数`, remedy);
  }
  if (of === "项目" && when === "增减额" && !isOfBothYears(name, known)) {
    const remedy = "怎么改：分别写 {{项目 编码}} 和 {{上年 项目 上年的编码}}";
    return refused("数据/取值", `上年没有编码也是“${name}”的项目，不能引用它的增减额`, remedy);
  }
  const names = namesOf(quote, known);
  const isKnown = names.includes(name) && quoted(quote, known.budget, known.measures) !== undefined;
  if (isKnown) return [];
  return of === "科目"
    ? [
        problem(
          "数据/引用",
          `支出里没有用到科目“${name}”`,
          place,
          ...meantWord(name, names),
          "怎么改：换成支出里用到的科目；多余的，删去这一处",
        ),
      ]
    : [unknownName("数据/引用", place, of, name, names)];
}

function unknownMeasure(
  quote: Quote,
  written: Written,
  measures: ReadonlyMap<string, Measure>,
): readonly Diagnostic[] {
  const { from, to, of, name } = quote;
  if (measures.has(name)) return [];
  const place = placeOf(quote, written);
  if (!isTemplate(name)) return [unknownName("数据/引用", place, of, name, measures.keys())];
  const shown = written.text.slice(from, to);
  return [problem("数据/引用", `${shown} 不是引用数的写法，数据的文字里只能按名称引用数`, place, WAYS)];
}

/** Whether a project goes on under its code: of others, nothing says which of last year's is the same. */
function isOfBothYears(name: string, { budget, lastYear }: Known): boolean {
  return [budget, lastYear].every(
    (year) => year && projectsOf(year).some(({ code }) => code?.value === name),
  );
}

/** Facts and helpers, and what has signs and several words, are of templates. */
function isTemplate(name: string): boolean {
  return (
    /^$|[\s#/&^>~]|^(?:上年|增减额|项目|科目)$/.test(name) ||
    (FACTS as readonly string[]).includes(name) ||
    Object.hasOwn(HELPERS, name)
  );
}

/** What projects or codes there are. */
function namesOf({ of, when }: Quote, { budget, lastYear }: Known): readonly string[] {
  const before = when === "本年" || !lastYear ? [] : [lastYear];
  if (of === "科目") return [...new Set([budget, ...before].flatMap((year) => [...spentCodes(year)]))];
  return when === "上年"
    ? before.flatMap(projectsOf).flatMap(({ code }) => code?.value ?? [])
    : projectsOf(budget).flatMap(({ code, name }) => [...(code ? [code.value] : []), name.text]);
}
