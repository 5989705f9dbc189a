import type { ErrorObject } from "ajv";
import { type Diagnostic, type Place, problem } from "../../diagnostic/diagnostic.js";
import { type Path, type Source, valueAt } from "../../model/source.js";
import { amountFault } from "./amount.js";
import { descriptionAt } from "./guide.js";
import { allowed, choiceNotes, keywordFault, type ShapeFault, type Subject, typesOf } from "./keyword.js";
import { labelOf, nameOf, pathOf } from "./path.js";
import type { SchemaPart, ShapeCodes } from "./schema.js";

/** One fault of a value against its schema, as the officer should read it. */
export function valueProblem(
  source: Source,
  schema: object,
  error: ErrorObject,
  codes: ShapeCodes,
): Diagnostic {
  const path = pathOf(error);
  const subject: Subject = {
    name: nameOf(path),
    label: labelOf(path),
    value: valueAt(source.value, path),
    part: (error.parentSchema ?? {}) as SchemaPart,
    description: descriptionAt(schema, path),
    error,
    codes,
  };
  const { code, message, notes } = faultOf(subject);
  return problem(code, message, placeOf(source, path, subject), ...notes);
}

/** A value that is empty or a whole block is shown by its key. */
function placeOf(source: Source, path: Path, subject: Subject): Place {
  const { value, error } = subject;
  if (error.propertyName !== undefined) return source.placeOfKey([...path, error.propertyName]);
  if (error.keyword === "uniqueItems") return source.placeOf([...path, Number(error.params.i)]);
  return isEmpty(subject) || typeof value === "object" ? source.placeOfKey(path) : source.placeOf(path);
}

function isEmpty({ value }: Subject): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

function faultOf(subject: Subject): ShapeFault {
  const { value, part, error } = subject;
  if (error.propertyName !== undefined) return keyNameFault(subject);
  if (part["x-金额"] && typeof value === "string") return amount(subject, value);
  return isEmpty(subject) ? emptyFault(subject) : keywordFault(subject);
}

function emptyFault({ label, description, error, codes }: Subject): ShapeFault {
  const types = error.keyword === "type" ? typesOf(error) : [];
  const choices = error.keyword === "enum" ? [`可以写：${allowed(error).join("、")}`] : [];
  const notes = [...(description ? [`说明：${description}`] : []), ...choices, `怎么改：${fillIn(types)}`];
  return { code: codes.missing, message: `${label}没有填写`, notes };
}

function fillIn(types: readonly string[]): string {
  if (types.includes("array")) return "补上清单，每项以 - 开头；没有内容就写 []";
  return types.includes("object") ? "下级的内容另起一行，多缩进两个空格" : "补上内容；可以不写的，删去这一项";
}

function amount({ name, label, codes }: Subject, value: string): ShapeFault {
  const { cause, remedy } = amountFault(value, name === "金额" ? "删去这一整行" : "写 0.00");
  const subject = value.trim() === "" ? label : `${name}“${value}”`;
  return { code: codes.amount, message: `${subject}${cause}`, notes: [`怎么改：${remedy}`] };
}

function keyNameFault({ label, part, error, codes }: Subject): ShapeFault {
  const key = String(error.propertyName);
  const notes = error.keyword === "enum" ? choiceNotes(key, allowed(error)) : [];
  const rule = part.patternErrorMessage ?? part["x-错误"];
  return {
    code: codes.unknown,
    message: key === "" ? `${label}里有一项没有名字` : `${label}里不能写“${key}”`,
    notes: rule ? [`规则：${rule}`, "怎么改：照这条规则改这个键；多余的，删去这一项"] : notes,
  };
}
