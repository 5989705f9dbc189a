import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { rawInputs } from "../../src/project/sources.js";
import { buildIn, makeProject, newYearIn, PROGRAM, runIn } from "../project.js";
import { atNight } from "../sample.js";

const SECOND_YEAR = join(PROGRAM, "test/reports/second-year");
const OLD = "410002";
const NEW = "250001";
const YEAR = dataFile(NEW, 2025);
const ORDER = { data: YEAR, output: "out" };

/** The sample of two years, whose unit has a new code in the second. */
function renamed(more: (text: string) => string = (text) => text): string {
  const project = makeProject(SECOND_YEAR);
  mkdirSync(join(project, "data", NEW));
  renameSync(join(project, "data", OLD, "2025.yaml"), join(project, YEAR.file));
  rewrite(project, YEAR.file, (text) =>
    more(text.replace(`代码: ${OLD}`, `代码: "${NEW}"\n  原代码: "${OLD}"`)),
  );
  return project;
}

function rewrite(project: string, file: string, change: (text: string) => string): void {
  const before = readFileSync(join(project, file), "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(project, file), after);
}

async function foundIn(project: string, ...words: string[]) {
  const found = await orElseLater(
    async () => (await runIn(project, words)).warnings,
    (refused) => refused,
  );
  return found.map(({ code, message }) => `${code} ${message}`);
}

test("last year's figures come from the file of the old code, and are the same", async () => {
  const [own, moved] = [makeProject(SECOND_YEAR), renamed()];
  const figures = async (project: string, unit: string) => {
    const { says } = await runIn(project, ["check", "--unit", unit, "--year", "2025"]);
    return says.replaceAll(unit, "");
  };
  expect(await figures(moved, NEW)).toBe(await figures(own, OLD));
  expect([...rawInputs(PROGRAM, moved, YEAR, "henan").keys()]).toContain(`data/${OLD}/2024.yaml`);
});

atNight("what is built is verified, and told when the old code's file changes", async () => {
  const project = renamed();
  const { file } = await buildIn(project, ORDER);
  expect((await runIn(project, ["verify", file])).says).toContain("逐字节相同");
  rewrite(project, `data/${OLD}/2024.yaml`, (text) => `${text}# 改过\n`);
  expect((await foundIn(project, "verify", file)).join()).toContain(`data/${OLD}/2024.yaml`);
});

test("the next year has the code by itself, and the old one has none", async () => {
  const project = renamed();
  await newYearIn(project, YEAR);
  const text = readFileSync(join(project, dataFile(NEW, 2026).file), "utf8");
  expect(text).toContain(`代码: "${NEW}"\n  名称`);
  expect(text).not.toContain("原代码");
  expect(await foundIn(project, "new-year", "--unit", OLD)).toEqual([
    `文件/已存在 ${YEAR.file} 已经有了，没有动它`,
  ]);
});

test("a code within braces is taken away alone", async () => {
  const project = makeProject();
  const file = join(project, "data/403008/2023.yaml");
  const text = readFileSync(file, "utf8");
  mkdirSync(join(project, "data", OLD));
  writeFileSync(
    join(project, "data", OLD, "2022.yaml"),
    text.replace("年度: 2023", "年度: 2022").replace("代码: 403008", `代码: ${OLD}`),
  );
  const unit = /^单位:\n(?: {2}.*\n)+/m;
  const inBraces = (whole: string) =>
    whole.replace(unit, (lines) => {
      const pairs = lines
        .split("\n")
        .slice(1, -1)
        .map((line) => line.trim());
      return `单位: { ${[pairs[0], `原代码: ${OLD}`, ...pairs.slice(1)].join(", ")} }\n`;
    });
  writeFileSync(file, inBraces(text).replace(/^上年:[\s\S]*/m, ""));
  await orElseLater(
    () => newYearIn(project, dataFile("403008", 2023)),
    (refused) => expect(refused).toEqual([]),
  );
  const next = readFileSync(join(project, "data/403008/2024.yaml"), "utf8");
  expect(/^单位: .{21}/m.exec(next)?.[0]).toBe("单位: { 代码: 403008, 名称: 三门峡");
});

test("a code that has last year's data beside the present one's is told, and one that is used this year", async () => {
  const both = renamed();
  writeFileSync(
    join(both, dataFile(NEW, 2024).file),
    readFileSync(join(both, `data/${OLD}/2024.yaml`), "utf8").replace(OLD, NEW),
  );
  expect((await foundIn(both, "check", "--unit", NEW, "--year", "2025")).join()).toContain("不用“原代码”");
  const used = renamed();
  writeFileSync(
    join(used, dataFile(OLD, 2025).file),
    readFileSync(join(used, YEAR.file), "utf8").replace(/代码: .*\n.*原代码: .*/, `代码: ${OLD}`),
  );
  expect((await foundIn(used, "check", "--unit", NEW, "--year", "2025")).join()).toContain(
    "今年还有单位在用",
  );
});

atNight(
  "two units cannot both have been the same one, and neither is taken for a copy of the old",
  async () => {
    const project = renamed();
    const alone = await foundIn(project, "check", "--unit", NEW, "--year", "2025");
    expect(alone.filter((each) => each.startsWith("数据/别的单位"))).toEqual([]);
    mkdirSync(join(project, "data/250002"));
    const text = readFileSync(join(project, YEAR.file), "utf8");
    writeFileSync(join(project, "data/250002/2025.yaml"), text.replace(NEW, "250002"));
    expect((await foundIn(project, "check", "--unit", NEW, "--year", "2025")).join()).toContain(
      "“原代码”与 data/250002/2025.yaml 里的相同",
    );
  },
);
