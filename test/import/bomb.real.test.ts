import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { makeProject, runIn } from "../project.js";
import { bomb } from "./bomb.js";

test("two gigabytes in a workbook of some kilobytes are refused, in bounded time and memory", async () => {
  const project = makeProject();
  writeFileSync(join(project, "2023.xlsx"), bomb());
  await expect(runIn(project, ["import", "2023.xlsx"])).rejects.toThrow(/展开以后太大|读不出来|还没有读完/);
});
