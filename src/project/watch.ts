import { basename, join, relative, sep } from "node:path";
import { TEMPLATES } from "./pack.js";

/** Editors save in several steps: what follows within so many ms belongs to one change. */
const SETTLING = 60;

/** What has changed. */
export interface FileChanges {
  /** relative to the project */
  readonly files: ReadonlySet<string>;
  /** whether the same files are there as before */
  readonly areListed: boolean;
}

/** What ends a watch. */
export type EndWatch = () => Promise<void>;

/**
 * Tells of every change of what disclosures are made from, once for all files that are saved together. Comes back when it
 * watches. What the program writes elsewhere is no change.
 */
export async function watchProject(
  project: string,
  changed: (changes: FileChanges) => void,
): Promise<EndWatch> {
  // only who watches loads it
  const { watch } = await import("chokidar");
  const watcher = watch(
    ["data", TEMPLATES].map((folder) => join(project, folder)),
    { ignoreInitial: true, followSymlinks: true, ignored: (path) => basename(path).startsWith(".") },
  );
  let timer: NodeJS.Timeout | undefined;
  let files = new Set<string>();
  let areListed = true;
  const settled = (): void => {
    changed({ files, areListed });
    files = new Set();
    areListed = true;
  };
  watcher.on("all", (event, path) => {
    files.add(relative(project, path).split(sep).join("/"));
    if (event !== "change") areListed = false;
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLING);
  });
  // a folder that cannot be watched is read when it is asked for
  watcher.on("error", () => {});
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
