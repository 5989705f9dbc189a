import { type Diagnostic, problem, Refusal, refuseOnError } from "../diagnostic.js";
import type { TextSource } from "../model/source.js";
import { readBytes } from "./bytes.js";
import { forbiddenCharacters } from "./characters.js";
import { decode } from "./decode.js";
import { textSource, wholeFile } from "./place.js";

/** The text of a file of the project; throws a Refusal when it is missing, empty, no UTF-8 or holds bad characters. */
export function readText(project: string, file: string): TextSource {
  const source = textSource(file, decode(file, readBytes(project, file)));
  if (source.text.trim() === "") throw new Refusal([empty(file)]);
  refuseOnError([...longLines(source), ...forbiddenCharacters(source)]);
  return source;
}

/** Such lines cannot be shown, and what has them is no file that a person has written. */
const LONGEST_LINE = 10_000;

function longLines(source: TextSource): readonly Diagnostic[] {
  const match = new RegExp(`[^\\n]{${LONGEST_LINE},}`).exec(source.text);
  if (!match) return [];
  const place = source.at(match.index, 1);
  return [
    problem(
      "文件/过大",
      `这一行超过 ${LONGEST_LINE} 个字，不像一份预算数据`,
      place,
      "怎么改：核对是不是放错了文件；一行只写一件事",
    ),
  ];
}

/** What to say of a file that holds nothing. */
export function empty(file: string) {
  return problem(
    "文件/空",
    "文件里没有内容：它是空的，或者只有空行和注释",
    wholeFile(file),
    "怎么改：核对是不是没有保存；新建数据文件可以复制一份往年的再改",
  );
}
