import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { ACCOUNT_DIMENSIONS, FACT_SUBJECTS } from "../../model/dimensions.js";
import { repeatsIn } from "../../model/groups.js";
import {
  type AskedFact,
  type AskedField,
  figureOfList,
  unitOfFact,
  type WrittenFact,
  type WrittenField,
} from "../../model/pack/asked-fact.js";
import type { Measure } from "../../model/pack/measure.js";
import type { Pack, WrittenOwnCodes, WrittenProjectCode } from "../../model/pack/pack.js";
import type { Path, Source, Written } from "../../model/source.js";
import { FACTS, HELPERS, ITEM_NAMES } from "../../model/template.js";
import type { Unit } from "../../money/money.js";
import { expectName } from "../schema/names.js";

const known = new WeakMap<Source, readonly AskedFact[]>();

/** The facts that a format asks of its own, as its file, which is of the right shape, says them; the same list each time. */
export function askedFacts(pack: Source): readonly AskedFact[] {
  const { facts = [] } = pack.value as unknown as { readonly facts?: readonly WrittenFact[] };
  const asked =
    known.get(pack) ??
    facts.map(
      ({ items, ...fact }, index): AskedFact => ({
        ...fact,
        ...(items && { items: items.map((field) => askedField(pack, field)) }),
        place: () => pack.placeOf(["facts", index, "name"]),
      }),
    );
  known.set(pack, asked);
  return asked;
}

function askedField(pack: Source, field: WrittenField): AskedField {
  return { ...field, names: (year) => namesOfList(pack, field.list ?? "", year) };
}

type OwnCodes = Readonly<Record<string, readonly WrittenOwnCodes[]>>;

function ownCodesIn(pack: Source): OwnCodes {
  return (pack.value as unknown as { readonly codes?: OwnCodes }).codes ?? {};
}

/** What the codes of a format's own list are called in a year; the later of two groups that both name one is right. */
function namesOfList(pack: Source, list: string, year: number): ReadonlyMap<string, Written> {
  const groups = Object.hasOwn(ownCodesIn(pack), list) ? (ownCodesIn(pack)[list] ?? []) : [];
  return new Map(
    groups.flatMap(({ from = "0", to = "9999", names }, index) =>
      Number(from) <= year && year <= Number(to)
        ? Object.keys(names).map(
            (code) => [code, pack.written(["codes", list, index, "names", code])] as const,
          )
        : [],
    ),
  );
}

/** What a format asks of the data otherwise than others do. */
export interface Asked extends Pick<Pack, "assets" | "omits" | "asks" | "facts" | "projectCode"> {}

/** The same, as the format's file says it. */
export function askedIn(pack: Source): Asked {
  const {
    assets,
    omits = [],
    asks = [],
  } = pack.value as unknown as Partial<Pick<Pack, "assets" | "omits" | "asks">>;
  return { assets, omits, asks, facts: askedFacts(pack), projectCode: projectCodeIn(pack) };
}

/** How the codes of projects are made up, where the format says it. */
export function projectCodeIn(pack: Source): Pack["projectCode"] {
  const { projectCode: form } = pack.value as unknown as { readonly projectCode?: WrittenProjectCode };
  return form && { of: form.of, lengths: form.lengths.map(Number) };
}

/** A format that asks what all do. */
export const ASKS_NOTHING: Asked = {
  assets: undefined,
  omits: [],
  asks: [],
  facts: [],
  projectCode: undefined,
};

/** The figures among facts, by name: those that are said by themselves, and those of the entries of lists. */
export function figuresOf(
  facts: readonly AskedFact[],
): readonly (Pick<AskedFact, "name" | "says" | "place"> & { readonly unit: Unit })[] {
  return facts.flatMap(({ name, says, place, items = [], ...fact }) => {
    const unit = unitOfFact(fact);
    if (unit !== undefined) return [{ name, says, place, unit }];
    return items.flatMap((field) => {
      const counted = unitOfFact(field);
      if (counted === undefined) return [];
      const of = figureOfList(name, field.name);
      return [{ name: of, says: `${name}各项${field.name}之和`, place, unit: counted }];
    });
  });
}

/** What may be shown of an entry of a list in words: of a code itself, and what it is called. */
export function wordsOfEntry({ items = [] }: Pick<AskedFact, "items">): readonly string[] {
  return items.flatMap(({ name, kind }) => {
    if (kind === "code") return [`${name}.代码`, `${name}.名称`];
    return kind === "text" || kind === "yes-no" ? [name] : [];
  });
}

/** The names of those in words about each of something. */
export function namesInWords(facts: readonly AskedFact[], per: string): readonly string[] {
  if (per === "条目") {
    const fields = facts.flatMap(({ items = [] }) => items.filter((each) => unitOfFact(each) === undefined));
    return [...new Set(fields.map(({ name }) => name))];
  }
  return facts
    .filter((fact) => (fact.per ?? "单位") === per && unitOfFact(fact) === undefined)
    .map(({ name }) => name);
}

/** What is wrong with the facts that a format asks: names that are taken, units, and conditions that cannot be told. */
export function checkFacts(pack: Source, measures: ReadonlyMap<string, Measure>): readonly Diagnostic[] {
  const facts = askedFacts(pack);
  if (facts.length > MOST_FACTS) return [tooMany(pack, facts.length)];
  return [
    ...repeatsIn(facts, ({ name }) => name).map(([, { name, place }]) =>
      problem("模板/取值", `版式事项“${name}”写了两次`, place(), "怎么改：换一个名字，或者删去重复的一件"),
    ),
    ...facts.flatMap((fact, index) => checkFact(pack, fact, ["facts", index], measures)),
  ];
}

/** Many times what any format asks. */
const MOST_FACTS = 300;

function tooMany(pack: Source, count: number): Diagnostic {
  const remedy = "怎么改：同样的许多件，写成一件 per 或者 list";
  return problem(
    "模板/取值",
    `版式事项有 ${count} 件，最多 ${MOST_FACTS} 件`,
    pack.placeOfKey(["facts"]),
    remedy,
  );
}

const TAKEN: readonly string[] = [...FACTS, ...Object.keys(HELPERS), ...ITEM_NAMES, ...FACT_SUBJECTS];

function checkFact(
  pack: Source,
  fact: AskedFact,
  path: Path,
  measures: ReadonlyMap<string, Measure>,
): readonly Diagnostic[] {
  const { name, kind, unit, required = "true", when } = fact;
  const told = (message: string, key: string, remedy: string): readonly Diagnostic[] => [
    problem("模板/取值", message, pack.placeOf([...path, key]), `怎么改：${remedy}`),
  ];
  const figures = figuresOf([fact]).map((each) => measures.get(each.name));
  const own = [measures.get(name), ...figures].filter((each) => each !== undefined);
  const isTaken = TAKEN.includes(name) || own.some((each) => each.place !== fact.place);
  return [
    ...(isTaken ? told(`“${name}”已经是别的口径、名称或助手的名字`, "name", "换一个名字") : []),
    ...(kind === "count" && unit === undefined
      ? told(`个数“${name}”没有写单位`, "kind", "加上 unit，例如 unit: 批次")
      : []),
    ...(kind !== "count" && unit !== undefined
      ? told(`“${name}”不是个数，不写单位`, "unit", "删去 unit，或者改成 kind: count")
      : []),
    ...checkItems(pack, fact, path),
    ...(required === "false" && when
      ? told(`“${name}”可以不填，就不问什么时候必填`, "required", "删去 required 或者 when")
      : []),
    ...(when?.measure === undefined ? [] : checkWhen(pack, fact, when.measure, path, measures)),
  ];
}

/** Of a code, a project or a kind it must be known what the measure comes to. */
function checkWhen(
  pack: Source,
  { per = "单位" }: AskedFact,
  name: string,
  path: Path,
  measures: ReadonlyMap<string, Measure>,
): readonly Diagnostic[] {
  const place = pack.placeOf([...path, "when", "measure"]);
  const unknown = expectName("口径", name, measures.keys(), () => place);
  const measure = measures.get(name);
  if (!measure || per === "单位") return unknown;
  const fits = measure.kind === "sum" && ACCOUNT_DIMENSIONS[measure.account].includes(per);
  if (fits) return [];
  const message = `口径“${name}”不能按${per}取数，不知道哪个${per}必填`;
  return [problem("模板/口径", message, place, `怎么改：换成在一本有“${per}”的账上求和（account）的口径`)];
}

/** The fields of a list: names that are taken twice, units and lists of codes that are missing. */
function checkItems(pack: Source, { name: list, kind, items }: AskedFact, path: Path): readonly Diagnostic[] {
  if (!items) return [];
  const told = (message: string, steps: Path, remedy: string): Diagnostic =>
    problem("模板/取值", message, pack.placeOf([...path, ...steps]), `怎么改：${remedy}`);
  if (kind !== "list") {
    const remedy = "删去 items，或者改成 kind: list";
    return [told(`“${list}”不是清单，没有各项的内容`, ["items"], remedy)];
  }
  const lists = Object.keys(ownCodesIn(pack));
  return [
    ...repeatsIn(items, ({ name }) => name).map(([, again]) =>
      told(`清单“${list}”里“${again.name}”写了两次`, ["items", items.indexOf(again), "name"], "换一个名字"),
    ),
    ...(items.some((each) => each.kind === "text" || each.kind === "code")
      ? []
      : [told(`清单“${list}”的各项没有名称，认不出是哪一项`, ["items"], "加上一个 kind: text 的内容")]),
    ...items.flatMap((field, index) => checkField(pack, field, [...path, "items", index], lists)),
  ];
}

function checkField(
  pack: Source,
  field: AskedField,
  path: Path,
  lists: readonly string[],
): readonly Diagnostic[] {
  const { name, kind, unit, list } = field;
  const told = (message: string, key: string, remedy: string): readonly Diagnostic[] => [
    problem("模板/取值", message, pack.placeOf([...path, key]), `怎么改：${remedy}`),
  ];
  if (kind === "code" && list === undefined) {
    return told(
      `“${name}”是代码，没有写是哪个代码表的`,
      "kind",
      "加上 list: 代码表的名称，代码表写在 codes 里",
    );
  }
  return [
    ...(kind === "count" && unit === undefined
      ? told(`个数“${name}”没有写单位`, "kind", "加上 unit，例如 unit: 台")
      : []),
    ...(kind !== "count" && unit !== undefined
      ? told(`“${name}”不是个数，不写单位`, "unit", "删去 unit，或者改成 kind: count")
      : []),
    ...(kind !== "code" && list !== undefined
      ? told(`“${name}”不是代码，不写代码表`, "list", "删去 list，或者改成 kind: code")
      : []),
    ...(list === undefined ? [] : expectName("代码表", list, lists, () => pack.placeOf([...path, "list"]))),
    ...(isFieldTaken(field) ? told(`“${name}”已经是别的名称或助手的名字`, "name", "换一个名字") : []),
  ];
}

/** What is shown of each entry of any list. */
export const OF_EVERY_ENTRY = ["序号"] as const;

/** Words of entries stand in texts by their own names; figures by the list's, too. */
function isFieldTaken(field: AskedField): boolean {
  const { name } = field;
  if ((OF_EVERY_ENTRY as readonly string[]).includes(name)) return true;
  return unitOfFact(field) === undefined && TAKEN.includes(name);
}
