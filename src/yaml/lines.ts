/** A line of a text, without its end, and where it begins. */
export interface Line {
  readonly from: number;
  readonly text: string;
}

/** The line on which `offset` stands. */
export function lineAt(text: string, offset: number): Line {
  const from = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", from);
  return { from, text: text.slice(from, end < 0 ? text.length : end).replace(/\r$/, "") };
}

/** The next line with content before (-1) or behind (1) a line, at most `farthest` lines away. */
export function nextContent(text: string, line: Line, step: 1 | -1, farthest: number): Line | undefined {
  let { from } = line;
  for (let lines = 0; lines < farthest; lines += 1) {
    const end = text.indexOf("\n", from);
    if (step === 1 ? end < 0 : from === 0) return undefined;
    const found = lineAt(text, step === 1 ? end + 1 : from - 1);
    if (isContent(found)) return found;
    from = found.from;
  }
  return undefined;
}

export function isContent({ text }: Line): boolean {
  return /^\s*[^\s#]/.test(text);
}

export function indentOf({ text }: Line): number {
  return text.search(/\S/);
}
