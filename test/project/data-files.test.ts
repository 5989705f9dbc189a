import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { type Choice, chooseDataFiles, refuseMisnamed } from "../../src/project/data-files.js";
import { makeProject } from "../project.js";

const SAMPLE = "data/403008/2023.yaml";

/** What is chosen, or what is said, when the data lies under other names too. */
function chosen(names: readonly string[], choice: Choice = {}, keepsSample = true): readonly string[] {
  const project = makeProject();
  for (const name of names) copyFileSync(join(project, SAMPLE), join(project, "data/403008", name));
  if (!keepsSample) rmSync(join(project, SAMPLE));
  try {
    return chooseDataFiles(project, choice).map((data) => {
      refuseMisnamed(project, data);
      return data.file;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics.map(({ message }) => message);
    throw error;
  }
}

describe("a file that is meant to be a year's data, but is not called so, is not passed over", () => {
  test.each(["2024.yml", "2024.yaml.txt", "2024.txt", "2024年.yaml", "2024 年度.yaml", "2024.YAML"])(
    "%s",
    (name) => {
      expect(chosen([name])).toEqual([`data/403008/${name} 的名字不对，程序不会读它`]);
    },
  );

  test("also where it is the only one", () => {
    expect(chosen(["2023.yml"], {}, false)).toEqual(["data/403008/2023.yml 的名字不对，程序不会读它"]);
  });
});

describe("what lies beside the data is left in peace", () => {
  test.each(["2023.yml", "2023 - 副本.yaml", "2024草稿.yaml", "说明.txt", "批复2024.xlsx"])("%s", (name) => {
    expect(chosen([name])).toEqual([SAMPLE]);
  });

  test("and so is another year than the one asked for", () => {
    expect(chosen(["2024.yml"], { year: 2023 })).toEqual([SAMPLE]);
  });
});
