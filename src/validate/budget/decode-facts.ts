import { FACTS_KEY, type StatedFacts, type StatedFigure, type StatedWords } from "../../model/budget.js";
import type { FactSubject } from "../../model/dimensions.js";
import { isGap } from "../../model/gap.js";
import { type AskedFact, unitOfFact } from "../../model/pack.js";
import { isList, type Path, type Plain, type Source, valueAt, type Written } from "../../model/source.js";
import { amountOf, paragraphs, words } from "./scalars.js";

/** Whose they can be: the unit's, by its code, and its projects', by their keys in the order of the file. */
interface Owners {
  readonly unit: string;
  readonly projects: readonly string[];
}

/** What there is one fact each of, and where its facts are. */
interface Home {
  readonly per: FactSubject;
  readonly of: string;
  readonly path: Path;
}

/** What the data says of the facts that a format asks; others are passed over. */
export function factsIn(source: Source, asked: readonly AskedFact[], owners: Owners): StatedFacts {
  const said = asked.length === 0 ? [] : homesIn(source, owners);
  const stated = said.flatMap((home) =>
    asked
      .filter(({ per = "单位", name }) => per === home.per && valueAt(source.value, [...home.path, name]))
      .map((fact) => ({ fact, home })),
  );
  return {
    figures: stated.flatMap(({ fact, home }) => figureOf(source, fact, home)),
    words: stated.flatMap(({ fact, home }) => (unitOfFact(fact) ? [] : [wordsOf(source, fact, home)])),
  };
}

function homesIn(source: Source, { unit, projects }: Owners): readonly Home[] {
  const ofEach = (per: FactSubject): readonly Home[] =>
    Object.keys(valueAt(source.value, [FACTS_KEY, per]) ?? {}).map((of) => ({
      per,
      of,
      path: [FACTS_KEY, per, of],
    }));
  return [
    { per: "单位", of: unit, path: [FACTS_KEY] },
    ...ofEach("功能科目"),
    ...ofEach("资产类型"),
    ...projects.map((of, index): Home => ({ per: "项目", of, path: ["项目", index, FACTS_KEY] })),
  ];
}

function statedIn(source: Source, { name }: AskedFact, { per, of, path }: Home) {
  return { name, per, of, ofPlace: source.placeOfKey(path), place: source.placeOf([...path, name]) };
}

function figureOf(source: Source, fact: AskedFact, home: Home): readonly StatedFigure[] {
  const unit = unitOfFact(fact);
  if (unit === undefined) return [];
  const text = String(valueAt(source.value, [...home.path, fact.name]));
  return [{ ...statedIn(source, fact, home), ...amountOf(text), unit }];
}

function wordsOf(source: Source, fact: AskedFact, home: Home): StatedWords {
  const path = [...home.path, fact.name];
  const value = valueAt(source.value, path);
  return { ...statedIn(source, fact, home), said: saidAt(source, path, value, fact) };
}

function saidAt(
  source: Source,
  path: Path,
  value: Plain | undefined,
  { kind }: AskedFact,
): Written | readonly Written[] {
  if (isList(value)) return value.map((_, index) => words(source, [...path, index]));
  if (isGap(value)) return words(source, path);
  return kind === "paragraphs" ? paragraphs(source, path) : words(source, path);
}
