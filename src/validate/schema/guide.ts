import type { Path } from "../../model/source.js";
import type { SchemaPart } from "./schema.js";

/** What the schema says of the value at `path`, as far as it says it without conditions. */
export function descriptionAt(schema: SchemaPart, path: Path): string | undefined {
  let part: SchemaPart | undefined = schema;
  for (const step of path) {
    const whole: SchemaPart | undefined = resolved(schema, part);
    const listed: boolean = whole?.items !== undefined && /^\d+$/.test(String(step));
    part = listed ? whole?.items : (whole?.properties?.[step] ?? objectOr(whole?.additionalProperties));
  }
  return part?.description;
}

/** The titles of the objects that have a key of this name somewhere in the schema: where else it could belong. */
export function homesOf(schema: SchemaPart, key: string): readonly string[] {
  const homes = new Set<string>();
  const visit = (part: SchemaPart | undefined): void => {
    const whole = part && resolved(schema, part);
    if (!whole) return;
    if (whole.properties && key in whole.properties && whole.title) homes.add(whole.title);
    for (const each of Object.values(whole.properties ?? {})) visit(each);
    visit(whole.items);
  };
  visit(schema);
  return [...homes];
}

/** A part with what it refers to in $defs; its own words come first. */
function resolved(schema: SchemaPart, part: SchemaPart | undefined): SchemaPart | undefined {
  const name = part?.$ref?.replace("#/$defs/", "");
  return name === undefined ? part : { ...schema.$defs?.[name], ...part };
}

function objectOr(part: SchemaPart | boolean | undefined): SchemaPart | undefined {
  return typeof part === "object" ? part : undefined;
}
