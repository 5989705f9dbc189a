import { fileURLToPath } from "node:url";
import { orElse } from "../diagnostic/refusal.js";
import { namesIn, type Shelf } from "../files/bytes.js";
import type { Schemas } from "../model/sources.js";
import { TEMPLATES } from "../project/pack.js";
import { type DataForm, dataForms } from "../validate/data-form.js";
import { fingerprint } from "../validate/schema/validators.js";
import { readYaml } from "../yaml/yaml.js";

/** Where editors find what the data of a format is held against, as the first line of a data file says. */
export const EDITOR_SCHEMAS = fileURLToPath(new URL("../schemas", import.meta.url));

interface PackForms {
  readonly name: string;
  readonly year: DataForm;
  readonly before: DataForm;
}

/** What data is held against in each of the program's formats. */
export function packForms(program: Shelf, schemas: Schemas): readonly PackForms[] {
  return namesIn(program, TEMPLATES).flatMap((name) => {
    // a build tells what is wrong with the others
    const pack = orElse(() => readYaml(program, `${TEMPLATES}/${name}/pack.yaml`));
    return pack ? [{ name, ...dataForms({ pack: { pack } }, schemas) }] : [];
  });
}

/** Every schema that files are held against, each once. */
export function allSchemas(schemas: Schemas, forms: readonly PackForms[]): readonly object[] {
  const all = [
    ...(Object.values(schemas) as readonly object[]),
    ...forms.flatMap(({ year, before }) => [year.schema, before.schema]),
  ];
  return [...new Map(all.map((schema) => [fingerprint(schema), schema])).values()];
}

/** The file of a format's schema for editors. */
export function editorSchema({ year }: PackForms): string {
  return `${JSON.stringify(year.schema, undefined, 2)}\n`;
}
