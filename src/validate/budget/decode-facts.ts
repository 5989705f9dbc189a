import {
  FACTS_KEY,
  type StatedEntry,
  type StatedFacts,
  type StatedFigure,
  type StatedWords,
} from "../../model/budget.js";
import type { FactSubject } from "../../model/dimensions.js";
import { isGap } from "../../model/gap.js";
import { type AskedFact, type AskedField, figureOfList, unitOfFact } from "../../model/pack/asked-fact.js";
import {
  isList,
  type Path,
  type Plain,
  type Source,
  textAt,
  valueAt,
  type Written,
} from "../../model/source.js";
import { standsFor } from "../../model/wording.js";
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
    entries: stated.flatMap(({ fact, home }) => entriesOf(source, fact, home, owners.unit)),
  };
}

/** The entries of a list, each known by its first words and, where several have the same, by which of them it is. */
function entriesOf(source: Source, fact: AskedFact, home: Home, unit: string): readonly StatedEntry[] {
  const { items: fields, name } = fact;
  const path = [...home.path, name];
  const items = valueAt(source.value, path);
  if (!fields || !isList(items)) return [];
  const counts = new Map<string, number>();
  return items.map((item, index) => {
    const own = [...path, index];
    const has = (field: AskedField): boolean => valueAt(item, [field.name]) !== undefined;
    const said = fields.filter(has);
    const words = said.flatMap((field) => wordsOfField(source, field, [...own, field.name]));
    const first = words[0]?.[1].text ?? "";
    const count = (counts.get(first) ?? 0) + 1;
    counts.set(first, count);
    return {
      ...{ name, per: home.per, of: home.of, ofPlace: source.placeOfKey(home.path) },
      key: [unit, name, ...(home.of === unit ? [] : [home.of]), first, ...(count > 1 ? [count] : [])].join(
        " ",
      ),
      place: source.placeOf(own),
      words: Object.fromEntries(words),
      codes: said.flatMap((field) =>
        field.kind === "code" ? [{ field: field.name, code: source.written([...own, field.name]) }] : [],
      ),
      figures: said.flatMap((field) => {
        const counted = unitOfFact(field);
        if (counted === undefined) return [];
        const at = [...own, field.name];
        const amount = amountOf(String(valueAt(source.value, at)));
        return [
          { name: figureOfList(name, field.name), unit: counted, ...amount, place: source.placeOf(at) },
        ];
      }),
    };
  });
}

/** What is shown of a field in words; of a code itself, and what it is called in the year. */
function wordsOfField(
  source: Source,
  field: AskedField,
  path: Path,
): readonly (readonly [string, Written])[] {
  const { name, kind } = field;
  if (unitOfFact(field) !== undefined) return [];
  const said = words(source, path);
  if (kind !== "code") return [[name, said]];
  const called = field.names(Number(textAt(source.value, ["年度"]))).get(said.text) ?? said;
  return [
    [name, called],
    [`${name}.代码`, said],
    [`${name}.名称`, called],
  ];
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
  { kind, items }: AskedFact,
): Written | readonly Written[] {
  if (isList(value)) {
    return value.map((_, index) =>
      items ? nameOf(source, [...path, index], items) : words(source, [...path, index]),
    );
  }
  if (isGap(value)) return words(source, path);
  return kind === "paragraphs" ? paragraphs(source, path) : words(source, path);
}

/** An entry is called by the first of its words. */
function nameOf(source: Source, path: Path, fields: readonly AskedField[]): Written {
  const [first] = fields
    .filter(({ name }) => valueAt(source.value, [...path, name]) !== undefined)
    .flatMap((field) => wordsOfField(source, field, [...path, field.name]));
  return first ? first[1] : standsFor("", () => source.placeOf(path));
}
