import type { ErrorObject } from "ajv";
import type { Code } from "../../diagnostic/diagnostic-codes.js";
import type { Plain } from "../../model/source.js";
import { meantWord } from "./names.js";
import type { SchemaPart, ShapeCodes } from "./schema.js";

/** What is wrong, and notes on what to do about it. */
export interface ShapeFault {
  readonly code: Code;
  readonly message: string;
  readonly notes: readonly string[];
}

/** A value that its schema does not accept. */
export interface Subject {
  /** what it is called before what is written there, and when it stands alone */
  readonly name: string;
  readonly label: string;
  readonly value: Plain | undefined;
  readonly part: SchemaPart;
  readonly description: string | undefined;
  readonly error: ErrorObject;
  readonly codes: ShapeCodes;
}

/** What a keyword of JSON Schema finds wrong with a value. */
export function keywordFault(subject: Subject): ShapeFault {
  const { value, part, error, codes } = subject;
  const rule = part["x-错误"];
  if (!rule) return (BY_KEYWORD[error.keyword] ?? unexplained)(subject);
  if (typeof value === "string") return wrong(subject, [`规则：${rule}`]);
  return { code: codes.value, message: `${subject.label}：${rule}`, notes: ["怎么改：照这条规则改正"] };
}

export function choiceNotes(word: string, words: readonly string[]): readonly string[] {
  return [...meantWord(word, words), `怎么改：换成可以写的一个：${words.join("、")}`];
}

export function allowed(error: ErrorObject): readonly string[] {
  const values: readonly unknown[] = error.params.allowedValues ?? [error.params.allowedValue];
  return values.map(String);
}

/** What a value may be; that something stands in its place (不公开) is no way out of a slip. */
export function typesOf(error: ErrorObject): readonly string[] {
  const types = [error.params.type].flat().map(String);
  return types.length > 1 ? types.filter((type) => type !== "object") : types;
}

const BY_KEYWORD: Readonly<Record<string, (subject: Subject) => ShapeFault>> = {
  type: typeFault,
  enum: choiceFault,
  const: choiceFault,
  pattern: patternFault,
  minItems: ({ label, error, codes }) => ({
    code: codes.missing,
    message: `${label}至少要写 ${error.params.limit} 项`,
    notes: ["怎么改：补上；每项以 - 开头"],
  }),
  minProperties: ({ label, codes }) => ({
    code: codes.missing,
    message: `${label}里没有内容`,
    notes: ["怎么改：补上，每行一个“键: 值”"],
  }),
  uniqueItems: ({ label, error, codes }) => ({
    code: codes.repeated,
    message: `${label}里有重复：第 ${Number(error.params.j) + 1} 项与第 ${Number(error.params.i) + 1} 项相同`,
    notes: ["怎么改：删去重复的一项"],
  }),
  maxLength: ({ label, error, codes }) => ({
    code: codes.value,
    message: `${label}太长，最多 ${error.params.limit} 个字`,
    notes: ["怎么改：写短一些"],
  }),
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: "下级的内容（每行一个“键: 值”）",
  array: "一张清单（每项以 - 开头，或者写在 [ ] 里）",
};

function typeFault({ label, value, part, error, codes }: Subject): ShapeFault {
  const single = part["x-金额"] ? "一个数" : "一段文字或一个数";
  const expected = new Set(typesOf(error).map((type) => TYPE_NAMES[type] ?? single));
  return {
    code: codes.type,
    message: `${label}应当是${[...expected].join("，或者")}，现在写的是${kindOf(value)}`,
    notes: [
      ...slip(value),
      `怎么改：${meantAs(value, part, typesOf(error)) ?? "写法对照样例中同样的一项，内容照批复"}`,
    ],
  };
}

/** How a text that should have been more is written as that, and what to do about one of several that is secret. */
function meantAs(value: Plain | undefined, part: SchemaPart, types: readonly string[]): string | undefined {
  if (typeof value === "object" && "不公开" in value)
    return "删去这一项，其余照写；全部涉及国家秘密的，整项只写 { 不公开: 涉及国家秘密 }";
  if (typeof value !== "string") return undefined;
  if (types.includes("array")) return asList(value, part);
  return types.includes("object") ? asKey(value) : undefined;
}

/** 2240173 应急物资储备, and what stands before a colon of the wrong width. */
function asKey(value: string): string | undefined {
  const [, key, text] = /^([^\s:：]+)(?:\s*[:：]\s*|\s+)([^\s:：]+)$/.exec(value) ?? [];
  return key === undefined ? undefined : `写成 ${key}: ${text}`;
}

function asList(value: string, { items: item }: SchemaPart): string | undefined {
  if (/^(?:无|没有|0|无此项|-|—)$/.test(value)) return "没有的，写 []";
  const items = value.replace(/^[【［〔（]|[】］〕）]$/g, "").split(/[，、；,]\s*|(?<=\s\d{8})\s+/);
  const isText = item !== undefined && item.properties === undefined;
  return (items.length > 1 || isText) && !/[:：]|^[-–—－−·•●]/.test(value)
    ? `写成 [${items.join(", ")}]`
    : undefined;
}

function kindOf(value: Plain | undefined): string {
  if (typeof value === "string") return "一段文字";
  return Array.isArray(value) ? "一张清单" : "下级的内容";
}

/** What a text that should have been more looks like: a colon or a dash that was none. */
function slip(value: Plain | undefined): readonly string[] {
  if (typeof value !== "string") return [];
  if (/^[^\s：:]+：/.test(value)) return ["原因：这里用了中文全角的冒号“：”，键后面要用英文冒号加一个空格"];
  if (/^[^\s：:]+:\S/.test(value)) return ["原因：英文冒号后面少了一个空格"];
  if (/^[–—－−·•●]/.test(value))
    return [`原因：清单的 - 写成了“${value.charAt(0)}”，要用英文的短横线加一个空格`];
  return /^-\S/.test(value) ? ["原因：清单的 - 后面少了一个空格"] : [];
}

function choiceFault({ name, label, value, error, codes }: Subject): ShapeFault {
  return {
    code: codes.value,
    message: typeof value === "string" ? `${name}不能写“${clipped(value)}”` : `${label}写得不对`,
    notes: choiceNotes(String(value), allowed(error)),
  };
}

function patternFault(subject: Subject): ShapeFault {
  const { value, part } = subject;
  const rule = part.patternErrorMessage;
  const counted = typeof value === "string" && rule?.includes("位数字") && /^\d+$/.test(value);
  return wrong(subject, [
    ...(rule ? [`规则：${rule}`] : []),
    ...(counted ? [`现在写的是 ${value.length} 位`] : []),
    ...mended(subject),
  ]);
}

const NUMERALS = "〇一二三四五六七八九";

/** What a code, a year or a count becomes without what a keyboard, a spreadsheet or a habit has put into it. */
function mended({ value, error }: Subject): readonly string[] {
  if (typeof value !== "string") return [];
  if (/^\d(?:\.\d+)?[eE]\+?\d+$/.test(value))
    return [
      "怎么改：这是科学记数法，后面的数字已经丢了：在 Excel 里把单元格格式设为“文本”，照系统里的重新复制",
    ];
  const plain = value
    .normalize("NFKC")
    .replace(/[零○]/g, "〇")
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(NUMERALS.indexOf(digit)))
    .replace(/[\s,，'’‘"“”]|(?:年度?|辆|个|台|套|台\(套\))$/g, "");
  const pattern = new RegExp(error.params.pattern, "u");
  const likely = [plain, plain.replace(/o/gi, "0").replace(/[il]/gi, "1")].find(
    (each) => /^[A-Za-z\d-]+$/.test(each) && pattern.test(each),
  );
  return likely === undefined ? [] : [`怎么改：写成 ${likely}`];
}

function unexplained(subject: Subject): ShapeFault {
  return wrong(subject, subject.description ? [`说明：${subject.description}`] : []);
}

function wrong({ name, label, value, codes }: Subject, notes: readonly string[]): ShapeFault {
  const subject = typeof value === "string" ? `${name}“${clipped(value)}”` : label;
  const remedy = codes.value === "数据/取值" ? "怎么改：照规则改正，内容照批复" : "怎么改：照规则改正";
  const isSaid = notes.some((note) => note.startsWith("怎么改："));
  return { code: codes.value, message: `${subject}写得不对`, notes: isSaid ? notes : [...notes, remedy] };
}

/** A long text is shown by its beginning: the excerpt has it whole. */
function clipped(text: string): string {
  const characters = [...text.replaceAll("\n", " ").trimEnd()];
  return characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : characters.join("");
}
