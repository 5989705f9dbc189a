import { type Diagnostic, problem } from "../../diagnostic.js";
import { ACCOUNT_DIMENSIONS, FACT_SUBJECTS } from "../../model/dimensions.js";
import { repeatsIn } from "../../model/groups.js";
import { type AskedFact, type Measure, type Pack, unitOfFact, type WrittenFact } from "../../model/pack.js";
import type { Path, Source } from "../../model/source.js";
import { FACTS, HELPERS, ITEM_NAMES } from "../../model/template.js";
import { expectName } from "../schema/names.js";

const known = new WeakMap<Source, readonly AskedFact[]>();

/** The facts that a format asks of its own, as its file, which is of the right shape, says them; the same list each time. */
export function askedFacts(pack: Source): readonly AskedFact[] {
  const { facts = [] } = pack.value as unknown as { readonly facts?: readonly WrittenFact[] };
  const asked =
    known.get(pack) ??
    facts.map((fact, index) => ({ ...fact, place: () => pack.placeOf(["facts", index, "name"]) }));
  known.set(pack, asked);
  return asked;
}

/** What a format asks of the data otherwise than others do. */
export interface Asked extends Pick<Pack, "assets" | "omits" | "asks" | "facts"> {}

/** The same, as the format's file says it. */
export function askedIn(pack: Source): Asked {
  const { assets, omits = [], asks = [] } = pack.value as unknown as Partial<Omit<Asked, "facts">>;
  return { assets, omits, asks, facts: askedFacts(pack) };
}

/** A format that asks what all do. */
export const ASKS_NOTHING: Asked = { assets: undefined, omits: [], asks: [], facts: [] };

/** The names of those in words about each of something. */
export function namesInWords(facts: readonly AskedFact[], per: string): readonly string[] {
  return facts
    .filter((fact) => (fact.per ?? "单位") === per && unitOfFact(fact) === undefined)
    .map(({ name }) => name);
}

/** What is wrong with the facts that a format asks: names that are taken, units, and conditions that cannot be told. */
export function checkFacts(pack: Source, measures: ReadonlyMap<string, Measure>): readonly Diagnostic[] {
  const facts = askedFacts(pack);
  return [
    ...repeatsIn(facts, ({ name }) => name).map(([, { name, place }]) =>
      problem("模板/取值", `版式事项“${name}”写了两次`, place(), "怎么改：换一个名字，或者删去重复的一件"),
    ),
    ...facts.flatMap((fact, index) => checkFact(pack, fact, ["facts", index], measures)),
  ];
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
  const measure = measures.get(name);
  const isTaken = TAKEN.includes(name) || (measure !== undefined && measure.place !== fact.place);
  return [
    ...(isTaken ? told(`“${name}”已经是别的口径、名称或助手的名字`, "name", "换一个名字") : []),
    ...(kind === "count" && unit === undefined
      ? told(`个数“${name}”没有写单位`, "kind", "加上 unit，例如 unit: 批次")
      : []),
    ...(kind !== "count" && unit !== undefined
      ? told(`“${name}”不是个数，不写单位`, "unit", "删去 unit，或者改成 kind: count")
      : []),
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
