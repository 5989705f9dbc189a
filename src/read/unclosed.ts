import type { TextSource } from "../model/source.js";

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** A bracket or quotation mark that its line does not close. */
export interface Unclosed {
  readonly mark: string;
  readonly offset: number;
}

/** The nearest mark, on the line of `offset` or above it, that is not closed on its line. */
export function unclosedBefore(source: TextSource, offset: number): Unclosed | undefined {
  const lines = source.text.slice(0, offset).split("\n");
  const rest = source.text.slice(offset).split("\n", 1)[0] ?? "";
  let start = 0;
  let found: Unclosed | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = unclosedIn(index === lines.length - 1 ? line + rest : line);
    if (mark) found = { mark: mark.mark, offset: start + mark.offset };
    start += line.length + 1;
  }
  return found;
}

/** Quotation marks count only where YAML lets one begin; a # behind a blank begins a comment. */
function unclosedIn(line: string): Unclosed | undefined {
  const open: Unclosed[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const mark = line.charAt(at);
    if (mark === "#" && /(^|\s)$/.test(line.slice(0, at))) break;
    if ((mark === '"' || mark === "'") && /(^|[\s,{[])$/.test(line.slice(0, at))) {
      const end = line.indexOf(mark, at + 1);
      if (end < 0) return { mark, offset: at };
      at = end;
    } else if (CLOSING[mark]) open.push({ mark, offset: at });
    else if (mark === CLOSING[open.at(-1)?.mark ?? ""]) open.pop();
  }
  return open.at(-1);
}
