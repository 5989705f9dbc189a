import { basename } from "node:path";
import { type Diagnostic, unplaced, warning } from "../diagnostic/diagnostic.js";
import { collectRefusals } from "../diagnostic/refusal.js";
import { namesIn, type Shelf } from "../files/bytes.js";
import type { PackSources } from "../model/pack/pack.js";
import { readSharedText, readSharedYaml } from "../yaml/shared.js";

export const TEMPLATES = "templates";

const FILES = ["pack.yaml", "measures.yaml", "terms.yaml"];
const FOLDERS = [
  ["tables", ".yaml"],
  ["narrative", ".hbs"],
] as const;
type PackFolder = (typeof FOLDERS)[number];

/** The names of all files of the template pack `name`, whether they are there or not. */
export function packFiles(project: Shelf, name: string): readonly string[] {
  const folder = `${TEMPLATES}/${name}`;
  const inside = FOLDERS.flatMap((kind) => filesIn(project, folder, kind));
  return [...FILES, ...inside].map((file) => `${folder}/${file}`);
}

function filesIn(project: Shelf, folder: string, [subfolder, ending]: PackFolder): readonly string[] {
  const names = namesIn(project, `${folder}/${subfolder}`).filter((name) => name.endsWith(ending));
  return names.map((name) => `${subfolder}/${name}`);
}

/** What is meant for a file of the pack, by its ending, and is not read: it would not be printed. */
export function misnamedPackFiles(project: Shelf, name: string): readonly Diagnostic[] {
  return [...misplacedFiles(project, name), ...misnamedInFolders(project, name)];
}

/** What lies beside the files of a pack that each has once, and is none of them. */
function misplacedFiles(project: Shelf, name: string): readonly Diagnostic[] {
  const folder = `${TEMPLATES}/${name}`;
  return namesIn(project, folder)
    .filter((each) => /\.(?:ya?ml|hbs)$/i.test(each) && !FILES.includes(each))
    .map((each) =>
      warning(
        "文件/找不到",
        `${folder}/${each} 不是版式的文件，程序不会读它`,
        undefined,
        `怎么改：这里只放 ${FILES.join("、")}；附表放进 tables，说明放进 narrative；不用的，移走`,
      ),
    );
}

function misnamedInFolders(project: Shelf, name: string): readonly Diagnostic[] {
  return FOLDERS.flatMap(([subfolder, ending]) => {
    const folder = `${TEMPLATES}/${name}/${subfolder}`;
    return namesIn(project, folder)
      .filter((each) => !each.endsWith(ending) && MEANT.test(each))
      .map((each) => {
        const remedy = `怎么改：改名为 ${each.replace(MEANT, "")}${ending}；不用的，从文件夹里移走`;
        const hidden = "说明：Windows 可能把扩展名藏起来，先让资源管理器显示扩展名";
        return unplaced("文件/找不到", `${folder}/${each} 的名字不对，程序不会读它`, remedy, hidden);
      });
  });
}

const MEANT = /(?:\.(?:ya?ml|hbs|handlebars|txt))+$/i;

/** All files of the template pack `name`; throws a Refusal with the faults of all of them. */
export function readPack(project: Shelf, name: string): PackSources {
  const folder = `${TEMPLATES}/${name}`;
  const filesOf = <T>(read: (project: Shelf, file: string) => T, kind: PackFolder) => {
    const reads = filesIn(project, folder, kind).map(
      (file) => () => [basename(file, kind[1]), read(project, `${folder}/${file}`)] as const,
    );
    return new Map(collectRefusals(...reads));
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
