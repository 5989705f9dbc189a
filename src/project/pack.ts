import { collectRefusals } from "../diagnostic.js";
import { namesIn, type Shelf } from "../files/bytes.js";
import type { PackSources } from "../model/pack.js";
import { readSharedText, readSharedYaml } from "../yaml/shared.js";

export const TEMPLATES = "templates";

const FILES = ["pack.yaml", "measures.yaml", "terms.yaml"];
const FOLDERS = [
  ["tables", ".yaml"],
  ["narrative", ".hbs"],
] as const;

/** The names of all files of the template pack `name`, whether they are there or not. */
export function packFiles(project: Shelf, name: string): readonly string[] {
  const folder = `${TEMPLATES}/${name}`;
  const inside = FOLDERS.flatMap(([subfolder, ending]) =>
    namesIn(project, `${folder}/${subfolder}`)
      .filter((each) => each.endsWith(ending))
      .map((each) => `${subfolder}/${each}`),
  );
  return [...FILES, ...inside].map((file) => `${folder}/${file}`);
}

/** All files of the template pack `name`; throws a Refusal with the faults of all of them. */
export function readPack(project: Shelf, name: string): PackSources {
  const folder = `${TEMPLATES}/${name}`;
  const namesOf = (subfolder: string, ending: string): readonly string[] =>
    namesIn(project, `${folder}/${subfolder}`).flatMap((each) =>
      each.endsWith(ending) ? [each.slice(0, -ending.length)] : [],
    );
  const filesOf = <T>(
    read: (project: Shelf, file: string) => T,
    [subfolder, ending]: (typeof FOLDERS)[number],
  ) => {
    const names = namesOf(subfolder, ending);
    const files = collectRefusals(
      ...names.map((each) => () => [each, read(project, `${folder}/${subfolder}/${each}${ending}`)] as const),
    );
    return new Map(files);
  };
  const [tablesIn, narrativeIn] = FOLDERS;
  const [pack, measures, terms, tables, narrative] = collectRefusals(
    () => readSharedYaml(project, `${folder}/pack.yaml`),
    () => readSharedYaml(project, `${folder}/measures.yaml`),
    () => readSharedYaml(project, `${folder}/terms.yaml`),
    () => filesOf(readSharedYaml, tablesIn),
    () => filesOf(readSharedText, narrativeIn),
  );
  return { pack, measures, terms, tables, narrative };
}
