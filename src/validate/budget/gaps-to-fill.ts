import { FACTS_KEY } from "../../model/budget.js";
import { GAP, isGap } from "../../model/gap.js";
import { isList, type Path, type Plain, textsIn, valueAt } from "../../model/source.js";
import { definedPart, itemOf, partAt } from "../schema/guide.js";
import type { SchemaPart } from "../schema/schema.js";

/** What need not be said, and whoever begins with nothing is asked all the same: left out, it would be taken for a no. */
const ASKED_ONCE: ReadonlySet<string> = new Set([
  "单位/级次",
  "单位/下属单位",
  "项目/*/绩效评价",
  "年终结转",
  "政府采购",
  "专项转移支付",
]);

/** What is given of a data file, in the order of its schema, with a gap for each thing that is asked and not given. */
export function withGaps(schema: SchemaPart, given: Plain): Plain {
  const isDepartment = valueAt(given, ["汇总单位"]) !== undefined;

  const filled = (part: SchemaPart | undefined, value: Plain | undefined, path: Path): Plain => {
    const whole = part && definedPart(schema, part);
    if (isList(value)) return value.map((each) => filled(whole?.items, each, [...path, "*"]));
    if (typeof value === "object") return filledMapping(whole, value, path);
    if (value !== undefined) return value;
    if (whole?.type === "object") return filledMapping(whole, {}, path);
    const item = ASKED_ONCE.has(path.join("/")) ? undefined : itemOf(schema, whole);
    return item ? [filledMapping(item, {}, [...path, "*"])] : GAP;
  };

  const filledMapping = (
    part: SchemaPart | undefined,
    value: { readonly [key: string]: Plain },
    path: Path,
  ): Plain => {
    const known = part?.properties ?? {};
    const others = typeof part?.additionalProperties === "object" ? part.additionalProperties : undefined;
    const required = demandedOf(part, value);
    const isAsked = (key: string): boolean => {
      const name = [...path, key].join("/");
      if (name === "单位/下属单位" && isDepartment) return false;
      return required.includes(key) || ASKED_ONCE.has(name);
    };
    const keys = [...Object.keys(known), ...Object.keys(value).filter((key) => !Object.hasOwn(known, key))];
    return Object.fromEntries(
      keys
        .filter((key) => value[key] !== undefined || isAsked(key))
        .map((key) => [key, filled(known[key] ?? others, value[key], [...path, key])]),
    );
  };

  return filled(schema, given, []);
}

/** The keys that a mapping must have; where it may be written in two ways, those of the way that it is written in. */
function demandedOf(part: SchemaPart | undefined, value: object): readonly string[] {
  const { required = [], if: choice, then: chosen, else: usual } = part ?? {};
  const choosing = [choice, ...(choice?.anyOf ?? [])].flatMap((each) => each?.required ?? []);
  const way = choosing.some((key) => Object.hasOwn(value, key)) ? chosen : usual;
  return [...required, ...(way?.required ?? [])];
}

/** What is given with room for what the format asks of each 功能科目 that money is spent under. */
export function withFunctions(schema: SchemaPart, given: Plain): Plain {
  const path = [FACTS_KEY, "功能科目"];
  const asked = partAt(schema, [...path, "2010101"])?.required ?? [];
  const codes = asked.length === 0 ? [] : functionsIn(given);
  if (codes.length === 0) return given;
  const said = valueAt(given, path) as object | undefined;
  const room = { ...Object.fromEntries(codes.map((code) => [code, {}])), ...said };
  const facts = { ...(valueAt(given, [FACTS_KEY]) as object | undefined), 功能科目: room };
  return { ...(given as object), [FACTS_KEY]: facts };
}

function functionsIn(given: Plain): readonly string[] {
  const codes = [...textsIn(given)].flatMap(({ text, path }) =>
    path.at(-1) === "功能科目" && path[0] !== "收入" && !isGap(text) ? [text] : [],
  );
  return [...new Set(codes)].sort();
}
