import { GAP } from "../../model/gap.js";
import type { Path } from "../../model/source.js";
import type { SchemaPart } from "./schema.js";

/** What the schema says of the value at `path`, as far as it says it without conditions. */
export function descriptionAt(schema: SchemaPart, path: Path): string | undefined {
  return partAt(schema, path)?.description;
}

/** The same with the values that may be chosen, where the description does not name them. */
export function explanationAt(schema: SchemaPart, path: Path): string | undefined {
  const { description, enum: choices = [] } = partAt(schema, path) ?? {};
  if (description === undefined || choices.every((each) => description.includes(each))) return description;
  return `${description}写 ${choices.join("、")} 中的一个。`;
}

/** Whether the value at `path` is in the officer's own words, and neither a code nor chosen of a list. */
export function isFreeText(schema: SchemaPart, path: Path): boolean {
  return isOwnWords(schema, partAt(schema, path));
}

const OWN_WORDS = /^#\/\$defs\/(?:文字|一段或几段)(?:\/|$)/;

function isOwnWords(schema: SchemaPart, part: SchemaPart | undefined): boolean {
  if (!part) return false;
  const { $ref, allOf = [] } = part;
  if ($ref && (OWN_WORDS.test($ref) || isOwnWords(schema, defined(schema, $ref)))) return true;
  return allOf.some((each) => isOwnWords(schema, each));
}

/** What the schema has at `path`, with what it refers to. */
export function partAt(schema: SchemaPart, path: Path): SchemaPart | undefined {
  let part: SchemaPart | undefined = schema;
  for (const step of path) {
    const whole: SchemaPart | undefined = definedPart(schema, part);
    const listed: boolean = whole?.items !== undefined && /^\d+$/.test(String(step));
    part = listed ? whole?.items : (whole?.properties?.[step] ?? objectOr(whole?.additionalProperties));
  }
  return definedPart(schema, part);
}

/** An entry of the list at `path` as it may be written, where its entries are mappings. */
export function exampleAt(schema: SchemaPart, path: Path): string | undefined {
  const { properties = {}, required = [] } = itemOf(schema, partAt(schema, path)) ?? {};
  const pairs = required.map((key) => {
    const { examples = [], enum: choices = [] } = definedPart(schema, properties[key]) ?? {};
    return `${key}: ${examples[0] ?? choices[0] ?? key}`;
  });
  return pairs.length > 0 ? `- { ${pairs.join(", ")} }` : undefined;
}

/** The titles of the objects that have a key of this name somewhere in the schema: where else it could belong. */
export function homesOf(schema: SchemaPart, key: string): readonly string[] {
  const homes = new Set<string>();
  const visit = (part: SchemaPart | undefined): void => {
    const whole = part && definedPart(schema, part);
    if (!whole) return;
    if (whole.properties && key in whole.properties && whole.title) homes.add(whole.title);
    for (const each of Object.values(whole.properties ?? {})) visit(each);
    visit(whole.items);
  };
  visit(schema);
  return [...homes];
}

/** The lines that a key and what it must hold are written in, each value still to be filled in. */
export function skeletonOf(
  schema: SchemaPart,
  key: string,
  part: SchemaPart | undefined,
  indent: number,
): readonly string[] {
  const whole = definedPart(schema, part);
  const line = `${" ".repeat(indent)}${key}:`;
  const keysOf = ({ properties = {}, required = [] }: SchemaPart, deeper: number): readonly string[] =>
    required.flatMap((name) => skeletonOf(schema, name, properties[name], indent + deeper));
  // what may be words or a list as well is mostly that
  const isMapping = [whole?.type ?? "object"].flat().every((type) => type === "object");
  if (whole?.properties && isMapping) return [line, ...keysOf(whole, 2)];
  const item = itemOf(schema, whole);
  if (!item) return [`${line} ${GAP}`];
  const [first = "", ...others] = keysOf(item, 4);
  const dash = `${" ".repeat(indent + 2)}- `;
  return others.every((each) => each.endsWith(GAP)) && first.endsWith(GAP)
    ? [line, `${dash}{ ${[first, ...others].map((each) => each.trim()).join(", ")} }`]
    : [line, dash + first.trim(), ...others];
}

/** What the items of a list of mappings are; undefined where a part is no such list. */
export function itemOf(schema: SchemaPart, part: SchemaPart | undefined): SchemaPart | undefined {
  const item = definedPart(schema, definedPart(schema, part)?.items);
  return item?.properties && item;
}

/** A part with what it refers to in $defs; its own words come first. */
export function definedPart(schema: SchemaPart, part: SchemaPart | undefined): SchemaPart | undefined {
  return part?.$ref === undefined ? part : { ...defined(schema, part.$ref), ...part };
}

function defined(schema: SchemaPart, ref: string): SchemaPart | undefined {
  return schema.$defs?.[ref.replace("#/$defs/", "")];
}

function objectOr(part: SchemaPart | boolean | undefined): SchemaPart | undefined {
  return typeof part === "object" ? part : undefined;
}
