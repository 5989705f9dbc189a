import { figureAt, figuresIn, isNarrative } from "../model/passage.js";
import { figureText } from "../model/printed.js";
import { tableName } from "../model/table-words.js";
import { covering, properNames } from "./masks.js";
import { type Finding, matches, type Proof, type ReadPassage, type Remarks, type Rule } from "./rule.js";

const MONEY = /^(?:万亿|万|亿)?元(?!旦|宵)|^[万亿]/;
/** With the character behind it, which may make another word of it. */
const LONGEST_UNIT = 8;
/** Units that were typed twice; 单元元件 has none. */
const TWICE = /(?<![单公多二三两])元元(?![年件素旦宵老])|万元[万亿]?元|亿元[万亿]?元|%%|％％/g;
/** In a name that was approved, only behind a number. */
const TWICE_IN_NAMES = /(?<=[\d万亿千百十])元元|万元[万亿]?元|亿元[万亿]?元|%%|％％/g;

/** 单位：万元 above a table, or 金额单位：人民币元; 单位名称 is none. */
const ABOVE = /(?:^|[额量（(])单位[：:]\s*(?:人民币)?(\p{Script=Han}*)/u;

export const UNITS: Rule<Proof> = {
  code: "校对/计量单位",
  severity: "错误",
  says: "数后面只有一个单位，由程序印出，不再手写；两个数之间要有话；表上方的单位是表里的数的单位",
  certainty: "实务",
  basis: "实务：已公开文件中有“元元”、把万元写成元的错",
  examine: (proof) => {
    const { passages } = proof;
    const cover = covering(properNames(proof));
    const names = passages.filter(({ kind }) => kind === "cell");
    const others = passages.filter(({ kind }) => kind !== "cell");
    return [
      ...passages.filter(isNarrative).flatMap(behindFigures),
      ...passages.flatMap(wrongUnitAbove),
      ...matches(others, TWICE, twice, ({ text }) => cover(text)),
      ...matches(names, TWICE_IN_NAMES, twice),
    ];
  },
};

function twice(found: string): Remarks {
  return { message: `“${found}”里单位写了两次`, remedy: "只留一个单位" };
}

/** Amounts are printed in the table's unit, whatever stands above it. */
function wrongUnitAbove(passage: ReadPassage): readonly Finding[] {
  const { kind, text, table } = passage;
  if (kind !== "title" || !table?.unit || !table.hasFigure) return [];
  const { unit } = table;
  const above = ABOVE.exec(text)?.[1];
  if (above === undefined || above === unit) return [];
  const message = `${tableName(table)}里的数以${unit}计，表上方写的是“${text}”`;
  return [{ passage, start: 0, end: text.length, message, remedy: `改成“单位：${unit}”` }];
}

function behindFigures(passage: ReadPassage): readonly Finding[] {
  return [...figuresIn(passage)].flatMap(([start, figure]) => {
    const shown = figureText(figure);
    const next = figureAt(passage, start + 1);
    if (next) {
      const message = `两个数连在一起：“${shown}${figureText(next)}”`;
      return [{ passage, start, end: start + 2, message, remedy: "两个数之间写上话或标点" }];
    }
    const unit = repeatedUnit(figure.unit, passage.text.slice(start + 1, start + LONGEST_UNIT + 1));
    if (!unit) return [];
    const message = `“${shown}”后面又写了单位“${unit}”`;
    const end = start + 1 + unit.length;
    return [{ passage, start, end, message, remedy: `删去“${unit}”，单位由程序印出` }];
  });
}

/** The unit that the words behind a figure begin with. 共9个个体户 and 3个人 have none. */
function repeatedUnit(unit: string, rest: string): string | undefined {
  if (unit === "万元" || unit === "元") return MONEY.exec(rest)?.[0];
  if (unit === "%") return /^[%％]/.exec(rest)?.[0];
  return rest.startsWith(unit) && !/^个[体人别]|^家[庭长]|^年[度初末底]/.test(rest) ? unit : undefined;
}
