import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../diagnostic/refusal.js";
import { codeOf } from "../bytes.js";
import { unwritable, type WriteCause } from "./causes.js";
import { refuseForeign } from "./foreign.js";

/** For its owner alone. */
const PRIVATE = 0o600;

const CLOSED: WriteCause = {
  says: "没有写的权限",
  remedy: "请管理员给这个文件夹写的权限，再运行一次",
};

/**
 * Takes a lock of the project, a file that only one can make: whether it was free. What it says only its owner can read.
 * Throws a Refusal where it cannot be written.
 */
export function takeLock(project: string, file: string, says: string): boolean {
  refuseForeign(project, file);
  try {
    const handle = openSync(join(project, file), "wx", PRIVATE);
    writeSync(handle, says);
    closeSync(handle);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw new Refusal([unwritable(file, error, { EACCES: CLOSED, EPERM: CLOSED, EROFS: CLOSED })]);
  }
}

/** What the lock says; undefined where there is none, or it is another's. */
export function readLock(project: string, file: string): string | undefined {
  try {
    return readFileSync(join(project, file), "utf8");
  } catch {
    return undefined;
  }
}

/** Gives a lock back. */
export function freeLock(project: string, file: string): void {
  rmSync(join(project, file), { force: true });
}
