import { printedValue } from "../../model/figure.js";
import { groupedBy } from "../../model/groups.js";
import { type Quantity, quantity, sum } from "../../money/money.js";
import { seenValue } from "../collate/amounts.js";
import type { Reading } from "../collate/differences.js";
import type { FigureKeys } from "./figure-keys.js";

/** A cause while its consequences are still looked for. */
export interface Begun {
  /** unit: 元 for 万元; swap: two figures in each other's place; value: another number */
  readonly kind: "unit" | "swap" | "value";
  /** the places with the same wrong value, the first first */
  readonly readings: readonly Reading[];
  /** other figures that differ because this one does */
  readonly consequences: Reading[];
}

export function begin(kind: Begun["kind"], readings: readonly Reading[]): Begun {
  return { kind, readings, consequences: [] };
}

/** The same figure with the same wrong value, wherever it stands. */
export type Group = readonly [Reading, ...Reading[]];

export function groupsOf(readings: readonly Reading[], keys: FigureKeys): readonly Group[] {
  const keyOf = (each: Reading): string => `${keys.keyOf(each.figure)}|${seenValue(each).toFixed()}`;
  return [...groupedBy(readings, keyOf).values()];
}

export function isShifted([reading]: Group, amounts: readonly Quantity[]): boolean {
  const delta = deltaOf(reading);
  return amounts.some((amount) => !amount.isZero() && delta.equals(amount));
}

/** The groups of which no other is the cause, each with those that follow from it. */
export function rootsOf(groups: readonly Group[], keys: FigureKeys): readonly Begun[] {
  const roots: { readonly group: Group; readonly begun: Begun }[] = [];
  for (const group of groups.toSorted(bySize)) {
    const [reading] = group;
    const within = roots.filter(({ group: [root] }) => isPartOf(root, reading, keys));
    const single = within.find(({ group: [root] }) => isSameShift(deltaOf(root), deltaOf(reading)));
    const shift = sum(within.map(({ group: [root] }) => deltaOf(root)));
    const cause = single ?? (isSameShift(shift, deltaOf(reading)) ? within[0] : undefined);
    if (cause) cause.begun.consequences.push(...group);
    else roots.push({ group, begun: begin("value", group) });
  }
  return roots.map(({ begun }) => begun);
}

/** Figures of few lines first; a difference to last year behind the figure it is made of. */
function bySize([one]: Group, [other]: Group): number {
  const derived = ({ figure }: Reading): number => Number(/的增减$/u.test(figure.measure));
  return one.figure.lines.length - other.figure.lines.length || derived(one) - derived(other);
}

function isPartOf(part: Reading, reading: Reading, keys: FigureKeys): boolean {
  if (part.figure.unit !== reading.figure.unit || !keys.contains(reading.figure, part.figure)) return false;
  return keys.keyOf(part.figure) !== keys.keyOf(reading.figure);
}

/** Rounding may take a hundredth from a larger difference. */
const HUNDREDTH = quantity("0.01");
const LARGER = quantity("0.1");

function isSameShift(one: Quantity, other: Quantity): boolean {
  if (one.isZero()) return false;
  const apart = one.abs().minus(other.abs()).abs();
  return apart.isZero() || (one.abs().gte(LARGER) && apart.lte(HUNDREDTH));
}

function deltaOf(reading: Reading): Quantity {
  return seenValue(reading).minus(printedValue(reading.figure));
}
