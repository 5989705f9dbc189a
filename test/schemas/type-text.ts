/** A JSON Schema as far as types can be made of it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** How scalars are read: in YAML files all are texts, in JSON each has its type. */
export type Scalars = "text" | "json";

/** Declarations of TypeScript types for what a schema accepts: `name`, and one for each of its $defs. */
export function declarations(name: string, schema: Schema, scalars: Scalars): string {
  const of = (each: Schema): string => typeOf(each, name, scalars);
  const defs = Object.entries(schema.$defs ?? {}).map(([def, each]) => `type ${name}_${def} = ${of(each)};`);
  return [...defs, `export type ${name} = ${of(schema)};`].join("\n");
}

function typeOf(schema: Schema, name: string, scalars: Scalars): string {
  const of = (each: Schema): string => typeOf(each, name, scalars);
  if (schema.$ref !== undefined) return `${name}_${schema.$ref.replace("#/$defs/", "")}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum)
    return union(schema.enum.filter((each) => typeof each === "string").map((each) => JSON.stringify(each)));
  const cases = schema.oneOf?.every((each) => each.type ?? each.enum) ? schema.oneOf : branches(schema);
  if (cases.length > 0) return union(cases.map(of));
  return union([...new Set([schema.type ?? []].flat().map((type) => typeNamed(type, schema, scalars, of)))]);
}

/** The cases that a distinguishing key tells apart. */
function branches({ allOf = [] }: Schema): readonly Schema[] {
  return allOf.flatMap((each) => (each.if && each.then ? [each.then] : []));
}

function typeNamed(type: string, schema: Schema, scalars: Scalars, of: (each: Schema) => string): string {
  if (type === "object") return objectType(schema, of);
  if (type === "array") return arrayType(schema, of);
  return scalars === "json" && (type === "integer" || type === "number") ? "number" : "string";
}

function arrayType({ items = {}, minItems, maxItems }: Schema, of: (each: Schema) => string): string {
  if (minItems === undefined || minItems !== maxItems) return `readonly (${of(items)})[]`;
  return `readonly [${Array.from({ length: minItems }, () => of(items)).join(", ")}]`;
}

function objectType(
  { properties, required = [], additionalProperties, propertyNames }: Schema,
  of: (each: Schema) => string,
): string {
  if (properties) {
    if (additionalProperties !== false) throw new Error("an object that may hold anything");
    const keys = Object.entries(properties).map(
      ([key, each]) => `readonly ${JSON.stringify(key)}${required.includes(key) ? "" : "?"}: ${of(each)}`,
    );
    return `{ ${keys.join("; ")} }`;
  }
  if (typeof additionalProperties !== "object") throw new Error("an object of anything");
  const value = of(additionalProperties);
  return propertyNames?.enum
    ? `Readonly<Partial<Record<${of(propertyNames)}, ${value}>>>`
    : `Readonly<Record<string, ${value}>>`;
}

function union(types: readonly string[]): string {
  if (types.length === 0) throw new Error("a schema that accepts anything");
  return types.join(" | ");
}
