import type { Figure, LedgerLine, WrittenAmount } from "../../src/model/ledger.js";
import type { Edit, Mutation } from "./edits.js";
import { percent, printed, total } from "./money.js";
import type { Place, Places } from "./places.js";

/** 万元 and 分, or pieces: amounts are compared in millionths, which 分 are of 万元. */
const DECIMALS = 6;
const PIECE = 10n ** BigInt(DECIMALS);
/** Tables may be in 元. */
const CENT_OF_YUAN = 10_000n;

/** A figure with its counterpart after the edits, or one that stands in only one of the reports. */
interface Pair {
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
}

export interface Effects {
  /** what changed although nothing edited is in it, or did not change as it should have */
  readonly faults: readonly string[];
  /** the places whose words or digits changed */
  readonly changed: ReadonlySet<string>;
}

/** Holds all that a report says after the edits against what it said before. */
export function effectsOf(before: Places, after: Places, mutation: Mutation): Effects {
  const names = [...before.keys()];
  if (names.join() !== [...after.keys()].join()) return { faults: ["不是同样的各处"], changed: new Set() };
  const pairs = names.map((name) => [name, before.get(name), after.get(name)] as const);
  return {
    faults: pairs.flatMap(([name, old, now]) => (old && now ? faultsAt(name, old, now, mutation) : [])),
    changed: new Set(
      pairs.filter(([, old, now]) => old?.text !== now?.text && !old?.covered).map(([name]) => name),
    ),
  };
}

function faultsAt(name: string, before: Place, after: Place, mutation: Mutation): readonly string[] {
  const pairs = pairsOf(before.figures, after.figures);
  const faults = pairs.flatMap((pair) => faultsOf(pair, mutation));
  const mayChange = pairs.some((pair) => dependsOn(pair, mutation));
  if (before.text !== after.text && !mayChange) faults.push(`“${before.text}”变成“${after.text}”`);
  return faults.map((fault) => `${name} ${fault}`);
}

/** Figures go together by their measures and by how often these have come before. */
function pairsOf(before: readonly Figure[], after: readonly Figure[]): readonly Pair[] {
  const left = [...after];
  const pairs = before.map((figure): Pair => {
    const index = left.findIndex(({ measure }) => measure === figure.measure);
    return { before: figure, after: index < 0 ? undefined : left.splice(index, 1)[0] };
  });
  return [...pairs, ...left.map((figure): Pair => ({ before: undefined, after: figure }))];
}

function dependsOn({ before, after }: Pair, mutation: Mutation): boolean {
  return [before, after].some((figure) => figure && editsIn(figure, mutation).length > 0);
}

function faultsOf(pair: Pair, mutation: Mutation): string[] {
  const { before, after } = pair;
  const faults = [before, after].flatMap((figure) => (figure ? ownFault(figure) : []));
  if (!before || !after || before.unit === "%" || isDifference(before)) return faults;
  const [expected, shift] = [shiftOf(before, mutation), exact(after) - exact(before)];
  if (shift !== expected) faults.push(`${before.measure} 应变 ${expected}，变了 ${shift}`);
  return faults;
}

/** What is wrong with a figure by itself: it is made of its lines, and of nothing else. */
function ownFault(figure: Figure): readonly string[] {
  const { unit, decimals, lines } = figure;
  if (isDifference(figure)) return unlike(figure, differenceOf(figure) * 10_000n);
  if (isRate(figure))
    return unlike({ ...figure, amount: figure.amount.toDecimalPlaces(2) }, rateOf(figure) * 10_000n);
  if (unit === "个" || unit === "%") return lines.length > 0 ? [] : nowhere(figure);
  // thresholds, which the format sets, are printed in whole 万元
  if (lines.length === 0 && decimals === 0) return [];
  return unlike(
    figure,
    total(lines.map((line) => (unit === "万元" ? cents(line) : cents(line) * CENT_OF_YUAN))),
  );
}

function unlike(figure: Figure, expected: bigint): readonly string[] {
  const { measure } = figure;
  return exact(figure) === expected ? [] : [`${measure} 是 ${exact(figure)}，它的各笔是 ${expected}`];
}

/** How many names a list has comes of no amounts. */
function nowhere({ measure, amount }: Figure): readonly string[] {
  return measure === "条数" || amount.isZero() ? [] : [`${measure} 不知从何而来`];
}

const isDifference = ({ measure }: Figure): boolean => measure.endsWith("的增减");
const isRate = ({ measure }: Figure): boolean => measure.includes("的增减占");

/** This year's printed amount, and last year's. Both are among the lines of what compares them. */
function sides({ lines }: Figure): readonly [now: bigint, before: bigint] {
  const all = [...new Set(lines)];
  const sum = (some: readonly WrittenAmount[]): bigint => printed(total(some.map(cents)));
  return [sum(all.filter((line) => !isOfLastYear(line))), sum(all.filter(isOfLastYear))];
}

/** It is no line of the ledger, but where a format asks for last year's outturn. */
function isOfLastYear(line: WrittenAmount | LedgerLine): boolean {
  return !("account" in line) || line.dimensions.事项 === "上年执行数";
}

function differenceOf(figure: Figure): bigint {
  const [now, before] = sides(figure);
  return now > before ? now - before : before - now;
}

function rateOf(figure: Figure): bigint {
  return percent(differenceOf(figure), sides(figure)[1]) ?? 0n;
}

function exact({ amount }: Figure): bigint {
  return BigInt(amount.toFixed(DECIMALS).replace(".", ""));
}

function cents({ amount }: WrittenAmount): bigint {
  return BigInt(amount.toFixed(2).replace(".", ""));
}

function editsIn({ lines }: Figure, { edits }: Mutation): readonly Edit[] {
  return edits.filter(({ place }) =>
    lines.some((line) => line.place.line === place.line && line.place.column === place.column),
  );
}

/** By how much a sum of lines must change; how many things there are does not depend on their amounts. */
function shiftOf(figure: Figure, mutation: Mutation): bigint {
  if (figure.unit === "个") return 0n;
  const cent = figure.unit === "万元" ? 1n : CENT_OF_YUAN;
  return editsIn(figure, mutation).reduce(
    (sum, { by, counted }) => sum + by * (counted === "件" ? PIECE : cent),
    0n,
  );
}
