import { printedValue } from "../../model/figure.js";
import type { Figure } from "../../model/ledger.js";
import { percentage, type Quantity, rounded } from "../../money/money.js";
import { agrees, hasOtherUnit, seenValue } from "../collate/amounts.js";
import type { Reading } from "../collate/differences.js";
import { createFigureKeys, type FigureKeys } from "./figure-keys.js";
import { type Begun, begin, groupsOf, isShifted, rootsOf } from "./roots.js";

/** One thing that is wrong with a figure, and everything that comes of it. */
export interface FigureCause extends Begun {
  /** the places where the same figure has another value */
  readonly elsewhere: readonly Reading[];
}

/**
 * Puts together what has one cause: the same wrong number in several places, and what follows from it; and for each row
 * that is missing or too many the totals that differ by one of its amounts.
 */
export function causesOf(readings: readonly Reading[], shifts: readonly (readonly Quantity[])[]) {
  const keys = createFigureKeys();
  const deviating = readings.filter((reading) => !agrees(reading));
  const units = deviating.filter(hasOtherUnit);
  const swaps = swapsIn(without(deviating, units));
  const values = without(deviating, [...units, ...swaps.flat()]);
  const shares = values.filter((reading) => followsFromItsParts(reading, readings, keys));
  const groups = groupsOf(without(values, shares), keys);
  const shifted = shifts.map((amounts) => groups.filter((group) => isShifted(group, amounts)));
  const left = groups.filter((group) => !shifted.some((some) => some.includes(group)));
  const begun: Begun[] = [
    ...units.map((reading) => begin("unit", [reading])),
    ...swaps.map((pair) => begin("swap", pair)),
    ...rootsOf(left, keys),
  ];
  const alone = shares.filter((share) => !attach(share, begun, keys));
  const all = [...begun, ...alone.map((share) => begin("value", [share]))];
  return {
    causes: all.map((cause): FigureCause => ({ ...cause, elsewhere: elsewhereOf(cause, readings, keys) })),
    shifted: shifted.map((some) => some.flat()),
  };
}

function without(readings: readonly Reading[], others: readonly Reading[]): readonly Reading[] {
  const taken = new Set(others);
  return readings.filter((reading) => !taken.has(reading));
}

/** Figures of one section or row that each have the other's value. */
function swapsIn(deviating: readonly Reading[]): readonly (readonly [Reading, Reading])[] {
  const taken = new Set<Reading>();
  return deviating.flatMap((one, index): [Reading, Reading][] => {
    if (taken.has(one)) return [];
    const other = deviating.slice(index + 1).find((each) => !taken.has(each) && haveEachOther(one, each));
    if (!other) return [];
    taken.add(one).add(other);
    return [[one, other]];
  });
}

function haveEachOther(one: Reading, other: Reading): boolean {
  return (
    one.where === other.where &&
    one.figure.unit === other.figure.unit &&
    seenValue(one).equals(printedValue(other.figure)) &&
    seenValue(other).equals(printedValue(one.figure))
  );
}

/** Whether a percentage is right for the amounts that the document itself shows. */
function followsFromItsParts(reading: Reading, all: readonly Reading[], keys: FigureKeys): boolean {
  const { ratio } = reading.figure;
  if (!ratio) return false;
  const seenOf = (figure: Figure): Quantity => {
    const same = all.filter((each) => keys.keyOf(each.figure) === keys.keyOf(figure));
    const found = same.find((each) => each.where === reading.where) ?? same[0];
    return found ? seenValue(found) : printedValue(figure);
  };
  const share = percentage(seenOf(ratio.part).abs(), seenOf(ratio.whole));
  return share !== undefined && rounded(share, reading.seen.decimals).equals(reading.seen.value);
}

/** Puts a percentage to the cause that its part or whole belongs to. */
function attach(share: Reading, causes: readonly Begun[], keys: FigureKeys): boolean {
  const { ratio } = share.figure;
  const wanted = ratio ? [ratio.part, ratio.whole].map((figure) => keys.keyOf(figure)) : [];
  const cause = causes.find(({ readings, consequences }) =>
    [...readings, ...consequences].some(({ figure }) => wanted.includes(keys.keyOf(figure))),
  );
  cause?.consequences.push(share);
  return cause !== undefined;
}

function elsewhereOf({ readings }: Begun, all: readonly Reading[], keys: FigureKeys): readonly Reading[] {
  const [first] = readings;
  if (!first) return [];
  return all.filter(
    (each) =>
      !readings.includes(each) &&
      keys.keyOf(each.figure) === keys.keyOf(first.figure) &&
      !seenValue(each).equals(seenValue(first)),
  );
}
