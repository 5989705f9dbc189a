import { type CodeLists, FACTS_KEY } from "../model/budget.js";
import { candidatesIn, GAP, isUndecided } from "../model/gap.js";
import { groupedBy } from "../model/groups.js";
import type { Pack } from "../model/pack/pack.js";
import { type Path, type Plain, textAt, valueAt } from "../model/source.js";
import { callsIn, SAYING, syntaxOf } from "../model/template.js";
import { readCodeLists } from "../project/codes.js";
import type { DataFile } from "../project/data-files.js";
import { fileOfLastYear } from "../project/former-code.js";
import { readPack } from "../project/pack.js";
import { dataText } from "../renew/data-text.js";
import { ruleFor } from "../renew/rules.js";
import { validateCodeLists } from "../validate/budget/code-lists.js";
import { newData } from "../validate/data-form.js";
import { validatePack } from "../validate/pack/pack.js";
import type { Setting } from "./build.js";

/** What a new data file is made of. */
export interface NewDataOrder {
  readonly data: DataFile;
  /** the folder of its format */
  readonly pack: string;
  /** what is known, in the shape of a data file, without 版式 and 年度; whatever else is asked is left to be filled in */
  readonly given: { readonly [key: string]: Plain };
  /** lines of the comment that the file begins with, after what it is */
  readonly head?: readonly string[];
  /** what is to stand behind the line of the value at a path, besides what its 经济科目 is called */
  readonly remark?: (path: Path) => string | undefined;
}

type Grounds = Pick<Setting, "program" | "project">;

/**
 * The text of a new data file: what is given in the style of the house, each line of expenditure with what its code is
 * called behind it, and 待填 for all else that the format asks of such a unit, explained in the officer's words. Throws a
 * Refusal where the format or the code lists are faulty.
 */
export function newDataText(order: NewDataOrder, { program, project }: Grounds): string {
  const { data, given, remark } = order;
  const codes = validateCodeLists(readCodeLists(program.folder, project, data.year), program.schemas);
  const sources = readPack(project, order.pack);
  const pack = validatePack(sources, program.schemas, codes);
  const known = { 版式: order.pack, 年度: String(data.year), ...given };
  const { value, says, isUsual } = newData(sources.pack, program.schemas, known);
  const whole = { ...(value as { readonly [key: string]: Plain }), ...comparison(order, pack, project) };
  return dataText({
    head: headOf(order, isUsual),
    value: whole,
    says: (path) => saysOf(whole, path, says(path), pack),
    remark: (path) => {
      const words = [codeRemark(whole, path, codes), sectionRemark(whole, path, pack), remark?.(path)];
      const said = words.filter((each) => each !== undefined);
      return said.length > 0 ? said.join("；") : undefined;
    },
  });
}

/** The first line tells editors what the file is held against. */
function headOf({ data, pack, given, head = [] }: NewDataOrder, isUsual: boolean): readonly string[] {
  const schema = isUsual ? "schemas/budget.schema.json" : `dist/schemas/${pack}.schema.json`;
  const name = textAt(given, ["单位", "名称"]);
  return [
    `# yaml-language-server: $schema=../../${schema}`,
    "#",
    `# ${name} ${data.year} 年${given.汇总单位 === undefined ? "单位" : "部门"}预算：事实，每件只写一次；合计、占比、增减由程序算出。`,
    "# 金额以元计，到分，写成 155000.00。查找“待填”，照批复逐处换成要填的；没有的，照上面的话写 []，或者整行删去。",
    ...head.map((line) => `# ${line}`),
  ];
}

/** Last year's figures where no file has them, and the place for reasons, which are wanted once the amounts are known. */
function comparison(
  { data, given }: NewDataOrder,
  pack: Pack,
  project: string,
): Readonly<Record<string, Plain>> {
  if (given.新设单位 === "是") return {};
  const reasons = { 原因: given.原因 ?? {} };
  if (fileOfLastYear(project, data, textAt(given, ["单位", "原代码"]) || undefined)) return reasons;
  const asked = comparedOf(pack, textAt(given, ["单位", "性质"])).map((name) => [name, GAP]);
  return { 上年: { ...Object.fromEntries(asked), ...(given.上年 as object | undefined) }, ...reasons };
}

/** What the format must compare with last year, and what its texts do; only administrative units have money for the operation of an agency. */
function comparedOf({ compared, narrative, measures, statutory }: Pack, kind: string): readonly string[] {
  const calls = [...narrative.values()].flatMap(({ text }) => callsIn(syntaxOf(text)));
  const inTexts = calls.flatMap(({ helper, measures: named }) =>
    SAYING.change.some((each) => each === helper) ? named : [],
  );
  const agency = kind === "事业单位" ? statutory.get("机关运行经费")?.name : undefined;
  return [...new Set([...compared, ...inTexts])].filter((name) => measures.has(name) && name !== agency);
}

const NEW_UNIT = "本年新设、上年没有预算的，删去“上年”，加一行 新设单位: 是。";
const LATER = "下面没有列出的，有的才写；必须写的，科目和金额填好以后核对，程序会说出来。";

/** What there is to know of a value beyond what the schema says of it, or less where the line or the section says it. */
function saysOf(value: Plain, path: Path, words: string | undefined, pack: Pack): string | undefined {
  const [section, name] = path;
  switch (section) {
    case "上年":
      return name === undefined ? `${words ?? ""}${NEW_UNIT}` : undefined;
    case "国有资产":
      return name !== undefined && words?.startsWith(String(name)) ? undefined : words;
    case FACTS_KEY:
      return name === undefined ? saysOfFacts(pack, value) : words;
    default:
      return words;
  }
}

/** What the format asks of its own that the file has no place for yet, a line for what it is asked of. */
function saysOfFacts({ facts }: Pack, value: Plain): string {
  const later = facts.filter(({ name }) => valueAt(value, [FACTS_KEY, name]) === undefined);
  const lines = [...groupedBy(later, ({ per = "单位" }) => per)].map(
    ([per, some]) => `${per}的 ${some.map(({ name, says }) => `${name}：${says}`).join("。")}。`,
  );
  return ["本版式另外要求的事项。", ...(lines.length > 0 ? [LATER, ...lines] : [])].join("\n");
}

/** What the economic code of a line is called, or those are among which it is to be chosen. */
export function codeRemark(value: Plain, path: Path, { departmental }: CodeLists): string | undefined {
  if (typeof path.at(-1) !== "number") return undefined;
  const code = textAt(value, [...path, "经济科目"]);
  const names = (isUndecided(code) ? candidatesIn(code) : [code]).flatMap(
    (each) => departmental.get(each)?.name.text ?? [],
  );
  return names.length > 0 ? names.join("，或者 ") : undefined;
}

/** What stands beside what is empty or asked of last year. */
function sectionRemark(value: Plain, path: Path, { measures }: Pack): string | undefined {
  const [section, name] = path;
  if (section === "上年" && name !== undefined) return measures.get(String(name))?.says;
  const isEmpty = path.length === 1 && Object.keys(valueAt(value, path) ?? {}).length === 0;
  return section === "原因" && isEmpty ? ruleFor(path)?.beside : undefined;
}
