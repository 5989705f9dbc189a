import fc from "fast-check";
import { type Pool, type ProjectFacts, sumOf, TARGET_KINDS, type Target, type TargetKind } from "./facts.js";
import { type LineDraw, lineDraw, lineOf } from "./lines.js";
import type { Cents } from "./money.js";
import { name, value } from "./words.js";

/** How large a budget becomes. */
export interface Sizes {
  /** lines of basic expenditure */
  readonly lines: number;
  readonly projects: number;
  readonly targets: number;
}

export interface ProjectDraw {
  readonly number: number | undefined;
  readonly name: string;
  readonly kind: string;
  readonly evaluated: boolean | undefined;
  readonly key: boolean;
  readonly lines: readonly LineDraw[];
  readonly targets: Readonly<Record<TargetKind, readonly Target[]>>;
  /** percent of its money that the first cost indicator names; none where undefined */
  readonly cost: number | undefined;
}

const target = fc.tuple(name, value);

function projectDraw(most: number): fc.Arbitrary<ProjectDraw> {
  const targets = fc.array(target, { maxLength: most });
  return fc.record({
    number: fc.option(fc.nat(999_999_999), { nil: undefined, freq: 5 }),
    name,
    kind: fc.constantFrom("其他运转类", "特定目标类"),
    evaluated: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
    key: fc.boolean(),
    lines: fc.array(lineDraw, { minLength: 1, maxLength: 4 }),
    targets: fc.record({
      成本指标: targets,
      产出指标: fc.array(target, { minLength: 1, maxLength: most }),
      效益指标: targets,
      满意度指标: targets,
    }),
    cost: fc.option(fc.nat(100), { nil: undefined }),
  });
}

/** Mostly a few projects, now and then as many as there may be. */
export function projectDraws({ projects, targets }: Sizes): fc.Arbitrary<readonly ProjectDraw[]> {
  const few = Math.min(3, projects);
  const distinct = { selector: (draw: ProjectDraw): string => draw.name };
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.uniqueArray(projectDraw(Math.min(4, targets)), { ...distinct, maxLength: few }),
    },
    { weight: 1, arbitrary: fc.uniqueArray(projectDraw(targets), { ...distinct, maxLength: few }) },
    {
      weight: 1,
      arbitrary: fc.uniqueArray(projectDraw(Math.min(2, targets)), {
        ...distinct,
        maxLength: projects,
        size: "max",
      }),
    },
  );
}

export function projectOf(
  draw: ProjectDraw,
  index: number,
  unitKind: string,
  pools: readonly Pool[],
): ProjectFacts {
  const { number, cost, ...rest } = draw;
  const lines = draw.lines.map((line) => lineOf(line, unitKind, pools, draw.kind));
  const 成本指标 = [...costs(sumOf(lines), cost), ...draw.targets.成本指标.filter(isNoAmount)];
  return {
    ...rest,
    lines,
    code: number === undefined ? undefined : codeOf(number, index),
    targets: { ...draw.targets, 成本指标 },
  };
}

/** 21 digits, each once; the last ones are never all zeros. */
function codeOf(number: number, index: number): string {
  return `411200230${String(number).padStart(9, "0")}${String(index + 1).padStart(3, "0")}`;
}

/** No project costs more than it spends. */
function costs(spent: Cents, share: number | undefined): readonly Target[] {
  if (share === undefined) return [];
  return [["项目总成本", `≤${(spent * BigInt(share)) / 100_000_000n}万元`]];
}

function isNoAmount([, text]: Target): boolean {
  return !text.endsWith("元");
}

export function targetsOf(project: ProjectFacts): readonly Target[] {
  return TARGET_KINDS.flatMap((kind) => project.targets[kind]);
}
