import { WEIGHTS, type Weight } from "../diagnostic/weight.js";
import type { AuditedItself } from "../work/audit/itself.js";
import { showable } from "./width.js";

/** So many of what was found stand in the summary. */
const GRAVEST = 3;

/** What was found in a document, in few words: how much, the gravest, and what was not checked. */
export function opinionWords(audited: AuditedItself): string {
  const { file, findings, unchecked } = audited;
  const gravest = findings
    .slice(0, GRAVEST)
    .map(({ weight, message, where }) => `  ${weight}  ${message}（${where}）`);
  return [
    `${file}：${whoseWords(audited)}`,
    findings.length === 0 ? "没有发现自相矛盾的地方" : `发现 ${findings.length} 处：${countsOf(audited)}`,
    ...(gravest.length > 0 ? ["最重的：", ...gravest] : []),
    checkedWords(audited),
    ...(unchecked.length > 0 ? ["没有核对的：", ...unchecked.map((each) => `  ${each}`)] : []),
  ]
    .map(showable)
    .join("\n");
}

function whoseWords({ whose: { unit, year, kind }, format, pages, tables }: AuditedItself): string {
  const whose = [
    unit ?? "看不出是哪个单位",
    year === undefined ? "看不出是哪一年" : `${year} 年`,
    kind ?? "",
  ];
  const known = format === undefined ? "版式不认识，照一般的表来读" : `版式：${format}`;
  return [
    whose.filter((each) => each !== "").join(" "),
    known,
    ...(pages > 0 ? [`${pages} 页`] : []),
    `${tables} 张表`,
  ].join("，");
}

function countsOf({ findings }: AuditedItself): string {
  return WEIGHTS.map(
    (weight) => `${weight} ${findings.filter((each) => each.weight === weight).length}`,
  ).join("，");
}

function checkedWords({ cells, sentences }: AuditedItself): string {
  return `核对了 ${cells.all} 个数里的 ${cells.checked} 个，${sentences.all} 句有数的话里的 ${sentences.checked} 句；没有发现不等于没有错`;
}

const COLOURS: Readonly<Record<Weight, string>> = { 重大: "#b00020", 一般: "#8a5a00", 格式: "#555" };

/** The findings as a page to be handed over, which prints well. */
export function opinionPage(audited: readonly AuditedItself[]): string {
  const style = [
    "body{font:16px/1.7 serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111}",
    "h1{font-size:1.5em;text-align:center}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #999}",
    "table{border-collapse:collapse;width:100%;font-size:.9em}th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}",
    "thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4;margin:20mm}@media print{body{margin:0;max-width:none}}",
  ].join("");
  return [
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta name="viewport" content="width=device-width"><title>审核意见</title><style>${style}</style></head><body><h1>审核意见</h1>`,
    ...audited.map(section),
    "</body></html>\n",
  ].join("\n");
}

function section(audited: AuditedItself): string {
  const { file, findings, unchecked } = audited;
  const rows = findings.map(
    ({ weight, message, where, basis, remedy }, index) =>
      `<tr><td>${index + 1}</td><td style="color:${COLOURS[weight]}">${weight}</td><td>${escaped(message)}</td><td>${escaped(where)}</td><td>${escaped(`${basis.rule}（${basis.source}）`)}</td><td>${escaped(remedy)}</td></tr>`,
  );
  const heads = ["序号", "轻重", "问题", "在哪里", "规则和依据", "怎么改"].map(
    (head) => `<th scope="col">${head}</th>`,
  );
  const table = `<table><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
  return [
    `<h2>${escaped(file)}</h2><p>${escaped(whoseWords(audited))}。</p>`,
    findings.length === 0
      ? "<p>没有发现自相矛盾的地方。</p>"
      : `<p>发现 ${findings.length} 处：${countsOf(audited)}。</p>${table}`,
    `<h3>没有核对的</h3><p>${escaped(checkedWords(audited))}。</p>`,
    unchecked.length > 0 ? `<ul>${unchecked.map((each) => `<li>${escaped(each)}</li>`).join("")}</ul>` : "",
  ].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}
