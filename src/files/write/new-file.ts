import { randomUUID } from "node:crypto";
import { constants, copyFileSync, linkSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Diagnostic, unplaced } from "../../diagnostic/diagnostic.js";
import { Refusal } from "../../diagnostic/refusal.js";
import { codeOf } from "../bytes.js";
import { unwritable, type WriteCause } from "./causes.js";
import { refuseForeign } from "./foreign.js";
import { removeLeftovers, unfinishedName } from "./leftovers.js";
import { settle, writeWhole } from "./whole.js";

/**
 * Writes `bytes` to a new file in a folder of the project: beside it first, then given its name, so that it is there
 * whole or not at all. What has the name already is never touched, also when it comes about at the same moment. Throws
 * a Refusal then, with `remedies`, and when the path leaves the project or cannot be written.
 */
export function writeNew(
  project: string,
  file: string,
  bytes: Uint8Array,
  remedies: readonly string[],
): void {
  refuseForeign(project, file);
  const target = resolve(project, file);
  const folder = dirname(target);
  const beside = join(folder, unfinishedName(process.pid, randomUUID()));
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(beside, bytes);
    claim(beside, target);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw new Refusal([alreadyThere(file, remedies)]);
    throw new Refusal([unwritable(file, error, CAUSES)]);
  } finally {
    rmSync(beside, { force: true });
  }
  settle(folder);
  removeLeftovers(folder, target);
}

/** That a file is there already, and what the officer can do then. */
export function alreadyThere(file: string, remedies: readonly string[]): Diagnostic {
  return unplaced("文件/已存在", `${file} 已经有了，没有动它`, ...remedies);
}

/** Some disks, such as memory sticks, know no second name of a file: there it is copied, which claims the name too. */
const KNOWS_NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EACCES", "EISDIR"];

/** Gives what is `beside` the name `target` too; throws what the system does when something has it. */
export function claim(beside: string, target: string, link = linkSync): void {
  try {
    link(beside, target);
  } catch (error) {
    if (!KNOWS_NO_LINKS.includes(codeOf(error))) throw error;
    copyFileSync(beside, target, constants.COPYFILE_EXCL);
  }
}

const CLOSED: WriteCause = {
  says: "没有写的权限",
  remedy: "请管理员给这个文件夹写的权限，再运行一次",
};

const CAUSES: Readonly<Record<string, WriteCause>> = { EACCES: CLOSED, EBUSY: CLOSED, EPERM: CLOSED };
