import { basename } from "node:path";
import { compareCodeLists, type ListComparison } from "../compare/listed-codes.js";
import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { Refusal, refuseOnError } from "../diagnostic/refusal.js";
import { codesIn, type FoundCodes, type ListedCode, type SheetWords } from "../extract/code-rows.js";
import { readWorkbook, type Sheet, WORKBOOK_OBSTACLES } from "../extract/workbook.js";
import { readGivenTable } from "../files/given.js";
import { writeOutput } from "../files/write/output.js";
import type { CodeList, CodeLists } from "../model/budget.js";
import { few } from "../model/groups.js";
import { bureauListFile, readBureauList, readCodeLists } from "../project/codes.js";
import { folded } from "../text/fold.js";
import {
  decodeCodeLists,
  validateCodeLists,
  type WrittenBureauCodes,
} from "../validate/budget/code-lists.js";
import type { Setting } from "./build.js";

/** The classifications, each with the digit that its codes begin with. */
const LISTS = [
  ["功能科目", "2"],
  ["部门经济科目", "3"],
  ["政府经济科目", "5"],
] as const;
export type Classified = (typeof LISTS)[number][0];

/** What was taken up of a bureau's list. */
export interface TakenUp extends Pick<FoundCodes, "contradictory" | "passedOver" | "unread"> {
  readonly year: number;
  readonly file: string;
  readonly changed: boolean;
  readonly lists: readonly (ListComparison<ListedCode> & { readonly name: Classified })[];
}

/**
 * Takes up the list of codes that the officer's bureau has given: into a file of its own beside her data, with what was
 * taken up of the same year before. Throws a Refusal, and writes nothing, where it is no such list.
 */
export async function takeUpCodes(
  { file, year: wanted }: { readonly file: string; readonly year: number | undefined },
  { program, project, step }: Omit<Setting, "strict">,
): Promise<TakenUp> {
  const sheets = await step("读取", file, () => sheetsOf(project, file));
  const found = codesIn(sheets);
  refuseOnError(lossy(file, found));
  if (found.codes.length === 0) throw new Refusal([noCodes(file, found)]);
  const year = wanted ?? yearIn(file, sheets);
  const sources = readCodeLists(program.folder, project, year);
  const known = validateCodeLists(sources, program.schemas);
  const shipped = decodeCodeLists({ ...sources, bureau: undefined });
  const codes = found.codes.map((each) => ({ ...each, name: asShipped(each, shipped) }));
  const lists = LISTS.map(([name, digit]) => {
    const listed = codes.filter(({ code }) => code.startsWith(digit));
    return { name, ...compareCodeLists(listed, listOf(known, name)) };
  }).filter(({ listed }) => listed.length > 0);
  const target = bureauListFile(year);
  const before = readBureauList(project, year);
  const text = textOf(
    year,
    basename(file),
    lists,
    before?.value as unknown as WrittenBureauCodes | undefined,
  );
  const changed = text !== before?.text;
  if (changed) await step("写出", target, () => writeOutput(project, target, Buffer.from(text)));
  const { contradictory, passedOver, unread } = found;
  return { year, file: target, changed, lists, contradictory, passedOver, unread };
}

async function sheetsOf(project: string, file: string): Promise<readonly Sheet[]> {
  const book = await readWorkbook(readGivenTable(project, file));
  if (book.kind === "read") return book.sheets;
  const [message, remedy] = WORKBOOK_OBSTACLES[book.obstacle];
  throw new Refusal([unplaced("科目表/读不出", `${file} ${message}`, `怎么改：${remedy}`)]);
}

/** The one year that the file's name or the heads of its sheets speak of. */
function yearIn(file: string, sheets: readonly Sheet[]): number {
  const heads = sheets.flatMap(({ name, rows }) => [name, ...rows.slice(0, 5).flat()]);
  for (const texts of [[basename(file)], heads]) {
    const years = new Set(texts.flatMap((text) => text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []));
    if (years.size === 1) return Number([...years][0]);
  }
  throw new Refusal([
    unplaced(
      "科目表/年度",
      `看不出 ${file} 是哪一年的科目表`,
      `怎么改：写上年度，例如 npm run codes -- ${file} --year 2025`,
    ),
  ]);
}

/** The name in the program's own marks, where only these differ. */
function asShipped({ code, name }: ListedCode, shipped: CodeLists): string {
  const own = LISTS.flatMap(([list]) => listOf(shipped, list).get(code) ?? [])[0];
  return own && folded(own.name.text) === folded(name) ? own.name.text : name;
}

function listOf({ functional, departmental, governmental }: CodeLists, name: Classified): CodeList {
  return { 功能科目: functional, 部门经济科目: departmental, 政府经济科目: governmental }[name];
}

/** The file with the lists in it; what it had already of other codes stays. */
function textOf(
  year: number,
  from: string,
  lists: TakenUp["lists"],
  before: WrittenBureauCodes | undefined,
): string {
  const sources = [...new Set([...(before?.来源 ?? []), from])];
  const sections = LISTS.flatMap(([name]) => {
    const listed = lists.find((each) => each.name === name)?.listed ?? [];
    const rows = new Map([
      ...Object.entries(before?.[name] ?? {}),
      ...listed.map((each) => [each.code, each.name] as const),
    ]);
    const lines = [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, text]) => `  ${code}: ${scalar(text)}\n`);
    return lines.length > 0 ? [`\n${name}:\n${lines.join("")}`] : [];
  });
  return [
    "# yaml-language-server: $schema=../../schemas/bureau-codes.schema.json\n#\n",
    "# 财政部门给的科目表，由 npm run codes 写出；科目的名称以它为准。再录入一次，有的更新，没有的补上。\n\n",
    `年度: ${year}\n来源: [${sources.map((each) => JSON.stringify(each)).join(", ")}]\n`,
    ...sections,
  ].join("");
}

/** A text as YAML reads it back. */
function scalar(text: string): string {
  return /^[\p{L}（][\p{L}\p{N}（）、，“”《》〔〕·]*$/u.test(text) && !/^[a-z]+$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/** What would make another list of it than the bureau's. */
function lossy(file: string, { mangled, ambiguous }: FoundCodes): readonly Diagnostic[] {
  const lost =
    mangled.length === 0
      ? []
      : [
          unplaced(
            "科目表/读不出",
            `${file} 里有 ${mangled.length} 个代码成了科学记数，后面的数字丢了：${few(mangled.map(wordsAt), MOST_SHOWN, " ")}`,
            "怎么改：从系统里重新导出，不要用 Excel 打开 .csv 再保存；要用 Excel 编辑的，先把代码这一列设成“文本”，或者导出成 .xlsx",
          ),
        ];
  const doubtful = ambiguous.map(({ sheet, line, words }) =>
    unplaced(
      "科目表/读不出",
      `${file} ${`${sheet} 第 ${line} 行`.trimStart()}的表头里，看不出哪一列是科目的：${words}`,
      "怎么改：只留一列代码和一列名称，表头写“科目编码”“科目名称”，另存再录入；几种科目在一张表里的，分成几张表",
    ),
  );
  return [...lost, ...doubtful];
}

const MOST_SHOWN = 10;

function wordsAt({ sheet, line, words }: SheetWords): string {
  return `${`${sheet} 第 ${line} 行`.trimStart()} ${words}`;
}

function noCodes(file: string, { passedOver, contradictory }: FoundCodes) {
  return unplaced(
    "科目表/读不出",
    `${file} 里没有支出科目的代码和名称`,
    ...(passedOver > 0 ? [`里面有 ${passedOver} 行别的代码，如收入科目`] : []),
    ...(contradictory.length > 0 ? ["里面的代码都有几个名称，不知道哪个对"] : []),
    "怎么改：要有一列代码（如 2240101、[2240101]行政运行）和一列名称；核对是不是选错了文件",
  );
}
