import { type Diagnostic, problem, unplaced, wholeFile } from "../diagnostic/diagnostic.js";
import { Refusal, refuseOnError } from "../diagnostic/refusal.js";
import type { TextSource } from "../model/source.js";
import { readBytes, type Shelf } from "./bytes.js";
import { forbiddenCharacters } from "./characters.js";
import { decode } from "./decode.js";
import { foreignKind, isPdf } from "./kinds.js";
import { textSource } from "./place.js";

/** The text of a file of the project; throws a Refusal when it is missing, empty, no UTF-8 or holds bad characters. */
export function readText(project: Shelf, file: string): TextSource {
  const bytes = readBytes(project, file);
  const kind = isPdf(bytes) ? "是 PDF" : foreignKind(bytes)?.name;
  if (kind !== undefined) throw new Refusal([noText(file, kind)]);
  const source = textSource(file, decode(file, bytes));
  if (source.text.trim() === "") throw new Refusal([empty(file)]);
  refuseOnError([...tooManyLines(source), ...longLines(source), ...forbiddenCharacters(source)]);
  return source;
}

/** Such lines cannot be shown, and what has them is no file that a person has written. */
const LONGEST_LINE = 10_000;

/** The largest file has fewer lines as people write them; a file of nothing but short ones takes memory by the line. */
const MOST_LINES = 50_000;

function tooManyLines({ file, text }: TextSource): readonly Diagnostic[] {
  const lines = text.split("\n").length;
  if (lines <= MOST_LINES) return [];
  const message = `文件有 ${lines} 行，超过 ${MOST_LINES} 行，不像一份预算数据`;
  return [
    problem("文件/过大", message, wholeFile(file), "怎么改：核对是不是放错了文件，或者一段内容重复了许多次"),
  ];
}

function longLines(source: TextSource): readonly Diagnostic[] {
  const start = longLineIn(source.text);
  if (start === undefined) return [];
  return [
    problem(
      "文件/过大",
      `这一行超过 ${LONGEST_LINE} 个字，不像一份预算数据`,
      source.at(start, 1),
      "怎么改：核对是不是放错了文件；一行只写一件事",
    ),
  ];
}

/** Where the first line that is too long begins. A pattern would try every character of every line as a beginning. */
function longLineIn(text: string): number | undefined {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    if (end - start >= LONGEST_LINE) return start;
    start = end + 1;
  }
  return undefined;
}

function noText(file: string, kind: string): Diagnostic {
  const remedy = `怎么改：把扩展名改回去，移走它；${file} 应当是用记事本或 VS Code 写的文本`;
  return unplaced("文件/不能读", `文件 ${file} 读不出来：它${kind}，只是改了名`, remedy);
}

/** What to say of a file that holds nothing. */
export function empty(file: string) {
  return problem(
    "文件/空",
    "文件里没有内容：它是空的，或者只有空行和注释",
    wholeFile(file),
    "怎么改：核对是不是没有保存；新一年的数据用 npm run new-year 做",
  );
}

/** The JSON object in a file that belongs to the program, such as a schema. */
export function readJson(project: Shelf, file: string): object {
  const { text } = readText(project, file);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // the refusal below says it
  }
  throw new Refusal([
    problem(
      "文件/不能读",
      "这个文件不是完好的 JSON",
      wholeFile(file),
      "怎么改：它是程序自带的文件，从原来的程序包里恢复它",
    ),
  ]);
}
