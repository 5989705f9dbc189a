import { type Diagnostic, Refusal } from "../diagnostic.js";
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
  const faults: Diagnostic[] = [];
  const attempt = <T>(read: (project: Shelf, file: string) => T, file: string): T | undefined => {
    try {
      return read(project, `${folder}/${file}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push(...error.diagnostics);
      return undefined;
    }
  };
  const folderOf = <T>(read: (project: Shelf, file: string) => T, subfolder: string, ending: string) => {
    const names = namesIn(project, `${folder}/${subfolder}`).filter((each) => each.endsWith(ending));
    const files = names.map(
      (each) => [each.slice(0, -ending.length), attempt(read, `${subfolder}/${each}`)] as const,
    );
    return new Map(files.filter((file): file is readonly [string, T & {}] => file[1] !== undefined));
  };
  const pack = attempt(readSharedYaml, "pack.yaml");
  const measures = attempt(readSharedYaml, "measures.yaml");
  const terms = attempt(readSharedYaml, "terms.yaml");
  const tables = folderOf(readSharedYaml, "tables", ".yaml");
  const narrative = folderOf(readSharedText, "narrative", ".hbs");
  if (faults.length > 0 || !pack || !measures || !terms) throw new Refusal(faults);
  return { pack, measures, terms, tables, narrative };
}
