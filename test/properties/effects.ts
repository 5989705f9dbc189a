import type { Figure } from "../../src/model/ledger.js";
import type { Edit, Mutation } from "./edits.js";
import type { Statement } from "./statements.js";

/** 万元 and 分, or pieces: amounts are compared in millionths, which 分 are of 万元. */
const DECIMALS = 6;
const PIECE = 10n ** BigInt(DECIMALS);

/** A figure with its counterpart after the edits, or one that stands in only one of the reports. */
interface Pair {
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
}

export interface Effects {
  /** what changed although nothing edited is in it, or did not change as it should have */
  readonly faults: readonly string[];
  readonly changed: number;
}

/** Holds all that a report says after the edits against what it said before. */
export function effectsOf(
  before: readonly Statement[],
  after: readonly Statement[],
  mutation: Mutation,
): Effects {
  if (before.length !== after.length) {
    return { faults: [`原来有 ${before.length} 句，现在有 ${after.length} 句`], changed: 0 };
  }
  const effects = before.map((statement, index) => effectIn(statement, after[index] ?? statement, mutation));
  return {
    faults: effects.flatMap(({ faults }) => faults),
    changed: effects.reduce((sum, { changed }) => sum + changed, 0),
  };
}

function effectIn(before: Statement, after: Statement, mutation: Mutation): Effects {
  const pairs = pairsOf(before.figures, after.figures);
  const faults = pairs.flatMap((pair) => faultOf(pair, mutation)).map((fault) => `${before.where} ${fault}`);
  const mayReword = pairs.some((pair) => dependsOn(pair, mutation));
  if (before.words !== after.words && !mayReword) {
    faults.push(`${before.where} “${before.words}”变成“${after.words}”`);
  }
  return { faults, changed: pairs.filter(hasChanged).length };
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

function hasChanged({ before, after }: Pair): boolean {
  return !before || !after || exact(before) !== exact(after);
}

function exact({ amount }: Figure): bigint {
  return BigInt(amount.toFixed(DECIMALS).replace(".", ""));
}

function faultOf(pair: Pair, mutation: Mutation): readonly string[] {
  const figure = pair.before ?? pair.after;
  if (!figure) return [];
  const touched = dependsOn(pair, mutation);
  if (!touched && hasChanged(pair)) return [`${figure.measure} 与改动无关，却变了`];
  if (!touched || !pair.before || !pair.after || figure.unit === "%") return [];
  const shift = exact(pair.after) - exact(pair.before);
  if (isDifference(figure)) return differenceFault(figure, shift, mutation);
  const expected = shiftOf(figure, mutation);
  return shift === expected ? [] : [`${figure.measure} 应变 ${expected}，变了 ${shift}`];
}

function isDifference({ measure }: Figure): boolean {
  return measure.endsWith("的增减");
}

/** A difference is made of printed numbers: only whether it changes is foreseen. */
function differenceFault(figure: Figure, shift: bigint, mutation: Mutation): readonly string[] {
  const moves = isOfLastYear(figure, mutation) || shiftOf(figure, mutation) !== 0n;
  if (moves === (shift !== 0n)) return [];
  return [`${figure.measure} ${moves ? "应当变，没有变" : "不应当变，却变了"}`];
}

function dependsOn({ before, after }: Pair, mutation: Mutation): boolean {
  return [before, after].some(
    (figure) => figure && (isOfLastYear(figure, mutation) || editsIn(figure, mutation).length > 0),
  );
}

/** Last year's amounts are no lines, so figures that compare with them are known by their names only. */
function isOfLastYear({ measure }: Figure, { edits }: Mutation): boolean {
  return edits.some(
    ({ lastYear: name }) => measure === `${name}的增减` || measure === `${name}的增减占${name}`,
  );
}

function editsIn({ lines }: Figure, { edits }: Mutation): readonly Edit[] {
  return edits.filter(({ place }) =>
    lines.some((line) => line.place.line === place.line && line.place.column === place.column),
  );
}

/** By how much a sum of lines must change; how many things there are does not depend on their amounts. */
function shiftOf(figure: Figure, mutation: Mutation): bigint {
  if (figure.unit === "个") return 0n;
  return editsIn(figure, mutation).reduce(
    (sum, { by, counted }) => sum + (counted === "件" ? by * PIECE : by),
    0n,
  );
}
