import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DeskFiles } from "../web/server/answers.js";

/** The page of the desk, as `npm run prepare` has made it. */
export const READY_PAGE = fileURLToPath(new URL("./desk", import.meta.url));

/** What the desk is opened with: its page, and the module that its threads begin with. */
export function readyDesk(folder = READY_PAGE): DeskFiles {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return {
    page: new Map(names.map((name) => [name, readFileSync(join(folder, name))])),
    thread: new URL("./desk-thread.cjs", import.meta.url),
  };
}
