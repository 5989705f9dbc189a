import fc from "fast-check";
import { FUNCTIONS } from "./code-lists.js";
import {
  type BudgetFacts,
  EQUIPMENT,
  FORMER_VEHICLES,
  type FormFacts,
  HENAN,
  INSTITUTION,
  type Money,
  OTHER_VEHICLES,
  type Pool,
  sumOf,
  VEHICLES,
} from "./facts.js";
import { COMPARED, type Compared, changed, type Draw, lastYear } from "./last-year.js";
import { cents, type LineDraw, lineDraw, lineOf, poolOf, pools } from "./lines.js";
import type { Cents } from "./money.js";
import { type ProjectDraw, projectDraws, projectOf, type Sizes } from "./projects.js";
import { name, word } from "./words.js";
import { yamlOf } from "./yaml.js";

/** A valid budget: its facts, and the YAML that says them. */
export interface RandomBudget {
  readonly facts: BudgetFacts;
  readonly yaml: string;
}

const assetsOf = (vehicles: readonly string[]) =>
  fc.tuple(
    ...[...vehicles, ...OTHER_VEHICLES, ...EQUIPMENT].map((kind) => fc.tuple(fc.constant(kind), fc.nat(120))),
  );

const compared: fc.Arbitrary<Draw> = fc.record({
  way: fc.constantFrom("equal", "zero", "near", "any"),
  cents,
});
const same: fc.Arbitrary<Draw> = fc.record({ way: fc.constant("equal"), cents });

function yearBefore(draw: fc.Arbitrary<Draw>): fc.Arbitrary<Readonly<Record<Compared, Draw>>> {
  return fc.record(
    Object.fromEntries(COMPARED.map((each) => [each, draw])) as Record<Compared, fc.Arbitrary<Draw>>,
  );
}

function draws(sizes: Sizes) {
  return fc.record({
    year: fc.integer({ min: 2023, max: 2030 }),
    code: fc.integer({ min: 100_000, max: 999_999 }).map(String),
    name: word(2, 60),
    kind: fc.constantFrom("行政单位", "参公事业单位", INSTITUTION),
    duties: word(4, 200),
    offices: fc.uniqueArray(word(2, 12), { maxLength: 8 }),
    subordinates: fc.uniqueArray(word(4, 30), { maxLength: 4 }),
    pools,
    basic: fc.array(lineDraw, { maxLength: sizes.lines }),
    // spent where nothing else is: a budget without expenditure is refused, as its tables would be empty
    only: lineDraw,
    projects: projectDraws(sizes),
    left: fc.array(fc.record({ pool: fc.nat(99), cents }), { maxLength: 3 }),
    listed: fc.uniqueArray(fc.constantFrom(...FUNCTIONS), { maxLength: 10 }),
    procurement: fc.array(
      fc.record({
        kind: fc.constantFrom("货物", "工程", "服务"),
        reserved: fc.boolean(),
        percent: fc.bigInt({ min: 0n, max: 25n }),
      }),
      { maxLength: 4 },
    ),
    assets: fc.oneof(assetsOf(VEHICLES), assetsOf(FORMER_VEHICLES)),
    transfers: fc.uniqueArray(fc.tuple(name, cents), { maxLength: 3, selector: ([each]) => each }),
    before: fc.oneof(
      { weight: 9, arbitrary: yearBefore(compared) },
      { weight: 1, arbitrary: yearBefore(same) },
    ),
    reason: word(2, 40),
  });
}

type Draws = ReturnType<typeof draws> extends fc.Arbitrary<infer T> ? T : never;

/** Valid budgets: nothing in them breaks a rule, though some are worth a warning. */
export function budgets(sizes: Sizes, form = HENAN): fc.Arbitrary<RandomBudget> {
  return draws(sizes).map((drawn) => {
    const facts = assembled(drawn, form);
    const yaml = yamlOf(facts);
    // what fast-check prints of a budget that fails
    return { facts, yaml, [fc.toStringMethod]: () => `\n${yaml}` };
  });
}

function assembled(drawn: Draws, form: FormFacts): BudgetFacts {
  const { pools: all, kind } = drawn;
  const written = drawn.basic.length + drawn.projects.length > 0 ? drawn.basic : [drawn.only];
  const basic = written.map((line: LineDraw) => lineOf(line, kind, all));
  const projects = drawn.projects.map((draw: ProjectDraw, index) => projectOf(draw, index, kind, all));
  const carriedForward = drawn.left.map(({ pool, cents }) => ({ ...poolOf(pool, all), cents }));
  const lines = [...basic, ...projects.flatMap((project) => project.lines)];
  const spent = sumOf(lines);
  const facts = {
    form,
    year: drawn.year,
    unit: unitOf(drawn),
    revenue: revenueFor([...lines, ...carriedForward], all),
    basic,
    projects,
    carriedForward,
    listed: drawn.listed,
    procurement: drawn.procurement.map(({ percent, ...rest }) => ({
      ...rest,
      cents: (spent * percent) / 100n,
    })),
    assets: drawn.assets,
    transfers: drawn.transfers,
  };
  const before = lastYear(facts, drawn.before);
  const reasons = changed(facts, before).map((each): [string, string] => [each, drawn.reason]);
  return { ...facts, lastYear: before, reasons: new Map(reasons) };
}

function unitOf({ code, name, kind, duties, offices, subordinates }: Draws): BudgetFacts["unit"] {
  return { code, name, kind, duties, offices, subordinates };
}

/** As much of each kind of money as is used of it, in two lines where that is even; nothing where nothing is. */
function revenueFor(uses: readonly Money[], all: readonly Pool[]): readonly Money[] {
  const received = new Map<string, Money>();
  for (const { fund, appropriation, old, cents } of uses) {
    const key = [fund, appropriation, old].join(" ");
    const sum = (received.get(key)?.cents ?? 0n) + cents;
    received.set(key, { fund, appropriation, old, cents: sum });
  }
  const lines = [...received.values()].flatMap((each) => halves(each));
  return lines.length > 0 ? lines : [{ ...poolOf(0, all), cents: 0n }];
}

function halves(money: Money): readonly Money[] {
  const half: Cents = money.cents / 2n;
  return money.cents % 2n === 0n
    ? [
        { ...money, cents: half },
        { ...money, cents: half },
      ]
    : [money];
}
