import { groupedBy } from "../model/groups.js";
import { FIGURE, isNarrative } from "../model/passage.js";
import { withoutPersonal } from "./confidential/personal.js";
import { givenCells } from "./masks.js";
import { type Finding, matches, type Proof, type ReadPassage, type Rule } from "./rule.js";

/** Words that are left of a form that was not filled in. */
interface Residue {
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
  readonly remedy?: string;
  /** where it is looked for; everywhere if this is not said */
  readonly among?: (passage: ReadPassage) => boolean;
}

const left = (found: string): string => `“${found}”是没有填写的地方`;
const missing = (found: string): string => `“${found}”里没有数`;

const RESIDUES: readonly Residue[] = [
  {
    pattern:
      /(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[×Ｘｘ✕╳]{2,}|(?<![一二])[〇○]{2,}(?![年一二三四五六七八九])|[□△]{2,}|_{2,}|[*＊]{2,}/g,
    message: left,
  },
  {
    pattern: /(?<![等接招期对看优])待(?:定(?![点位向岗])|填(?!报)|补充|核实后填)|\b(?:TODO|TBD|FIXME)\b/g,
    message: left,
  },
  {
    pattern:
      /某某|[（(【]?(?:此处|这里)?(?:请|自行|据实|如实|按实际)填写[^，。；）)】]{0,12}[）)】]?|[（(](?:此处|以下|下|中|上)?略[）)]|(?<=[是为：:])略(?=[。；，]|$)|^略$/g,
    message: left,
  },
  { pattern: /【[^【】]*】|[【】]/g, message: left },
  {
    pattern: /(?<!\{)\{+[^{}]*\}+|(?<!｛)｛+[^｛｝]*｝+|[{}｛｝]+/g,
    message: left,
    remedy:
      "要由程序印出的，写在两个英文花括号里，模板里如 {{万元 口径}}，数据的“原因”和“主要职责”里如 {{口径}}，别处不能写；只是文字的，删去花括号",
  },
  {
    pattern: /(?:增加|增长|减少|下降|上升)[（(/／](?:减少|下降|增加|增长)[）)]?/g,
    message: (found) => `“${found}”没有选定是增是减`,
    among: (passage) => isNarrative(passage) || passage.kind === "note",
  },
  {
    pattern: /(?:增加|减少|增长|下降|上升)(?:增加|减少|增长|下降|上升|持平)/g,
    message: (found) => `“${found}”不通`,
    remedy: "{{增减 口径}} 自己会印增加、减少或持平，前面不再写",
    among: isNarrative,
  },
  {
    pattern: /原因(?:是|为)(?=[。；，、]|$)|原因(?:是|为)?：(?=[。；，、])/g,
    message: () => "写了“原因是”，后面没有原因",
  },
  {
    pattern: /(?:主要)?原因[是为](?:由于|因为)?(?:主要)?(?:原因[是为]|原因：)/g,
    message: (found) => `“${found}”写了两遍`,
    remedy: "“主要原因是”由程序印出，数据的“原因”里只写原因本身",
  },
  {
    pattern: /(?:占|增长|下降|增加|减少|为)[%％]|(?:增加|减少|安排|总计|合计|预算|预算为)万元/g,
    message: missing,
    among: isNarrative,
  },
  { pattern: /\p{Script=Han}[ \u3000]+(?:万元|元|[%％])/gu, message: missing, among: isNarrative },
  {
    pattern: /由(?:上年|去年)[^。；]{0,40}调整为/g,
    message: (found) => `“${found}”讲的是从前某一年的变化，不是本年的`,
    among: isNarrative,
  },
  // 公务用车购置费，预算数与2022年持平
  {
    pattern: new RegExp(`\\p{Script=Han}{0,6}[费出入算置]，预算数(?![为是]?${FIGURE})`, "gu"),
    message: missing,
    among: isNarrative,
  },
  {
    pattern: /(?<![一二三四五高中低上初头平同相])等等(?![级于待])/g,
    message: () => "“等等”不确切",
  },
  {
    pattern: /“\s*”|‘\s*’|《\s*》|〈\s*〉|（\s*）|\(\s*\)|〔\s*〕|「\s*」/g,
    message: (found) => `“${found}”里没有字`,
  },
  {
    pattern: /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|\b(?:NaN|undefined|null|Infinity)\b|\[object/g,
    message: (found) => `“${found}”是表格或程序出错时留下的`,
  },
];

/** A number without what it counts (活动3 前完成), and an end that something should follow. */
const CUT = /(?<![\dA-Za-z第])\d{1,3}[ \u3000]*[前内](?=\p{Script=Han}|$)|.{0,8}[、，：；—-]$/gu;

export const TRUNCATION_IN_CELLS: Rule = {
  code: "校对/表中残缺",
  severity: "警告",
  says: "表里的名称和指标是完整的，数后面有它的单位",
  certainty: "实务",
  basis: "实务：从表格里复制的指标常缺字，或者被截断",
  examine: (proof) =>
    matches(givenCells(proof), CUT, (found) => ({
      message: `“${found}”这里像是缺了字`,
      remedy: "照批复补全，例如“3 前完成”补成“3天前完成”；批复如此的，可以留着",
    })),
};

export const RESIDUE: Rule<Proof> = {
  code: "校对/残留",
  severity: "错误",
  says: "公开的文件里没有待填的空、没有选定的话和模板的记号",
  certainty: "实务",
  basis: "实务：已公开文件中有“XX”、“增加（减少）”、“主要原因是。”、“占 %”等残留",
  examine: ({ passages }: Proof) =>
    withoutNumbersOfPeople(RESIDUES.flatMap((residue) => residueIn(passages, residue))),
};

/** 幺三八〇〇 is told as what it is, and nothing that was not filled in. */
function withoutNumbersOfPeople(found: readonly Finding[]): readonly Finding[] {
  return [...groupedBy(found, ({ passage }) => passage)].flatMap(([{ text }, findings]) => {
    const covered = withoutPersonal(text);
    return findings.filter(({ start }) => covered[start] === text[start]);
  });
}

function residueIn(
  passages: readonly ReadPassage[],
  { pattern, message, remedy, among }: Residue,
): readonly Finding[] {
  return matches(among ? passages.filter(among) : passages, pattern, (found) => ({
    message: message(found.replaceAll(FIGURE, "")),
    remedy: remedy ?? "填上要写的内容，或者删去这几个字",
  }));
}
