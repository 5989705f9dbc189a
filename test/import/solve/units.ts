import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROGRAM } from "../../project.js";
import {
  type BudgetFacts,
  EQUIPMENT,
  type FormFacts,
  type Line,
  OTHER_VEHICLES,
  type Pool,
  type ProjectFacts,
  sumOf,
  VEHICLES,
} from "../../properties/facts.js";
import { yamlOf } from "../../properties/yaml.js";

/** A unit as units are: the usual codes, amounts to the 分, and now and then a habit that is against the pairings. */
export interface TypicalUnit {
  readonly code: string;
  readonly year: number;
  /** how many functions run it */
  readonly running: number;
  readonly yaml: string;
}

const YEAR = 2024;
const CODE = "250001";
const GENERAL: Pool = { fund: "一般公共预算", appropriation: true, old: false };
const INCOME: Pool = { fund: "事业收入", appropriation: false, old: false };

const KINDS: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
  "310": "资本性支出",
};

/** What running a unit costs: how often a code occurs, and from how many to how many 万元. */
const RUNNING_COSTS: readonly (readonly [code: string, often: number, from: number, to: number])[] = [
  ["30101", 1, 20, 500],
  ["30102", 1, 10, 400],
  ["30103", 0.9, 5, 200],
  ["30106", 0.2, 2, 20],
  ["30199", 0.4, 3, 60],
  ["30201", 1, 2, 60],
  ["30202", 0.6, 1, 10],
  ["30205", 0.6, 0, 3],
  ["30206", 0.7, 1, 12],
  ["30207", 0.7, 1, 8],
  ["30208", 0.3, 1, 9],
  ["30209", 0.4, 2, 40],
  ["30211", 0.9, 1, 20],
  ["30213", 0.6, 1, 10],
  ["30215", 0.4, 1, 3],
  ["30216", 0.6, 1, 6],
  ["30217", 0.5, 0, 3],
  ["30226", 0.5, 1, 20],
  ["30227", 0.3, 1, 10],
  ["30228", 0.9, 1, 12],
  ["30229", 0.9, 1, 15],
  ["30231", 0.6, 2, 20],
  ["30299", 0.9, 1, 20],
  ["31002", 0.4, 1, 10],
  ["30309", 0.2, 0, 1],
  ["30305", 0.1, 0, 5],
  ["30112", 0.5, 0, 5],
  ["30114", 0.1, 0, 3],
];
const OTHER_INSURANCE = ["2089999", "2080899", "2082702", "2101199"];
const INCOME_COSTS = ["30201", "30226", "30227", "30199", "30299"];
const PROJECT_COSTS =
  "30201 30202 30207 30209 30211 30213 30214 30218 30226 30227 30299 31002 31003 30306 30399".split(" ");

/** What of a unit is not as it comes. */
export interface Wanted {
  /** functions that run it */
  readonly running?: number;
  readonly projects?: number;
}

/** A typical unit, the same for a seed, as units come but for what is wanted of it. */
export function typicalUnit(form: FormFacts, seed: number, wanted: Wanted = {}): TypicalUnit {
  const draw = new Draw(seed);
  const isAdministrative = draw.isOnce(0.4);
  const mains = draw.mains(isAdministrative, wanted.running);
  const basic = [
    ...mains.flatMap((main) => runningCosts(draw, main, isAdministrative)),
    ...retirement(draw, isAdministrative),
    ...insurance(draw, isAdministrative),
    ...housing(draw, isAdministrative),
    ...habits(draw, mains[0] ?? ""),
    ...(isAdministrative ? [] : ownIncome(draw, mains[0] ?? "")),
  ];
  const projects = projectsOf(draw, (mains[0] ?? "").slice(0, 5), wanted.projects);
  const facts = factsOf(form, isAdministrative ? "行政单位" : "事业单位", merged(basic), projects);
  return { code: CODE, year: YEAR, running: mains.length, yaml: `${yamlOf(facts)}\n${names(facts)}` };
}

function lineOf(functionCode: string, department: string, cents: bigint, pool: Pool = GENERAL): Line {
  const kind = KINDS[department.slice(0, 3)] ?? "";
  return { ...pool, functionCode, department, government: undefined, kind, cents };
}

function runningCosts(draw: Draw, main: string, isAdministrative: boolean): readonly Line[] {
  const welfareIsPay = draw.isOnce(0.12);
  const more = [
    isAdministrative ? (["30239", 0.7, 3, 60] as const) : (["30107", 1, 10, 300] as const),
    ["30239", isAdministrative ? 0 : 0.1, 3, 60] as const,
  ];
  return [...RUNNING_COSTS, ...more].flatMap(([code, often, from, to]) => {
    if (!draw.isOnce(often)) return [];
    const line = lineOf(main, code, draw.amount(Math.max(from * 10_000, 500), to * 10_000));
    return code === "30229" && welfareIsPay ? [{ ...line, kind: "工资福利支出" }] : [line];
  });
}

function retirement(draw: Draw, isAdministrative: boolean): readonly Line[] {
  const item = isAdministrative ? "2080501" : "2080502";
  return [
    ...draw.often(0.8, () => lineOf(item, "30302", draw.amount(3_000, 800_000))),
    ...draw.often(0.25, () => lineOf(item, "30301", draw.amount(3_000, 300_000))),
    ...draw.often(0.5, () =>
      lineOf(item, draw.one(["30299", "30201", "30229", "30216"]), draw.amount(1_000, 60_000)),
    ),
  ];
}

function insurance(draw: Draw, isAdministrative: boolean): readonly Line[] {
  const [medical, other] = isAdministrative ? ["2101101", "2101102"] : ["2101102", "2101101"];
  return [
    ...draw.often(0.95, () => lineOf("2080505", "30108", draw.exact(50_000, 1_500_000))),
    ...draw.often(0.7, () => lineOf("2080506", "30109", draw.exact(20_000, 700_000))),
    ...draw.often(0.25, () => lineOf("2080801", draw.one(["30305", "30304"]), draw.amount(3_000, 80_000))),
    ...draw.often(0.5, () => lineOf(draw.one(OTHER_INSURANCE), "30112", draw.exact(500, 30_000))),
    ...draw.often(0.95, () => lineOf(medical ?? "", "30110", draw.exact(20_000, 700_000))),
    ...draw.often(0.1, () => lineOf(other ?? "", "30110", draw.exact(20_000, 300_000))),
    ...draw.often(isAdministrative ? 0.7 : 0, () => lineOf("2101103", "30111", draw.exact(10_000, 200_000))),
  ];
}

function housing(draw: Draw, isAdministrative: boolean): readonly Line[] {
  return [
    ...draw.often(0.97, () => lineOf("2210201", "30113", draw.exact(40_000, 1_000_000))),
    ...draw.often(isAdministrative ? 0.4 : 0.1, () =>
      lineOf("2210203", "30102", draw.amount(10_000, 200_000)),
    ),
  ];
}

/** What some units pay under the function that runs them, though there is one for it. */
function habits(draw: Draw, main: string): readonly Line[] {
  return ["30108", "30113", "30302"].flatMap((code) =>
    draw.often(0.08, () => lineOf(main, code, draw.exact(5_000, 100_000))),
  );
}

function ownIncome(draw: Draw, main: string): readonly Line[] {
  if (!draw.isOnce(0.25)) return [];
  return draw
    .some(INCOME_COSTS, draw.from(1, 4))
    .map((code) => lineOf(main, code, draw.amount(5_000, 400_000), INCOME));
}

const SIZES = [0, 1, 2, 3, 5, 8, 13];
const FUND_FUNCTIONS = ["2120803", "2296002", "2120899"];

function projectsOf(draw: Draw, section: string, count = draw.one(SIZES)): readonly ProjectFacts[] {
  const functions = draw
    .some(["02", "04", "05", "06", "08", "10"], draw.from(1, 4))
    .map((item) => section + item);
  return Array.from({ length: count }, (_, index) => projectOf(draw, functions, index));
}

function projectOf(draw: Draw, functions: readonly string[], index: number): ProjectFacts {
  const kind = draw.one(["其他运转类", "特定目标类", "特定目标类"]);
  const own = functions.length > 1 && draw.isOnce(0.15) ? draw.some(functions, 2) : [draw.one(functions)];
  const [pools, ofFund] = projectPools(draw);
  const items = ofFund ? [draw.one(FUND_FUNCTIONS)] : own;
  const codes = items.map(
    (item) => [item, draw.some(PROJECT_COSTS, draw.weighted([50, 25, 15, 10]))] as const,
  );
  const lines = codes.flatMap(([item, some]) =>
    some.flatMap((code) =>
      pools.map((pool) => ({ ...lineOf(item, code, draw.amount(3_000, 2_000_000), pool), kind })),
    ),
  );
  const code = `41120024000000000${String(index + 1).padStart(4, "0")}`;
  const targets = {
    成本指标: [["总成本", "≤1万元"]],
    产出指标: [["数量", "≥1个"]],
    效益指标: [["效果", "明显"]],
    满意度指标: [["满意度", "≥90%"]],
  } as const;
  return { code, name: `第${index + 1}个项目`, kind, evaluated: true, key: false, lines, targets };
}

function projectPools(draw: Draw): readonly [readonly Pool[], boolean] {
  const which = draw.next();
  if (which > 0.92) return [[{ ...GENERAL, fund: "政府性基金预算" }], true];
  if (which < 0.1) return [[{ ...GENERAL, appropriation: false }], false];
  if (which < 0.18) return [[{ fund: "其他收入", appropriation: false, old: false }], false];
  if (which < 0.26) return [[{ ...GENERAL, old: true }], false];
  return [which < 0.36 ? [GENERAL, { ...GENERAL, old: true }] : [GENERAL], false];
}

/** Lines of the same codes and money as one. */
function merged(lines: readonly Line[]): readonly Line[] {
  const same = new Map<string, Line>();
  for (const line of lines) {
    const { cents, ...rest } = line;
    const key = JSON.stringify(rest);
    same.set(key, { ...line, cents: cents + (same.get(key)?.cents ?? 0n) });
  }
  return [...same.values()];
}

function factsOf(
  form: FormFacts,
  kind: string,
  basic: readonly Line[],
  projects: readonly ProjectFacts[],
): BudgetFacts {
  const spent = [...basic, ...projects.flatMap(({ lines }) => lines)];
  const pools = new Map(
    spent.map(({ fund, appropriation, old }) => [
      `${fund}${appropriation}${old}`,
      { fund, appropriation, old },
    ]),
  );
  const revenue = [...pools].map(([key, pool]) => ({
    ...pool,
    cents: sumOf(spent, ({ fund, appropriation, old }) => `${fund}${appropriation}${old}` === key),
  }));
  return {
    form,
    year: YEAR,
    unit: {
      code: CODE,
      name: "渑川市某单位",
      kind,
      duties: "负责某项工作",
      offices: ["办公室"],
      subordinates: [],
    },
    revenue,
    basic,
    projects,
    carriedForward: [],
    listed: [],
    procurement: [],
    assets: [...VEHICLES, ...OTHER_VEHICLES, ...EQUIPMENT].map((each) => [each, 0] as const),
    transfers: [],
    lastYear: new Map(),
    reasons: new Map(),
  };
}

const LISTED = readFileSync(join(PROGRAM, "schemas/codes/功能科目.yaml"), "utf8");

/** Names of the codes that no list has. */
function names({ basic, projects }: BudgetFacts): string {
  const used = new Set(
    [...basic, ...projects.flatMap(({ lines }) => lines)].map(({ functionCode }) => functionCode),
  );
  const unlisted = [...used]
    .flatMap((code) => [code.slice(0, 3), code.slice(0, 5), code])
    .filter((code) => !LISTED.includes(`${code}:`));
  const all = [...new Set(unlisted)].map((code) => `${code}: 某项${code}`);
  return all.length > 0 ? `科目名称: { ${all.join(", ")} }\n` : "";
}

/** Numbers that look random, always the same for a seed (mulberry32). */
class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = seed * 2_654_435_761;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  isOnce(often: number): boolean {
    return this.next() < often;
  }

  often(often: number, make: () => Line): readonly Line[] {
    return this.isOnce(often) ? [make()] : [];
  }

  from(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.from(0, items.length - 1)] as Item;
  }

  some<Item>(items: readonly Item[], count: number): readonly Item[] {
    const left = [...items];
    return Array.from({ length: Math.min(count, items.length) }, () =>
      left.splice(this.from(0, left.length - 1), 1),
    ).flat();
  }

  /** From one on, each as often as its weight says. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((all, each) => all + each, 0);
    for (const [index, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return index + 1;
    }
    return weights.length;
  }

  /** In 分, from so many 元: most are whole hundreds or thousands of 元, some not even whole 元. */
  amount(from: number, to: number): bigint {
    const cents = BigInt(Math.floor((from + this.next() * (to - from)) * 100));
    const step = this.one([1n, 1n, 100n, 100_000n, 1_000_000n]);
    return cents / step > 0n ? (cents / step) * step : step;
  }

  /** In 分, as what is computed of wages. */
  exact(from: number, to: number): bigint {
    return BigInt(Math.floor((from + this.next() * (to - from)) * 100));
  }

  mains(isAdministrative: boolean, count = this.weighted([70, 22, 8])): readonly string[] {
    // under 20805 and 22102 are functions for what other units pay, too
    const section = this.one("20101 20106 20701 20801 20802 21201 21301 22001 22101 22401 22402".split(" "));
    const items = isAdministrative ? ["01", "50", "99"] : ["50", "99", "09"];
    return items.slice(0, count).map((item) => section + item);
  }
}
