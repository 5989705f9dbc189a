/** A block's beginning or end that has no counterpart: `{{#if` without `{{/if}}`, or the other way round. */
export interface LoneTag {
  readonly tag: string;
  readonly name: string;
  readonly offset: number;
  /** whether it begins a block, and what stands for its end is missing */
  readonly opens: boolean;
}

const TAG = /\{\{~?\s*([#/])\s*([^\s{}~]+)[^{}]*\}\}/g;

/** The first of them in a template that could not be read. */
export function loneTag(text: string): LoneTag | undefined {
  const open: LoneTag[] = [];
  for (const { 0: tag, 1: mark, 2: name = "", index } of text.matchAll(TAG)) {
    const found = { tag, name, offset: index, opens: mark === "#" };
    if (found.opens) open.push(found);
    else if (open.at(-1)?.name === name) open.pop();
    else return open.length > 0 && !open.some((each) => each.name === name) ? found : (open.at(-1) ?? found);
  }
  return open.at(-1);
}

/** `{{` with one bracket too few behind it, or with none before the next one or the end of its line. */
const UNCLOSED = /\{\{[^{}\n]*(?:\}(?!\})|(?=\{|\n|$))/;

/** The first tag that nothing closes, in a template that could not be read. */
export function unclosedTag(text: string): { readonly tag: string; readonly offset: number } | undefined {
  const match = UNCLOSED.exec(text);
  return match ? { tag: match[0], offset: match.index } : undefined;
}
