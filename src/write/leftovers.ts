import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const UNFINISHED = /^\.(\d+)-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;

/** No file takes so long to write: one that is older has no owner, even if a process has the owner's number by now. */
const HOUR = 60 * 60 * 1000;

/** The name under which the process `pid` writes a file before it is whole. */
export function unfinishedName(pid: number, uuid: string): string {
  return `.${pid}-${uuid}.tmp`;
}

/**
 * Removes what killed runs have left in `folder`. `written` was written just now, by the clock of the same disk. A run
 * at the same time keeps its file. What cannot be removed stays: the next run tries again.
 */
export function removeLeftovers(folder: string, written: string): void {
  try {
    const now = statSync(written).mtimeMs;
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const owner = Number(UNFINISHED.exec(name)?.[1]);
      if (owner > 0 && (!runs(owner) || now - statSync(path).mtimeMs > HOUR)) rmSync(path, { force: true });
    }
  } catch {
    // another run has removed the same file first, or the folder forbids it
  }
}

/** Signal 0 asks only whether the process is there. */
function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { readonly code?: unknown }).code !== "ESRCH";
  }
}
