import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject, runIn } from "../project.js";
import { sampleOf } from "../sample.js";

const DATA = "data/403008/2024.yaml";

/** The files that the sample publishes, by their endings. */
const published = new Map<string, Buffer>();

beforeAll(async () => {
  const project = makeProject();
  await buildIn(project, { data: dataFile("403008", 2023), output: "out", also: ["xlsx", "docx"] });
  for (const name of readdirSync(join(project, "out")))
    published.set(name.split(".").at(-1) ?? "", readFileSync(join(project, "out", name)));
});

/** A project without data, in which the published file lies. */
function projectWith(ending: string): { readonly project: string; readonly file: string } {
  const project = makeProject();
  rmSync(join(project, "data"), { recursive: true });
  const file = `2023年公开.${ending}`;
  writeFileSync(join(project, file), published.get(ending) ?? "");
  return { project, file };
}

test.each(sampleOf(["pdf", "xlsx", "docx"], 2))(
  "last year's %s gives last year's figures, as they are printed",
  async (ending) => {
    const { project, file } = projectWith(ending);
    const { says } = await runIn(project, ["import", file, "--unit", "403008", "--year", "2024"]);
    expect(says).toMatch(/上年公开的数 \d+ 个/u);
    const text = readFileSync(join(project, DATA), "utf8");
    expect(text).toMatch(/^ {2}收入总计: 10019000\.00/mu);
    expect(text).toMatch(/^ {2}三公经费: 0\.00/mu);
    expect(text).not.toContain("经济科目: 30101");
  },
);

test("this year's workbook gives a ledger that prints each of its figures again, and says what is not known", async () => {
  const { project, file } = projectWith("xlsx");
  await runIn(project, [
    ..."new-unit --unit 403008 --year 2023 --kind 事业单位 --pack henan".split(" "),
    ...["--name", "三门峡市住房保障中心"],
  ]);
  const { says } = await runIn(project, ["import", file, "--unit", "403008"]);
  const [, given, again] = /附表里 (\d+) 个数，照推出的明细再印，(\d+) 个相同/u.exec(says) ?? [];
  expect(Number(given)).toBeGreaterThan(200);
  expect(again).toBe(given);
  const text = readFileSync(join(project, "data/403008/2023.yaml"), "utf8");
  expect(text).toMatch(/功能科目: 2080505, .*经济科目: 30108, .*金额: .*按对应: 是/u);
  expect(text).toMatch(/经济科目: 待定（/u);
});
