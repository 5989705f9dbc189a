import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { expectFile } from "../golden.js";
import { makeProject, PROGRAM, runIn } from "../project.js";
import { type GivenCase, REFUSED, TOLD } from "./cases.js";

const DATA = "data/403008/2023.yaml";

interface Done {
  readonly project: string;
  readonly says: string;
  readonly isRefused: boolean;
}

async function done({ files, options = [], data }: GivenCase): Promise<Done> {
  const project = makeProject();
  for (const [file, content] of Object.entries(files)) writeFileSync(join(project, file), content);
  if (data) {
    const text = readFileSync(join(project, DATA), "utf8");
    expect(text).toContain(data[0]);
    writeFileSync(join(project, DATA), text.replace(...data));
  }
  try {
    const { says, warnings } = await runIn(project, ["import", ...Object.keys(files), ...options]);
    return { project, says: `${printDiagnostics(warnings)}\n${says}`, isRefused: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { project, says: printDiagnostics(error.diagnostics), isRefused: true };
  }
}

/** Lines that the data has now and had not, and the other way round. */
function changes(project: string): string {
  const [before, now] = [PROGRAM, project].map((folder) =>
    readFileSync(join(folder, DATA), "utf8").split("\n"),
  );
  const lost = (before ?? []).filter((line) => !now?.includes(line)).map((line) => `-${line}`);
  const added = (now ?? []).filter((line) => !before?.includes(line)).map((line) => `+${line}`);
  return [...lost, ...added].join("\n");
}

const said = new Map<string, string>();

for (const each of REFUSED)
  test(`${each.says}: refused, and nothing is written`, async () => {
    const { project, says, isRefused } = await done(each);
    said.set(each.says, says);
    expect(isRefused).toBe(true);
    expect(readFileSync(join(project, DATA), "utf8")).toBe(readFileSync(join(PROGRAM, DATA), "utf8"));
    expect(readdirSync(join(project, "data/403008"))).toEqual(["2023.yaml"]);
  });

for (const each of TOLD)
  test(`${each.says}: taken, and told`, async () => {
    const { project, says, isRefused } = await done(each);
    said.set(each.says, `${says}\n${changes(project)}`);
    expect(isRefused).toBe(false);
    expect(readdirSync(join(project, "data/403008")).sort()).toEqual(["2023.yaml", "2023.来源.json"].sort());
  });

test.each([
  ["refused.txt", REFUSED],
  ["told.txt", TOLD],
] as const)("%s says it", (file, cases) => {
  const sections = cases.map(({ says }) => `## ${says}\n\n${said.get(says)?.trim()}\n`);
  expectFile(join(PROGRAM, "test/import", file), sections.join("\n"));
});
