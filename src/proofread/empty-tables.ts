import { tableName } from "../model/table-words.js";
import { paragraphWords } from "../model/walk.js";
import type { Finding, Proof, ReadPassage, Rule } from "./rule.js";

const SAYS_EMPTY = /空表|本表[^，。；]{0,4}(?:无数|没有数|没有内容|无内容|为空)/;
/** Any denial will do: 没有…安排, 无此项业务, 未使用…. */
const SAYS_WHY = /无|没有|未|空|不涉及/;

export const EMPTY_TABLES: Rule<Proof> = {
  code: "校对/空表",
  severity: "错误",
  says: "没有数的表照样列出，并在表下说明；有数的表下不说没有数",
  certainty: "公开文件",
  basis: "财预〔2016〕143号，据各地公开目录的转述",
  examine: ({ passages }: Proof) =>
    passages.flatMap((passage) => [...emptyFindings(passage), ...fullFindings(passage)]),
};

function emptyFindings(passage: ReadPassage): readonly Finding[] {
  const { table, kind, original } = passage;
  const { text } = original;
  if (!table || kind !== "title" || text !== tableName(table)) return [];
  if (table.hasFigure || table.notes.some((note) => SAYS_WHY.test(paragraphWords(note)))) return [];
  const remedy = "在这张表的模板里写上 emptyNote，例如“说明：没有…安排的单位，本表无数据。”";
  return [{ passage, start: 0, end: text.length, message: `${text}没有数，也没有说明`, remedy }];
}

function fullFindings(passage: ReadPassage): readonly Finding[] {
  const { table, kind, text } = passage;
  const match = kind === "note" && table?.hasFigure ? SAYS_EMPTY.exec(text) : null;
  if (!match || !table) return [];
  const message = `${tableName(table)}有数，表下却说“${match[0]}”`;
  const remedy = "删去这条注；只在空表印出的话写在模板的 emptyNote 里";
  return [{ passage, start: match.index, end: match.index + match[0].length, message, remedy }];
}
