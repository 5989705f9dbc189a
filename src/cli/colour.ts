import type { Severity } from "../diagnostic/diagnostic.js";

/** Ways to set off parts of what is printed. */
export interface Palette {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

const plain = (text: string): string => text;
const coloured = (code: string) => (text: string) => `\u001B[${code}m${text}\u001B[0m`;
const BY_SEVERITY = { 错误: coloured("1;31"), 警告: coloured("1;33") };

/** Whether colours are wanted: on a terminal that shows them, unless NO_COLOR holds anything (no-color.org). */
export function wantsColours(terminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  return terminal && !env.NO_COLOR && env.TERM !== "dumb";
}

/** Colours for a terminal that shows them, and nothing for one that does not. */
export function palette(colour: boolean): Palette {
  if (!colour) return { severity: (_, text) => text, strong: plain, faint: plain };
  return {
    severity: (severity, text) => BY_SEVERITY[severity](text),
    strong: coloured("1"),
    faint: coloured("36"),
  };
}
