import { readdirSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { sha256 } from "../../model/record.js";

/** Machines that share a folder number their processes alike. */
const HOST = sha256(hostname()).slice(0, 8);

const UNFINISHED = /^\.([\da-f]{8})-(\d+)-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;

/**
 * No file takes so long to write: one that is older has no owner, even if a process has the owner's number by now, or
 * the owner was on another machine.
 */
const HOUR = 60 * 60 * 1000;

/** The name under which the process `pid` of this machine, or of another one, writes a file before it is whole. */
export function unfinishedName(pid: number, uuid: string, host = HOST): string {
  return `.${host}-${pid}-${uuid}.tmp`;
}

/** A folder is looked through once a run: it may hold the files of a whole city, and each of them is a write. */
const cleared = new Set<string>();

/**
 * Removes what killed runs have left in `folder`. `written` was written just now, by the clock of the same disk. A run
 * at the same time keeps its file. What cannot be removed stays: the next run tries again.
 */
export function removeLeftovers(folder: string, written: string): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  try {
    const now = statSync(written).mtimeMs;
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const [, host, owner] = UNFINISHED.exec(name) ?? [];
      if (host === undefined) continue;
      const isOrphan = host === HOST && !runs(Number(owner));
      if (isOrphan || now - statSync(path).mtimeMs > HOUR) rmSync(path, { force: true });
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
