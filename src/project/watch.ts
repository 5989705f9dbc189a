import { basename, join } from "node:path";
import { TEMPLATES } from "./pack.js";

/** Editors save in several steps: what follows within so many ms belongs to one change. */
const SETTLING = 60;

/** What ends a watch. */
export type EndWatch = () => Promise<void>;

/**
 * Tells of every change of what disclosures are made from, once for all files that are saved together. Comes back when it
 * watches. What the program writes elsewhere is no change.
 */
export async function watchProject(project: string, changed: () => void): Promise<EndWatch> {
  // only who watches loads it
  const { watch } = await import("chokidar");
  const watcher = watch(
    ["data", TEMPLATES].map((folder) => join(project, folder)),
    { ignoreInitial: true, followSymlinks: true, ignored: (path) => basename(path).startsWith(".") },
  );
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLING);
  });
  // a folder that cannot be watched is read when it is asked for
  watcher.on("error", () => {});
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
