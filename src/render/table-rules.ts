import { decimal } from "./lengths.js";
import { RULE } from "./page.js";

/** A piece of a table's rule on a page, in pt from its top left corner; pdfmake draws one for every side of a cell. */
export interface Rule {
  readonly type: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Whether a vector is what pdfmake draws around cells. */
export function isRule(vector: unknown): vector is Rule {
  const { type, lineWidth, lineColor, dash } = vector as Record<string, unknown>;
  return type === "line" && lineWidth === RULE && lineColor === "black" && dash === undefined;
}

/**
 * The operators that draw the rules of a page, as one path in which rules that lie end to end are one: each by itself
 * took ten operators, which was most of what stood on a page of tables.
 */
export function drawRules(rules: readonly Rule[]): string {
  const across = rules.filter(({ y1, y2 }) => y1 === y2);
  const down = rules.filter(({ y1, y2 }) => y1 !== y2);
  const segments = [
    ...joined(across.map(({ x1, x2, y1 }) => ({ at: y1, from: x1, to: x2 }))).map(
      ({ at, from, to }) => [from, at, to, at] as const,
    ),
    ...joined(down.map(({ x1, y1, y2 }) => ({ at: x1, from: y1, to: y2 }))).map(
      ({ at, from, to }) => [at, from, at, to] as const,
    ),
  ];
  const path = segments.map(([x1, y1, x2, y2]) => `${point(x1, y1)} m ${point(x2, y2)} l`);
  return [`${RULE} w /DeviceRGB CS 0 0 0 SCN`, ...path, "S"].join("\n");
}

/** On a line at `at`, a stretch of it. */
interface Reach {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How far sums of widths may be apart where two rules meet, in pt. */
const HAIR = 0.001;

function joined(reaches: readonly Reach[]): Reach[] {
  const sorted = reaches.toSorted((a, b) => a.at - b.at || a.from - b.from);
  const found: Reach[] = [];
  for (const reach of sorted) {
    const last = found.at(-1);
    if (last && last.at === reach.at && reach.from <= last.to + HAIR) {
      found[found.length - 1] = { ...last, to: Math.max(last.to, reach.to) };
    } else found.push(reach);
  }
  return found;
}

function point(x: number, y: number): string {
  return `${decimal(x)} ${decimal(y)}`;
}
