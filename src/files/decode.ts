import { type Diagnostic, type Place, problem, wholeFile } from "../diagnostic/diagnostic.js";
import { attempted, Refusal } from "../diagnostic/refusal.js";

const SAVE_AS_UTF8 = "怎么改：在编辑器里“另存为”，编码选 UTF-8；VS Code 点右下角的编码名，选“通过编码保存”";

/** The text that the bytes are in strict UTF-8, a BOM read over; throws a Refusal at the first byte that is not. */
export function decode(file: string, raw: Uint8Array): string {
  const bytes = withoutMark(raw);
  const wide = utf16(file, bytes);
  if (wide) throw new Refusal([wide]);
  if (decodes(bytes, false)) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  throw new Refusal([notUtf8(file, bytes)]);
}

const MARK = [0xef, 0xbb, 0xbf];

/** What stands behind a BOM of UTF-8, which some editors write and which says nothing. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return MARK.every((byte, index) => bytes[index] === byte) ? bytes.subarray(MARK.length) : bytes;
}

function utf16(file: string, bytes: Uint8Array): Diagnostic | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return marked(file, "是 UTF-16（记事本里叫 Unicode）");
  if (first === 0xfe && second === 0xff) return marked(file, "是 UTF-16 大端序");
  return undefined;
}

function marked(file: string, name: string): Diagnostic {
  return problem("文件/编码", `文件的编码${name}，应当是 UTF-8`, wholeFile(file), SAVE_AS_UTF8);
}

function decodes(bytes: Uint8Array, partial: boolean): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return attempted(() => decoder.decode(bytes, { stream: partial })) !== undefined;
}

function notUtf8(file: string, bytes: Uint8Array): Diagnostic {
  const bad = firstBad(bytes);
  const start = bytes.subarray(0, bad).lastIndexOf(0x0a) + 1;
  const next = bytes.indexOf(0x0a, bad);
  const line = bytes.subarray(start, next < 0 ? bytes.length : next);
  const before = new TextDecoder().decode(bytes.subarray(0, bad));
  const number = before.split("\n").length;
  // Chinese that read well as UTF-8 before the bad byte: the file is UTF-8 with a broken place in it.
  if (/\p{Script=Han}/u.test(before)) {
    const place = placeIn(file, number, line, bad - start, "utf-8");
    return problem(
      "文件/编码",
      "这里有不是 UTF-8 的字节，文字坏了",
      place,
      "怎么改：把这一处重新录入，再保存",
    );
  }
  const place = placeIn(file, number, line, bad - start, "gb18030");
  const cause = "文件的编码不是 UTF-8，多半是 GBK（记事本里叫 ANSI）：从这里起的汉字读不出来";
  return problem("文件/编码", cause, place, "这一行按 GBK 读出来如上，可以用来核对", SAVE_AS_UTF8);
}

/** The offset of the first byte that cannot be part of UTF-8. */
function firstBad(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle - 1;
  }
  return Math.min(good, bytes.length - 1);
}

function placeIn(file: string, line: number, bytes: Uint8Array, offset: number, encoding: string): Place {
  const decoder = new TextDecoder(encoding);
  const excerpt = decoder.decode(bytes).replace(/\r$/, "");
  // Of a character's bytes, the first may be good and the second bad: count the whole characters before it.
  const column = [...decoder.decode(bytes.subarray(0, offset)).replace(/\uFFFD+$/, "")].length + 1;
  return { file, line, column, length: 1, excerpt };
}
