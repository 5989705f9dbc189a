import { FIGURE, figuresIn, isNarrative } from "../model/passage.js";
import { figureText } from "../model/printed.js";
import type { Finding, ReadPassage, Rule } from "./rule.js";
import { plainName } from "./same-name.js";

/** What may stand between the name of a measure and its figure. */
const BETWEEN = /(?:年初)?(?:预算)?(?:数)?(?:安排|合计|总额)?(?:为|是|共|约)?$/;

export const NAMED_FIGURES: Rule = {
  code: "校对/名数不符",
  severity: "错误",
  says: "数前面写的是哪个口径的名称，印的就是哪个口径的数",
  certainty: "实务",
  basis: "实务：已公开文件中，有公务用车购置费和运行费写颠倒的错",
  examine: ({ passages, pack }) => {
    const names = [...pack.measures.keys()].sort((a, b) => b.length - a.length);
    return passages.filter(isNarrative).flatMap((passage) => wrongIn(passage, names));
  },
};

/** `names` are those of all measures, the longest first. */
function wrongIn(passage: ReadPassage, names: readonly string[]): readonly Finding[] {
  return [...figuresIn(passage)].flatMap(([start, figure]) => {
    // an item of a list goes by its own name
    if (figure.derived || !names.includes(figure.measure)) return [];
    const named = nameBefore(clauseBefore(passage.text, start), names);
    if (named === undefined || figure.measure.includes(named)) return [];
    const message = `前面写的是“${named}”，印的是“${figure.measure}”的数 ${figureText(figure)}`;
    const remedy = `改成 {{${figure.unit === "万元" ? "万元" : "数量"} ${named}}}，或者改正前面的名称`;
    return [{ passage, start, end: start + 1, message, remedy }];
  });
}

const MARKS = `，。；：、${FIGURE}`;

function clauseBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && !MARKS.includes(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

function nameBefore(clause: string, names: readonly string[]): string | undefined {
  // 设备（不含车辆）3台 are 设备
  const words = plainName(clause.replace(/（[^（）]*）$/u, ""));
  const bare = words.replace(BETWEEN, "");
  return names.find((name) => words.endsWith(name) || bare.endsWith(name));
}
