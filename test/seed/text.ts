/** Texts are compared without white space: where lines and pages end is layout, not wording. */
export function compact(text: string): string {
  return text.replace(/\s/gu, "");
}

export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** What is wrong, and both texts around the first character that differs; undefined where none does. */
export function difference(where: string, expected: string, printed: string): string | undefined {
  if (expected === printed) return undefined;
  let at = 0;
  while (at < expected.length && expected[at] === printed[at]) at++;
  return `${where}\n  应为：${around(expected, at)}\n  印出：${around(printed, at)}`;
}

/** The text on both sides of a place, which 【 marks. */
function around(text: string, at: number): string {
  const from = Math.max(0, at - 24);
  const to = at + 36;
  const before = from > 0 ? "…" : "";
  const after = to < text.length ? "…" : "";
  return `${before}${text.slice(from, at)}【${text.slice(at, to)}${after}`;
}
