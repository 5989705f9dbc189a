import fc from "fast-check";
import { DEPARTMENTS, FUNCTIONS, functionFor, GOVERNMENTS, hasCorrespondence } from "./code-lists.js";
import {
  APPROPRIATED,
  FUNDS,
  type Line,
  OPERATING,
  PERSONNEL,
  type Pool,
  PURCHASE,
  RECEPTIONS,
  RUNNING,
  VISITS,
} from "./facts.js";
import type { Cents } from "./money.js";

/** 100 亿元. */
const MOST: Cents = 1_000_000_000_000n;

/** From one 分 to 100 亿元; many small ones and many at the border where printing rounds up. */
export const cents: fc.Arbitrary<Cents> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(1n, 4_999n, 5_000n, MOST) },
  { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 10_100n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: 1n, max: 40_000n }).map((count) => count * 5_000n) },
  { weight: 4, arbitrary: fc.bigInt({ min: 1n, max: 1_000_000_000n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 10_000n }).map((count) => count * 1_000_000n) },
  { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: MOST }) },
);

const fund = fc.oneof(
  fc.record({ fund: fc.constantFrom(...APPROPRIATED), appropriation: fc.constant(true) }),
  fc.record({ fund: fc.constantFrom(...FUNDS), appropriation: fc.constant(false) }),
);

/** The kinds of money that a unit has: often only the commonest, otherwise a few of all there are. */
export const pools: fc.Arbitrary<readonly Pool[]> = fc.oneof(
  fc.constant([{ fund: "一般公共预算", appropriation: true, old: false }]),
  fc.array(
    fc.record({ old: fc.boolean() }).chain(({ old }) => fund.map((each) => ({ ...each, old }))),
    {
      minLength: 1,
      maxLength: 10,
    },
  ),
);

/** A line before it is known what money and what unit it belongs to. */
export interface LineDraw {
  readonly pool: number;
  readonly functionCode: string;
  readonly department: string;
  readonly government: string | undefined;
  readonly kind: string;
  readonly cents: Cents;
}

const department = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...DEPARTMENTS) },
  { weight: 1, arbitrary: fc.constantFrom(...VISITS, ...RECEPTIONS, ...PURCHASE, ...RUNNING) },
);

export const lineDraw: fc.Arbitrary<LineDraw> = fc.record({
  pool: fc.nat(99),
  functionCode: fc.constantFrom(...FUNCTIONS),
  department,
  government: fc.option(fc.constantFrom(...GOVERNMENTS), { nil: undefined, freq: 4 }),
  kind: fc.constantFrom(...PERSONNEL, ...OPERATING),
  cents,
});

export function poolOf(index: number, all: readonly Pool[]): Pool {
  const pool = all[index % all.length];
  if (!pool) throw new Error("a unit without money");
  return pool;
}

/** The line of a unit of this kind; basic expenditure of 三公 is of the kind that the rules ask for. */
export function lineOf(draw: LineDraw, unitKind: string, all: readonly Pool[], kind?: string): Line {
  const { pool, functionCode, department, government, ...rest } = draw;
  const money = poolOf(pool, all);
  const needed = hasCorrespondence(unitKind, department) ? undefined : GOVERNMENTS[0];
  return {
    ...rest,
    ...money,
    functionCode: functionFor(functionCode, money.fund),
    department,
    government: government ?? needed,
    kind: kind ?? properKind(department) ?? draw.kind,
  };
}

function properKind(department: string): string | undefined {
  if (PURCHASE.includes(department)) return "资本性支出";
  return [...VISITS, ...RECEPTIONS, ...RUNNING].includes(department) ? "商品和服务支出" : undefined;
}
