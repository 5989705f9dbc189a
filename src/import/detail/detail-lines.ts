import { type CodeLists, correspondingCode } from "../../model/budget.js";
import { APPROPRIATED_FUNDS, BASIC_KINDS, PROJECT_KINDS } from "../../model/dimensions.js";
import { GAP } from "../../model/gap.js";
import { few } from "../../model/groups.js";
import type { Quantity } from "../../money/money.js";
import { entriesNamed, isMisnamed, LEAF_DIGITS, listOf } from "./codes.js";
import type { CodeField, Conditions } from "./heads.js";
import type { DetailRow, RowAmount } from "./rows.js";
import type { DetailWords, Sort } from "./words.js";

/** An amount of a detail list with all that the list says of it; what it leaves open is GAP. */
export interface DetailLine {
  readonly section: "收入" | "支出" | "年终结转";
  readonly 功能科目: string | undefined;
  readonly 经济科目: string | undefined;
  /** where it is not the one that goes with the departmental code */
  readonly 政府经济科目: string | undefined;
  readonly 类别: string | undefined;
  readonly 资金来源: string;
  readonly 财政拨款: string;
  readonly 年份来源: string;
  readonly project: LineProject | undefined;
  readonly amount: Quantity;
  readonly where: string;
}

export interface LineProject {
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly says: Readonly<Record<string, string>>;
}

/** What is to be said of lines, each once: how a word was taken, what nobody could know. */
export interface DetailNote {
  readonly kind: "推定" | "不明" | "名称" | "代码" | "没有取";
  readonly words: string;
  readonly where: string;
}

/** What lines are read with. */
export interface LineContext {
  readonly words: DetailWords;
  readonly codes: CodeLists;
  readonly year: number;
  readonly unitKind: string | undefined;
  readonly note: (note: DetailNote) => void;
}

type Section = DetailLine["section"];

export function lineOf(
  section: Section,
  row: DetailRow,
  amount: RowAmount,
  context: LineContext,
): DetailLine {
  const of = { ...row.of, ...amount.of };
  const { fund, appropriation } = fundOf(row, of, amount, context);
  const 经济科目 = section === "支出" ? codeFor("部门经济科目", row, context) : undefined;
  const kind = section === "支出" ? kindOf(row, of, 经济科目, amount.where, context) : NO_KIND;
  return {
    section,
    功能科目: row.codes.功能科目 ? codeFor("功能科目", row, context) : section === "支出" ? GAP : undefined,
    经济科目,
    政府经济科目: governmentCode(row, 经济科目, context),
    类别: kind.类别,
    资金来源: fund,
    财政拨款: appropriation,
    年份来源: originOf(row, of, amount.where, context),
    project: kind.isProject ? projectOf(row) : undefined,
    amount: amount.amount,
    where: amount.where,
  };
}

const MOST_CANDIDATES = 8;

/** The code of the level that is disclosed; finer ones are parts of it. */
function codeFor(list: CodeField, row: DetailRow, { codes, note }: LineContext): string {
  const found = row.codes[list];
  if (!found) return GAP;
  const { where, name = "" } = found;
  const [entries, digits] = [listOf(codes, list), LEAF_DIGITS[list]];
  if (found.code === undefined) {
    const named = entriesNamed(name, entries, digits);
    const [entry, ...others] = named;
    if (entry && others.length === 0) return entry.code;
    const candidates = named.map(({ code: each }) => each);
    const choice = named.length > 0 ? `：可能是 ${few(candidates, MOST_CANDIDATES)}` : "";
    note({ kind: "不明", words: `${list}“${name}”是哪个代码${choice}`, where });
    return GAP;
  }
  const code = found.code.slice(0, digits);
  if (code.length < digits) return GAP;
  const entry = entries.get(code);
  if (entry && found.code.length === digits && name !== "" && isMisnamed(entry, name))
    note({
      kind: "名称",
      words: `${code} 旁边写的是“${name}”，科目表里是“${entry.name.text}”，照代码取`,
      where,
    });
  if (!entry) note({ kind: "代码", words: `${code} ${name}`.trim(), where });
  return code;
}

function governmentCode(
  row: DetailRow,
  department: string | undefined,
  context: LineContext,
): string | undefined {
  if (!row.codes.政府经济科目 || department === undefined) return undefined;
  const code = codeFor("政府经济科目", row, context);
  if (code === GAP) return undefined;
  return correspondingCode(context.codes, department, context.unitKind)?.code === code ? undefined : code;
}

/** What money it is, and whether it is appropriated: said of the line, of its column, or of all above it. */
function fundOf(row: DetailRow, of: Conditions, amount: RowAmount, { words, note }: LineContext) {
  const { where } = amount;
  const { 资金来源: text, 财政拨款: flag } = row.says;
  const said = text === undefined ? undefined : fundSaid(text, words);
  if (said && !said.isExact && text)
    note({
      kind: "推定",
      words: `资金来源“${text}”算作${said.fund}${said.appropriated ? "，财政拨款" : ""}`,
      where,
    });
  if (text !== undefined && !said) note({ kind: "不明", words: `资金来源“${text}”属于哪一种`, where });
  const fund = said?.fund ?? (text === undefined ? of.资金来源 : undefined) ?? GAP;
  if (fund === GAP && text === undefined) note({ kind: "不明", words: unsaidFund(amount.path), where });
  const flagged =
    flag === undefined ? undefined : (words.valueOf("是否", flag) ?? words.valueOf("财政拨款", flag));
  const appropriation =
    flagged ?? (said?.appropriated ? "是" : of.财政拨款) ?? (fund === GAP ? GAP : usualAppropriation(fund));
  if (flag !== undefined && flagged === undefined)
    note({ kind: "推定", words: `是否财政拨款“${flag}”认不出，算作${appropriation}`, where });
  return { fund, appropriation };
}

function unsaidFund(path: readonly string[]): string {
  const head = path.at(-1);
  return head?.endsWith("资金") ? `“${head}”一列是哪一种资金来源` : "资金来源是哪一种，表里没有写";
}

function usualAppropriation(fund: string): string {
  return APPROPRIATED_FUNDS.includes(fund) ? "是" : "否";
}

interface SaidFund {
  readonly fund: string;
  readonly appropriated: boolean;
  readonly isExact: boolean;
}

function fundSaid(text: string, words: DetailWords): SaidFund | undefined {
  const [plain, granted] = [words.valueOf("资金来源", text), words.valueOf("拨款的资金来源", text)];
  if (granted !== undefined) return { fund: granted, appropriated: true, isExact: true };
  if (plain !== undefined) return { fund: plain, appropriated: false, isExact: true };
  const [within, grantedWithin] = [words.valueIn("资金来源", text), words.valueIn("拨款的资金来源", text)];
  const fund = grantedWithin ?? within;
  return fund === undefined ? undefined : { fund, appropriated: grantedWithin !== undefined, isExact: false };
}

function originOf(row: DetailRow, of: Conditions, where: string, { words, year, note }: LineContext): string {
  const { 年份来源: text } = row.says;
  if (text === undefined) return of.年份来源 ?? "本年";
  const [written] = /20\d\d/u.exec(text) ?? [];
  if (written !== undefined) return Number(written) < year ? "上年结转" : "本年";
  const said = words.valueOf("年份来源", text) ?? words.valueIn("年份来源", text);
  if (said === undefined) note({ kind: "推定", words: `“${text}”看不出是本年还是结转，算作本年`, where });
  return said ?? "本年";
}

interface LineKind {
  readonly 类别: string | undefined;
  readonly isProject: boolean;
}

const NO_KIND: LineKind = { 类别: undefined, isProject: false };

function kindOf(
  row: DetailRow,
  of: Conditions,
  code: string | undefined,
  where: string,
  { words, note }: LineContext,
): LineKind {
  const { 类别: text, 项目: project, 项目编码: projectCode } = row.says;
  const said =
    text === undefined
      ? (of.类别 ?? words.valueOf("类别", project ?? ""))
      : (words.valueOf("类别", text) ?? words.valueIn("类别", text));
  if (PROJECT_KINDS.some((kind) => kind === said)) return { 类别: said, isProject: true };
  if (BASIC_KINDS.some((kind) => kind === said)) return { 类别: said, isProject: false };
  const isNamed = project !== undefined || projectCode !== undefined;
  if (said === undefined && (isNamed || /项目/u.test(text ?? "")))
    return { 类别: undefined, isProject: true };
  const kind = basicKind(said, code ?? "");
  if (said !== undefined && kind !== CLASS_KINDS[(code ?? "").slice(0, 3)])
    note({ kind: "推定", words: `${said}里的 ${code} 算作${kind}`, where });
  if (said === undefined && text !== undefined && kind !== GAP && !text.includes("基本"))
    note({ kind: "推定", words: `类别“${text}”认不出，${code} 算作${kind}`, where });
  if (kind === GAP) note({ kind: "不明", words: `${code} 算作哪一类基本支出`, where });
  return { 类别: kind, isProject: false };
}

/** What basic expenditure of a class of codes usually is. */
const CLASS_KINDS: Readonly<Record<string, string>> = {
  301: "工资福利支出",
  302: "商品和服务支出",
  303: "对个人和家庭的补助",
  309: "资本性支出",
  310: "资本性支出",
};

function basicKind(said: string | undefined, code: string): string {
  const usual = CLASS_KINDS[code.slice(0, 3)] ?? GAP;
  if (said === "人员类") return usual === "对个人和家庭的补助" ? usual : "工资福利支出";
  if (said === "公用类") return usual === "资本性支出" ? usual : "商品和服务支出";
  return usual;
}

function projectOf({ says }: DetailRow): LineProject {
  return { code: says.项目编码, name: says.项目, says };
}

/** The value of a text column, in the words of the data. */
export function valueSaid(row: DetailRow, field: string, sort: Sort, words: DetailWords): string | undefined {
  const text = row.says[field];
  return text === undefined ? undefined : (words.valueOf(sort, text) ?? words.valueIn(sort, text));
}
