import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { makeProject } from "../project.js";
import { SHUXI } from "./packs.js";

export const PACK = "templates/shuxi/pack.yaml";

/** The sample's project with what stands there instead of something in a file. */
export function projectWith(
  edits: readonly (readonly [file: string, find: string, replacement: string])[],
): string {
  const project = makeProject(SHUXI.folder);
  for (const [name, find, replacement] of edits) {
    const file = join(project, name);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(find);
    writeFileSync(
      file,
      text.replaceAll(find, () => replacement),
    );
  }
  return project;
}
