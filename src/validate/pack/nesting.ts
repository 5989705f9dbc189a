/** Sentences nest two or three levels. Over more of them the parser of templates takes the square of time. */
export const DEEPEST = 20;

/** What opens, continues or ends a block, and what opens or ends a call within `{{ }}`. */
const MARKS = /\{\{+~?(?<block>[#^](?!~?\})|\/|else\s+[^\s~}])?|(?<call>[()])|\}\}/g;

/** Where a template nests blocks or calls deeper than any sentence does, told without parsing it. */
export function nestsTooDeep(text: string): number | undefined {
  /** the depth of each open block; an “else if” lies one deeper than the case before it */
  const open: number[] = [];
  let calls = 0;
  for (const { index, groups } of text.matchAll(MARKS)) {
    const { block, call } = groups ?? {};
    calls = call === undefined ? 0 : calls + (call === "(" ? 1 : -1);
    if (block === "/") open.pop();
    else if (block?.startsWith("else")) open.push((open.pop() ?? 0) + 1);
    else if (block) open.push((open.at(-1) ?? 0) + 1);
    if (calls > DEEPEST || (open.at(-1) ?? 0) > DEEPEST) return index;
  }
  return undefined;
}
