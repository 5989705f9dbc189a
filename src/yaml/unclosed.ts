/** A bracket or quotation mark that nothing closes. */
export interface Unclosed {
  readonly mark: string;
  readonly offset: number;
  /** the bracket that it stands in */
  readonly within?: string | undefined;
}

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]", '"': '"', "'": "'" };

/** The last mark before `end` that opens a value in brackets or quotation marks and is not closed before `end`. */
export function unclosedBefore(text: string, end: number): Unclosed | undefined {
  const open: Unclosed[] = [];
  for (let at = 0; at < end; at += 1) {
    const mark = text.charAt(at);
    const inside = open.at(-1);
    if (inside && mark === CLOSING[inside.mark]) open.pop();
    else if (inside && isQuote(inside.mark)) continue;
    else if (mark === "#" && isBlank(text.charAt(at - 1))) at = endOfLine(text, at);
    else if (CLOSING[mark] && opensValue(text, at, inside !== undefined && !isQuote(mark))) {
      open.push({ mark, offset: at, within: inside?.mark });
    }
  }
  return open.at(-1);
}

/** The mark that closes what `mark` opens. */
export function closingOf(mark: string): string {
  return CLOSING[mark] ?? mark;
}

export function isQuote(mark: string): boolean {
  return mark === '"' || mark === "'";
}

/** Inside of other brackets a bracket always opens one; elsewhere a mark within a text is part of the text. */
function opensValue(text: string, at: number, always: boolean): boolean {
  return always || /(^|[\n{[,]|[:-] )\s*$/.test(text.slice(Math.max(0, at - 40), at));
}

function isBlank(character: string): boolean {
  return character === "" || /\s/.test(character);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
