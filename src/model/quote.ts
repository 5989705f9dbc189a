import { type Budget, type Project, projectKey } from "./budget.js";
import { consolidated, projectsOf } from "./consolidation.js";
import type { Dimension } from "./ledger.js";
import type { Measure, SumMeasure } from "./pack/measure.js";
import type { Span, Written } from "./source.js";

/** What the officer's words ask for by its name: {{项目支出}}, {{上年 项目支出}}, {{增减额 科目 30217}}. */
export interface Quote extends Span {
  readonly when: "本年" | "上年" | "增减额";
  readonly of: "口径" | "项目" | "科目";
  /** of the measure or project, or a code */
  readonly name: string;
}

/** Nothing else of the language of templates: these words come from data, and are no templates. */
const QUOTE = /\{\{[^{}]{0,240}\}\}/g;
const PARTS = /^(?:(上年|增减额)\s+)?(?:(项目|科目)\s+)?(.*)$/s;

/** The figures that a text asks for, in their order. */
export function quotesIn(text: string): readonly Quote[] {
  return [...text.matchAll(QUOTE)].map(({ 0: all, index: from }) => {
    const [, when = "本年", of = "口径", name = ""] = PARTS.exec(all.slice(2, -2).trim()) ?? [];
    return {
      from,
      to: from + all.length,
      when: when as Quote["when"],
      of: of as Quote["of"],
      name,
    };
  });
}

/** The words between them. */
export function wordsBetweenQuotes(text: string): readonly string[] {
  return text.split(QUOTE);
}

/** The words in which figures may be quoted. */
export function quotingWords(budget: Budget): readonly Written[] {
  const { reasons, unit } = budget;
  const own = consolidated(budget).flatMap(({ facts }) => facts.words.flatMap(({ said }) => said));
  return [...unit.duties, ...[...reasons.value.values()].map(({ value }) => value), ...own];
}

/** What a quote asks for; undefined where there is no such thing. A project of last year goes by its code alone. */
export function quoted(
  { of, name, when }: Quote,
  budget: Budget,
  measures: ReadonlyMap<string, Measure>,
): Measure | undefined {
  if (of === "口径") return measures.get(name);
  if (of === "科目") return codeMeasure(name, budget);
  if (when === "上年") return spending(`项目${name}`, { 项目: name }, budget.unit);
  const [project, another] = projectsOf(budget).filter(({ code, name: { text } }) =>
    [code?.value, text].includes(name),
  );
  return project && !another ? projectMeasure(project) : undefined;
}

/** The expenditure of a project. */
export function projectMeasure(project: Project): SumMeasure {
  return spending(`项目${project.name.text}`, { 项目: projectKey(project) }, project);
}

function codeMeasure(code: string, budget: Budget): SumMeasure | undefined {
  const dimension = DIMENSIONS_OF_CODES[code.charAt(0)]?.[code.length];
  return dimension && spending(`科目${code}`, { [dimension]: code }, budget.unit);
}

function spending(name: string, where: SumMeasure["where"], { place }: Pick<Project, "place">): SumMeasure {
  return { kind: "sum", name, says: name, unit: "元", account: "支出", where, place: () => place };
}

/** By the first digit of a code, which says the classification, and its length. */
const DIMENSIONS_OF_CODES: Readonly<Record<string, Readonly<Record<number, Dimension>>>> = {
  2: { 3: "功能类", 5: "功能款", 7: "功能科目" },
  3: { 3: "经济类", 5: "经济科目" },
  5: { 3: "政府经济类", 5: "政府经济科目" },
};

/** The codes that expenditure is spent under, those above them included. */
export function spentCodes(budget: Budget): ReadonlySet<string> {
  const entries = consolidated(budget).flatMap(({ expenditure, projects }) => [
    ...expenditure,
    ...projects.flatMap((project) => project.expenditure),
  ]);
  return new Set(
    entries.flatMap(({ functionCode, departmentCode, governmentCode }) => [
      ...[3, 5, 7].map((length) => functionCode.slice(0, length)),
      ...[3, 5].flatMap((length) => [departmentCode.slice(0, length), governmentCode.slice(0, length)]),
    ]),
  );
}
