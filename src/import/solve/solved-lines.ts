import { groupedBy } from "../../model/groups.js";
import { type Account, DIMENSIONS, type Dimension } from "../../model/ledger.js";
import { type Quantity, yuanOf } from "../../money/money.js";
import type { Dimensions, FenRange } from "./asked.js";
import { isRunning } from "./prices.js";
import { type Judged, type Rival, type Situation, type Sureness, toleranceOf } from "./sureness.js";
import type { Unknown } from "./unknowns.js";

/** A line of a ledger that prints the tables again. */
export interface SolvedLine {
  readonly account: Account;
  /** what is known of it, and what is likeliest where something is */
  readonly dimensions: Dimensions;
  readonly amount: Quantity;
  readonly sureness: Sureness;
  /** by which usual correspondence it is known, in words */
  readonly pairing?: string;
  /** what of it is not known */
  readonly open: readonly Dimension[];
  /** what that could be, the likeliest first; what is not said of one is as in the line */
  readonly candidates: readonly LineChoice[];
}

/** What a line could be instead, and between which amounts. */
export interface LineChoice {
  readonly dimensions: Dimensions;
  readonly from: Quantity;
  readonly to: Quantity;
}

const ECONOMY: readonly Dimension[] = ["经济类", "经济科目", "政府经济类", "政府经济科目"];

/** The lines with an amount as far as they are known: projects as the tables name them, all else by its codes. */
export function linesOf(
  situation: Situation,
  judged: ReadonlyMap<number, Judged>,
  byAmount: ReadonlySet<number>,
): readonly SolvedLine[] {
  const { unknowns } = situation;
  const groups = groupedBy(
    [...judged.keys()].filter((number) => unknowns[number]?.ofProject),
    (number) => unknowns[number]?.group ?? "",
  );
  const least = toleranceOf(situation.cells);
  const money = unknowns.flatMap((unknown, number) => {
    const range = situation.bounds[number] ?? { low: 0, high: 0 };
    const isPossible = !unknown.ofProject && unknown.dimensions.支出性质 === "项目支出" && range.high > 0;
    return isPossible && (range.high > least || judged.has(number)) ? [{ number, ...range, ...unknown }] : [];
  });
  const codes = groupedBy(money, ({ group }) => group);
  return [...judged]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, each]): readonly SolvedLine[] => {
      const unknown = unknowns[number];
      if (!unknown) return [];
      const line = lineOf(situation, number, each, byAmount.has(number));
      if (unknown.ofProject) {
        const isAlone = groups.get(unknown.group)?.length === 1;
        return withEconomy(situation, judged, line, codes.get(unknown.group) ?? [], isAlone);
      }
      if (unknown.dimensions.支出性质 !== "项目支出") return [line];
      return groups.has(unknown.group) ? [] : [withoutProject(line)];
    });
}

function lineOf(
  { unknowns, amounts }: Situation,
  number: number,
  judged: Judged,
  byAmount: boolean,
): SolvedLine {
  const { account = "支出", dimensions = {} } = unknowns[number] ?? {};
  const isMatched = byAmount && judged.sureness !== "定";
  const sureness = isMatched ? "按对应" : judged.sureness;
  const rivals = isMatched ? [] : judged.rivals;
  const others = rivals.map((each) => ({ ...each, dimensions: unknowns[each.number]?.dimensions ?? {} }));
  const open = DIMENSIONS.filter((each) =>
    others.some((other) => other.dimensions[each] !== dimensions[each]),
  );
  return {
    account,
    dimensions,
    amount: yuanOf(amounts[number] ?? 0),
    sureness,
    ...(sureness === "按对应" && {
      pairing: isMatched ? "各项目与功能科目的金额相符" : pairingOf(dimensions),
    }),
    open,
    candidates: others.map((other) => candidate(pick(other.dimensions, open), other)),
  };
}

function pairingOf({ 功能科目: item = "", 经济科目: code = "" }: Dimensions): string {
  return isRunning(item) ? `别的功能科目各有所列，${code} 列在 ${item}` : `${code} 一般列在 ${item}`;
}

function pick(dimensions: Dimensions, some: readonly Dimension[]): Dimensions {
  return Object.fromEntries(some.map((each) => [each, dimensions[each]]));
}

function without(dimensions: Dimensions, some: readonly Dimension[]): Dimensions {
  return Object.fromEntries(Object.entries(dimensions).filter(([each]) => !some.includes(each as Dimension)));
}

function candidate(dimensions: Dimensions, { low, high }: FenRange): LineChoice {
  return { dimensions, from: yuanOf(low), to: yuanOf(high) };
}

/** No table names the project that this is for. */
function withoutProject(line: SolvedLine): SolvedLine {
  return { ...line, sureness: "多解", open: [...line.open, "项目"] };
}

/** Money of projects that may have been spent under an economic code. */
type Coded = Unknown & Rival;

/**
 * A project's money by economic code: where its function, kind and pot have one code only, or no other project, that is
 * known; else there are the codes of that money and what they come to, and none is taken for any project.
 */
function withEconomy(
  situation: Situation,
  judged: ReadonlyMap<number, Judged>,
  line: SolvedLine,
  codes: readonly Coded[],
  isAlone: boolean,
): readonly SolvedLine[] {
  const [only, another] = codes;
  if (only && another === undefined)
    return [{ ...line, dimensions: { ...line.dimensions, ...pick(only.dimensions, ECONOMY) } }];
  if (isAlone)
    return codes.flatMap(({ number }) => {
      const each = judged.get(number);
      return each ? [together(line, lineOf(situation, number, each, false))] : [];
    });
  const most = line.amount;
  const choices = [...codes]
    .sort((a, b) => b.high - a.high || a.number - b.number)
    .map((each) => candidate(pick(each.dimensions, ECONOMY), { low: 0, high: each.high }))
    .map((each) => (each.to.gt(most) ? { ...each, to: most } : each));
  return [
    {
      ...line,
      dimensions: without(line.dimensions, ECONOMY),
      sureness: "多解",
      open: [...line.open, ...ECONOMY],
      candidates: [...line.candidates, ...choices],
    },
  ];
}

const SURENESS: readonly Sureness[] = ["定", "按对应", "多解"];

/** What is known of a project and what is known of its only money, as sure as the less sure of both. */
function together(project: SolvedLine, money: SolvedLine): SolvedLine {
  const sureness =
    SURENESS[Math.max(...[project, money].map((each) => SURENESS.indexOf(each.sureness)))] ?? "多解";
  const pairing = project.pairing ?? money.pairing;
  return {
    ...money,
    dimensions: { ...money.dimensions, ...project.dimensions },
    sureness,
    ...(pairing !== undefined && { pairing }),
    open: [...new Set([...project.open, ...money.open])],
    candidates: [...project.candidates, ...money.candidates],
  };
}
