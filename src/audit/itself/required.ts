import { compact } from "../../text/fold.js";
import type { ForeignDocument } from "./document.js";
import type { DocumentTable } from "./document-table.js";
import { placeOfCell } from "./document-table.js";
import { BASES, type DocumentFinding } from "./finding.js";
import { type DisclosedTable, kindOf, TABLE_KINDS } from "./kinds.js";

/** The tables that every disclosure has; others depend on the bureau. */
const TABLES: readonly DisclosedTable[] = [
  "收支总体",
  "收入总体",
  "支出总体",
  "财政拨款收支",
  "一般公共预算支出",
  "一般公共预算基本支出",
  "三公经费",
  "政府性基金预算支出",
];
/** What the text has to speak of. */
const SUBJECTS: readonly (readonly [name: string, words: RegExp])[] = [
  ["“三公”经费", /三公/u],
  ["机关运行经费", /机关运行经费/u],
  ["政府采购", /政府采购/u],
  ["国有资产占用", /国有资产|车辆\d+辆|共有车辆/u],
  ["名词解释", /名词解释|是指/u],
];
const NOTED = /没有|无|未安排|不涉及|为空|空表/u;
const CLAIMS_EMPTY = /本表(?:为空|无数据|没有数据|无数)|空表/u;
const LONGEST_TITLE = 40;
/** A text of fewer lines is no explanation of a budget. */
const LEAST_LINES = 12;

/** What has to be disclosed and is not, and tables that say of themselves what is not so. */
export function requirements({ file, tables, lines }: ForeignDocument): readonly DocumentFinding[] {
  const words = lines.map(({ text }) => compact(text)).join("");
  const titles = tables.map(({ title }) => title).join("；");
  const kinds = new Set(tables.map(({ title }) => kindOf(title)));
  const absent = TABLES.filter(
    (kind) => !kinds.has(kind) && !TABLE_KINDS[kind].test(titles) && !isListed(kind, lines),
  );
  const silent = lines.length < LEAST_LINES ? [] : SUBJECTS.filter(([, subject]) => !subject.test(words));
  return [
    ...(tables.length < 2 ? [] : absent.map((kind) => missing(`没有${kind}表`))),
    ...silent.map(([name]) => missing(`说明里没有${name}`)),
    ...tables.flatMap((table, index) => notes(file, table, tables[index + 1])),
  ];
}

/** A table whose rules could not be read is there all the same. */
function isListed(kind: DisclosedTable, lines: ForeignDocument["lines"]): boolean {
  const titles = lines.map(({ text }) => compact(text)).filter((text) => text.length < LONGEST_TITLE);
  return titles.some((text) => /表$/u.test(text) && kindOf(text) === kind);
}

function missing(message: string): DocumentFinding {
  return {
    ...{ weight: "一般", code: "审核/缺少", message, where: "全文", basis: BASES.listed },
    remedy: "补上；没有数的，列出空表并说明没有什么",
  };
}

function notes(
  file: string,
  table: DocumentTable,
  next: DocumentTable | undefined,
): readonly DocumentFinding[] {
  const amounts = table.sides.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));
  const isEmpty = amounts.every(({ value }) => value.isZero());
  const own = table.below.join("");
  const after = own + (next?.above.filter((text) => /^(?:注|备注|说明)/u.test(text)).join("") ?? "");
  const kind = kindOf(table.title);
  const [cell] = amounts;
  const [first] = table.body.flat();
  const where = cell?.where ?? first?.where ?? table.title;
  const place = placeOfCell(file, { where, line: table.title, text: table.title });
  const placed = { where: `${table.title}，${where}`, basis: BASES.listed, ...(place && { place }) };
  if (!isEmpty && CLAIMS_EMPTY.test(own))
    return [
      {
        ...{ weight: "重大", code: "审核/矛盾", ...placed },
        message: `${table.title}有数，注却说没有：${own}`,
        remedy: "有数的，删去这条注；没有数的，核对表里的数",
      },
    ];
  const mustNote = kind === "政府性基金预算支出" || kind === "国有资本经营预算支出" || kind === "三公经费";
  if (!isEmpty || !mustNote || NOTED.test(after) || NOTED.test(table.above.join(""))) return [];
  return [
    {
      ...{ weight: "格式", code: "审核/缺少", ...placed },
      message: `${table.title}没有数，也没有说明`,
      remedy: "表下注明，如“本单位没有政府性基金预算安排的支出，本表无数据”",
    },
  ];
}
