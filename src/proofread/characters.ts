import { FIGURE } from "../model/passage.js";
import {
  type Finding,
  matches,
  type ReadPassage,
  type Remarks,
  type ReportProof,
  type Rule,
} from "./rule.js";

export const GLYPHS: Rule = {
  code: "校对/缺字",
  severity: "错误",
  says: "每个字都在所用的字体里，不然会无声地漏印",
  certainty: "实务",
  basis: "实务：生僻字常不在字体里",
  examine: glyphFindings,
};

/** Every character that no font has, wherever it is printed. */
function glyphFindings({ passages, missing }: ReportProof): readonly Finding[] {
  const lacking = missing(passages.map((passage) => printed(passage).replaceAll(FIGURE, "")).join(""));
  if (lacking.length === 0) return [];
  const pattern = new RegExp(`[${lacking.map((character) => `\\u{${codeOf(character)}}`).join("")}]`, "gu");
  const remark = (character: string): Remarks => ({
    message: `字体里没有“${character}”（U+${codeOf(character)}）这个字，印不出来`,
    remedy: "换成同义的常用字；人名、地名中的生僻字，换上含有这个字的字体（见 fonts/README.md）",
  });
  return matches(passages, pattern, remark, printed);
}

function printed({ original }: ReadPassage): string {
  return original.text;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
