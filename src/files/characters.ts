import { type Diagnostic, type Place, problem } from "../diagnostic/diagnostic.js";
import type { TextSource } from "../model/source.js";

/** More of them say nothing new: a binary file would give thousands. */
const MOST = 20;

/** Kinds of characters that must not be in a file: they cannot be seen or printed, or change what is read. */
const FORBIDDEN: readonly { readonly name: string; readonly remedy: string; readonly pattern: RegExp }[] = [
  {
    name: "改变文字方向的控制字符",
    remedy: "它会让看到的次序与实际的次序不同；删去这个字符，或把这一行重新录入",
    pattern: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
  },
  {
    name: "看不见的零宽字符",
    remedy: "多半是从网页或 Word 复制来的；删去这个字符，或把这几个字重新录入",
    pattern: /[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/u,
  },
  {
    name: "不换行空格",
    remedy: "多半是从网页或 Word 复制来的；改成普通空格，或者删去",
    pattern: /[\u00A0\u2007\u202F]/u,
  },
  {
    name: "私用区的字符",
    remedy: "它在别的电脑上没有固定的字形；换成通用的字，生僻字用 Unicode 里已有的字",
    pattern: /\p{Co}/u,
  },
  {
    name: "表示“字已损坏”的替代字符",
    remedy: "原来的字在转换编码时丢失了，对照原件重新录入",
    pattern: /\uFFFD/u,
  },
  {
    name: "控制字符",
    remedy: "它看不见，也印不出来；删去，或把这几个字重新录入",
    pattern: /(?![\t\n\r])\p{Cc}|\r(?!\n)|[\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u,
  },
];

const ALL = new RegExp(FORBIDDEN.map((each) => `(?:${each.pattern.source})+`).join("|"), "gu");

/** The characters of the text that no file may hold, each run of a kind with its place. */
export function forbiddenCharacters(source: TextSource): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const match of source.text.matchAll(ALL)) {
    if (found.length === MOST) break;
    found.push(forbidden(match[0], source.at(match.index, match[0].length), "，下面显示为 \uFFFD"));
  }
  return found;
}

/** The first such character of a value in double quotes, in which an escape like \u202E stands for one. */
export function forbiddenByEscape(value: string, place: Place): Diagnostic | undefined {
  const run = value.match(ALL)?.[0];
  return run === undefined ? undefined : forbidden(run, place, "，是用反斜杠写出来的");
}

function forbidden(run: string, place: Place, shown: string): Diagnostic {
  const kind = FORBIDDEN.find((each) => each.pattern.test(run));
  const code = run.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  const message = `这里有${kind?.name ?? "不能用的字符"}（U+${code}）${shown}`;
  return problem("数据/字符", message, place, `怎么改：${kind?.remedy ?? "删去这个字符"}`);
}
