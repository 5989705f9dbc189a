import { type CodeList, type CodeLists, NO_CODE } from "../../model/budget.js";
import { groupedBy } from "../../model/groups.js";
import type { Dimension } from "../../model/ledger.js";
import { folded } from "../../text/fold.js";
import type { DocumentFacts } from "./reading.js";

/** A code with its name as a document prints them. */
export interface PrintedName {
  /** units, projects, or the finest of a classification */
  readonly of: Dimension;
  readonly code: string;
  readonly name: string;
  readonly where: string;
}

/** A project as a document names it; `key` tells it from the others. */
export interface PrintedProject {
  readonly key: string;
  /** as it is printed, 未赋码 too; undefined where its table has none */
  readonly code: string | undefined;
  readonly name: string;
  /** 其他运转类 or 特定目标类, where that is printed */
  readonly kind: string | undefined;
  readonly unit: string | undefined;
  readonly where: string;
}

/** An indicator beside a project. */
export interface PrintedIndicator {
  readonly project: string;
  /** 成本指标, … */
  readonly kind: string;
  readonly indicator: string;
  readonly value: string;
  readonly where: string;
}

/** The classifications, each with the dimensions that are its levels, from the coarsest, by the length of their codes. */
export const CLASSIFICATIONS = [
  { of: "功能科目", list: "functional", levels: { 3: "功能类", 5: "功能款", 7: "功能科目" } },
  { of: "经济科目", list: "departmental", levels: { 3: "经济类", 5: "经济科目" } },
  { of: "政府经济科目", list: "governmental", levels: { 3: "政府经济类", 5: "政府经济科目" } },
] as const satisfies readonly {
  readonly of: Dimension;
  readonly list: keyof CodeLists;
  readonly levels: Readonly<Record<number, Dimension>>;
}[];

export type Classification = (typeof CLASSIFICATIONS)[number];

/** The classification that a dimension is a level of. */
export function classificationOf(dimension: string): Classification | undefined {
  return CLASSIFICATIONS.find(({ levels }) => Object.values(levels).some((each) => each === dimension));
}

/** What code stands for, as a condition; undefined where no code of the classification is so long. */
export function levelOf({ levels }: Classification, code: string): Dimension | undefined {
  return (levels as Readonly<Record<number, Dimension>>)[code.length];
}

/** Finds codes by their names, in one classification. */
export type CodesByName = (name: string) => readonly string[];

/** The codes of each classification by their names, former ones too; those that are used in the year before the others. */
export function codesByName({ codes, year }: DocumentFacts): (classification: Classification) => CodesByName {
  const known = new Map<Classification, ReadonlyMap<string, readonly string[]>>();
  return (classification) => {
    const names = known.get(classification) ?? namesIn(codes[classification.list], year);
    known.set(classification, names);
    return (name) => names.get(plainName(name)) ?? [];
  };
}

function namesIn(list: CodeList, year: number): ReadonlyMap<string, readonly string[]> {
  const named = [...list.values()].flatMap(({ code, name, former, years }) =>
    [name.text, ...former.map((each) => each.name)].map((text) => ({
      code,
      name: plainName(text),
      isUsed: years.from <= year && year <= years.to,
    })),
  );
  return new Map(
    [...groupedBy(named, ({ name }) => name)].map(([name, some]) => {
      const used = some.filter(({ isUsed }) => isUsed);
      return [name, [...new Set((used.length > 0 ? used : some).map(({ code }) => code))]];
    }),
  );
}

/** A name as it is compared: many documents leave out that 支出 is spent. */
export function plainName(text: string): string {
  return folded(text).replace(/支出$/u, "");
}

/** What a document says of its units and projects, which its tables name in different ways. */
export interface DocumentNames {
  unitCalled(words: string): string | undefined;
  /** what identifies a project of that name; several of one name are taken one behind the other as `before` counts them */
  projectCalled(name: string, unit: string | undefined, before: number): string;
}

export function namesOf(
  units: readonly Pick<PrintedName, "code" | "name">[],
  projects: readonly Pick<PrintedProject, "key" | "name" | "unit">[],
): DocumentNames {
  const byWords = new Map(
    units.flatMap(
      ({ code, name }) =>
        [
          [folded(name), code],
          [code, code],
        ] as const,
    ),
  );
  const keysBy = (
    words: (project: (typeof projects)[number]) => string,
  ): ReadonlyMap<string, readonly string[]> =>
    new Map(
      [...groupedBy(projects, words)].map(([name, some]) => [
        name,
        [...new Set(some.map(({ key }) => key))].sort(),
      ]),
    );
  const ofUnit = keysBy(({ name, unit }) => `${unit ?? ""} ${folded(name)}`);
  const ofAny = keysBy(({ name }) => folded(name));
  return {
    unitCalled: (words) => byWords.get(folded(words)),
    projectCalled(name, unit, before) {
      const keys = ofUnit.get(`${unit ?? ""} ${folded(name)}`) ?? ofAny.get(folded(name)) ?? [];
      return keys[before] ?? keys.at(-1) ?? uncodedKey(name, unit);
    },
  };
}

/** What identifies a project without a code in the ledger. */
export function uncodedKey(name: string, unit: string | undefined): string {
  return `${NO_CODE} ${unit ?? ""} ${name}`;
}
