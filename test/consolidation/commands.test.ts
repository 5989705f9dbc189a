import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import type { Step } from "../../src/work/build.js";
import { currentOf } from "../../src/work/current.js";
import { buildIn, makeProject, newYearIn, PROGRAM, program, runIn } from "../project.js";
import { atNight } from "../sample.js";

const DEPARTMENT = join(PROGRAM, "test/consolidation/department");
const SECOND_YEAR = join(PROGRAM, "test/consolidation/second-year");
const UNIT = "data/403001/2024.yaml";
const silently: Step = async (_name, _subject, work) => work();
const ORDER = { data: dataFile("403", 2024), output: "out" };

function edit(project: string, file: string, find: string, replace: string): void {
  const text = readFileSync(join(project, file), "utf8");
  expect(text).toContain(find);
  writeFileSync(join(project, file), text.replaceAll(find, replace));
}

/** A hundred 元 more is received and spent by a unit. */
function raise(project: string): void {
  edit(project, UNIT, "金额: 1150005.55", "金额: 1150105.55");
  edit(project, UNIT, "金额: 150005.25", "金额: 150105.25");
}

const refusal = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => Promise.reject(new Error("not refused")),
    (error) => (error instanceof Refusal ? error : Promise.reject(error)),
  );

test("the record holds the units' files: it is rebuilt byte for byte, and a changed file of a unit is told", async () => {
  const project = makeProject(DEPARTMENT);
  const { file, record } = await buildIn(project, ORDER);
  const { inputs } = JSON.parse(readFileSync(join(project, record), "utf8"));
  const names = (inputs as readonly { readonly file: string }[]).map((input) => input.file);
  expect(names.filter((name) => name.startsWith("data/"))).toEqual(
    ["403", "403001", "403002", "403010", "403011"].map((code) => `data/${code}/2024.yaml`),
  );
  expect((await runIn(project, ["verify", file])).says).toContain("逐字节相同");
  raise(project);
  const { message } = await refusal(runIn(project, ["verify", file]));
  expect(message).toContain(`生成以后改过 ${UNIT}`);
});

test("in a batch a department is built again where a unit has changed, and only there", async () => {
  const project = makeProject(DEPARTMENT);
  const current = (): boolean =>
    currentOf({ ...ORDER, pack: undefined }, { program, project, strict: false, step: silently }) !==
    undefined;
  await buildIn(project, ORDER);
  expect(current()).toBe(true);
  raise(project);
  expect(current()).toBe(false);
});

test("correct: an amount of a unit changes the department's document, and its file and line are told", async () => {
  const project = makeProject(DEPARTMENT);
  await buildIn(project, ORDER);
  raise(project);
  const own = join(project, ORDER.data.file);
  const told = "更正: { 公开日期: 2024-02-20, 更正日期: 2024-05-20, 原因: 录入时金额有误 }";
  writeFileSync(own, `${readFileSync(own, "utf8")}${told}\n`);
  const { says } = await runIn(project, ["correct", "--unit", "403", "--year", "2024"]);
  expect(says).toContain(`${UNIT}:10`);
  expect(says).toMatch(/预算02表.*某市建设局机关.*115\.00 → 115\.01/);
  expect(says).toContain("更正对照");
});

atNight("correct: against a revision in git, the units' files are those of that time", async () => {
  const project = makeProject(DEPARTMENT);
  const git = (...args: string[]) => execFileSync("git", ["-C", project, ...args], { stdio: "pipe" });
  git("init", "-q");
  git("add", ".");
  git("-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "-qm", "published");
  raise(project);
  const own = join(project, ORDER.data.file);
  const told = "更正: { 公开日期: 2024-02-20, 更正日期: 2024-05-20, 原因: 录入时金额有误 }";
  writeFileSync(own, `${readFileSync(own, "utf8")}${told}\n`);
  const { says } = await runIn(project, ["correct", "--unit", "403", "--year", "2024", "--revision", "HEAD"]);
  expect(says).toMatch(/预算02表.*某市建设局机关.*115\.00 → 115\.01/);
});

test("draft: where a unit has gaps it is printed all the same, and the unit's file is told", async () => {
  const project = makeProject(DEPARTMENT);
  edit(project, UNIT, "金额: 150005.25", "金额: 待填");
  const { warnings, says } = await runIn(project, [
    "build-report",
    "--draft",
    "--unit",
    "403",
    "--year",
    "2024",
  ]);
  expect(says).toContain("草稿");
  expect(warnings.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`)).toContain(
    `数据/待填 ${UNIT}:13`,
  );
  expect(readdirSync(join(project, "out"))).toContain("某市建设局2024年度部门预算公开（草稿）.pdf");
});

atNight("new year: the units are taken over, their files stay as they are", async () => {
  const project = makeProject(SECOND_YEAR);
  const { renewal } = await newYearIn(project, ORDER.data);
  const text = readFileSync(join(project, "data/403/2025.yaml"), "utf8");
  expect(text).toContain("汇总单位: [403001, 403002]");
  expect(renewal.carried).toContain("汇总单位 2 项");
  expect(existsSync(join(project, "data/403001/2025.yaml"))).toBe(false);
});

test("a fault in a department's name is told once, where it was written, whatever is printed of it", async () => {
  const project = makeProject(DEPARTMENT);
  edit(project, "data/403/2024.yaml", "名称: 某市建设局", "名称: 某市建设(甲)局");
  const { warnings } = await runIn(project, ["check", "--unit", "403"]);
  const told = warnings.filter(({ message }) => message.includes("半角括号"));
  expect(told.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
    ["校对/表中标点", "data/403/2024.yaml", 5, 11],
  ]);
});
