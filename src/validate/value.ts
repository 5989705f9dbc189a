import type { ErrorObject } from "ajv";
import { type Code, type Diagnostic, problem } from "../diagnostic.js";
import type { Path, Plain, Source } from "../model/source.js";
import { amountFault } from "./amount.js";
import { nearest } from "./nearest.js";
import { nameOf, pathOf, valueAt } from "./path.js";
import type { SchemaPart } from "./schema.js";
import type { ShapeCodes } from "./shape.js";

/** What is wrong, and notes on what to do about it. */
interface Fault {
  readonly code: Code;
  readonly message: string;
  readonly notes: readonly string[];
}

interface Subject {
  readonly name: string;
  readonly value: Plain | undefined;
  readonly part: SchemaPart;
  readonly error: ErrorObject;
  readonly codes: ShapeCodes;
}

/** One fault of a value against its schema, as the officer should read it. */
export function valueProblem(source: Source, error: ErrorObject, codes: ShapeCodes): Diagnostic {
  const path = pathOf(error);
  const part = (error.parentSchema ?? {}) as SchemaPart;
  const subject: Subject = { name: nameOf(path), value: valueAt(source.value, path), part, error, codes };
  const { code, message, notes } = faultOf(subject);
  return problem(code, message, placeOf(source, path, subject), ...notes);
}

/** A value that is empty or a whole block is shown by its key. */
function placeOf(source: Source, path: Path, { value, error }: Subject) {
  if (error.propertyName !== undefined) return source.placeOfKey([...path, error.propertyName]);
  if (error.keyword === "uniqueItems") return source.placeOf([...path, Number(error.params.i)]);
  return isEmpty(value) || typeof value === "object" ? source.placeOfKey(path) : source.placeOf(path);
}

function isEmpty(value: Plain | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

function faultOf(subject: Subject): Fault {
  const { name, value, part, error, codes } = subject;
  if (error.propertyName !== undefined) return keyNameFault(subject);
  if (part["x-金额"] && typeof value === "string") return amount(subject, value);
  if (isEmpty(value)) return { code: codes.missing, message: `${name}没有填写`, notes: helpOf(subject) };
  if (part["x-错误"]) return { code: codes.value, message: `${name}：${part["x-错误"]}`, notes: [] };
  return (BY_KEYWORD[error.keyword] ?? otherFault)(subject);
}

function helpOf({ part, error }: Subject): readonly string[] {
  if (error.keyword === "type") return [part.description ?? "", emptyHelp(typesOf(error))].filter(Boolean);
  if (error.keyword === "enum") return [`可以写：${allowed(error).join("、")}`];
  return [part.patternErrorMessage ?? part.description ?? "怎么改：补上内容；确实没有的，删去这一项"];
}

function emptyHelp(types: readonly string[]): string {
  if (types.includes("array")) return "怎么改：没有内容就写 []";
  return types.includes("object") ? "怎么改：下级的内容另起一行，多缩进两个空格" : "怎么改：补上内容";
}

function amount({ name, codes }: Subject, value: string): Fault {
  const { cause, remedy } = amountFault(value);
  const subject = value.trim() === "" ? name : `${name}“${value}”`;
  return { code: codes.amount, message: `${subject}${cause}`, notes: [`怎么改：${remedy}`] };
}

function keyNameFault({ name, part, error, codes }: Subject): Fault {
  const key = String(error.propertyName);
  const notes = error.keyword === "enum" ? choiceNotes(key, allowed(error)) : [];
  const explained = part.patternErrorMessage ?? part["x-错误"];
  return {
    code: codes.unknown,
    message: key === "" ? `${name}里有一项没有名字` : `${name}里不能写“${key}”`,
    notes: explained ? [explained] : notes,
  };
}

const BY_KEYWORD: Readonly<Record<string, (subject: Subject) => Fault>> = {
  type: typeFault,
  enum: choiceFault,
  const: choiceFault,
  pattern: patternFault,
  minItems: ({ name, error, codes }) => ({
    code: codes.missing,
    message: `${name}至少要写 ${error.params.limit} 项`,
    notes: ["怎么改：补上；每项以 - 开头"],
  }),
  minProperties: ({ name, codes }) => ({
    code: codes.missing,
    message: `${name}里没有内容`,
    notes: ["怎么改：补上"],
  }),
  uniqueItems: ({ name, error, codes }) => ({
    code: codes.repeated,
    message: `${name}里有重复：第 ${Number(error.params.j) + 1} 项与第 ${Number(error.params.i) + 1} 项相同`,
    notes: ["怎么改：删去重复的一项"],
  }),
  maxLength: ({ name, error, codes }) => ({
    code: codes.value,
    message: `${name}太长，最多 ${error.params.limit} 个字`,
    notes: ["怎么改：写短一些"],
  }),
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: "下级的内容（每行一个“键: 值”）",
  array: "一张清单（每项以 - 开头，或者写在 [ ] 里）",
};

function typeFault({ name, value, error, codes }: Subject): Fault {
  const expected = typesOf(error).map((type) => TYPE_NAMES[type] ?? "一段文字或一个数");
  const found = Array.isArray(value) ? "一张清单" : typeof value === "object" ? "下级的内容" : "一段文字";
  return {
    code: codes.type,
    message: `${name}应当是${[...new Set(expected)].join("，或者")}，现在写的是${found}`,
    notes: [slip(value), "怎么改：对照样例中同样的一项改正"].filter(Boolean),
  };
}

function slip(value: Plain | undefined): string {
  if (typeof value !== "string") return "";
  if (/^[^\s：:]+：/.test(value)) return "这里用了中文全角的冒号“：”，键后面要用英文冒号加一个空格";
  if (/^[^\s：:]+:\S/.test(value)) return "英文冒号后面少了一个空格";
  if (/^-\S/.test(value)) return "清单的 - 后面少了一个空格";
  return "";
}

function choiceFault({ name, value, error, codes }: Subject): Fault {
  const words = allowed(error);
  return {
    code: codes.value,
    message: typeof value === "string" ? `${name}不能写“${value}”` : `${name}写得不对`,
    notes: choiceNotes(String(value), words),
  };
}

function choiceNotes(word: string, words: readonly string[]): readonly string[] {
  const near = nearest(word, words);
  const list = `可以写：${words.join("、")}`;
  return near ? [`是不是想写“${near}”？`, list] : [list];
}

function patternFault({ name, value, part, codes }: Subject): Fault {
  const explained = part.patternErrorMessage ?? "写法不对";
  return { code: codes.value, message: `${name}“${clipped(String(value))}”写得不对`, notes: [explained] };
}

function otherFault({ name, part, codes }: Subject): Fault {
  return { code: codes.value, message: `${name}写得不对`, notes: part.description ? [part.description] : [] };
}

function allowed(error: ErrorObject): readonly string[] {
  const values: readonly unknown[] = error.params.allowedValues ?? [error.params.allowedValue];
  return values.map(String);
}

function typesOf(error: ErrorObject): readonly string[] {
  return [error.params.type].flat().map(String);
}

/** A long text is shown by its beginning: the excerpt has it whole. */
function clipped(text: string): string {
  const characters = [...text.replaceAll("\n", " ").trimEnd()];
  return characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : characters.join("");
}
