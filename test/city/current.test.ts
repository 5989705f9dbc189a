import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { openProgram, type Program, type Setting, type Step } from "../../src/work/build.js";
import { currentOf } from "../../src/work/current.js";
import { buildIn, makeProject, PROGRAM, program, runIn } from "../project.js";

const ORDER = { data: dataFile("403008", 2023), output: "out" };
const DATA = "data/403008/2023.yaml";
const LISTS = "schemas/codes";
const step: Step = async (_name, _subject, work) => work();

function settingOf(project: string, by: Program = program): Setting {
  return { program: by, project, strict: false, step };
}

/** A project with its PDF. */
interface Built {
  readonly folder: string;
  readonly pdf: string;
  readonly record: string;
}

let first: Built;

beforeAll(async () => {
  const folder = makeProject();
  const { file, record } = await buildIn(folder, ORDER);
  first = { folder, pdf: file, record };
});

const CHANGES_OF_PROJECT: Readonly<Record<string, (built: Built) => void>> = {
  "an empty line more in the data": ({ folder }) => appendFileSync(join(folder, DATA), "\n"),
  "there is data of last year now": ({ folder }) =>
    writeFileSync(
      join(folder, "data/403008/2022.yaml"),
      readFileSync(join(folder, DATA), "utf8").replace("年度: 2023", "年度: 2022"),
    ),
  "a sentence of the pack": ({ folder }) =>
    appendFileSync(join(folder, "templates/henan/narrative/duties.hbs"), "\n"),
  "one file more in the pack": ({ folder }) =>
    cpSync(
      join(folder, "templates/henan/tables/01-balance.yaml"),
      join(folder, "templates/henan/tables/12-balance.yaml"),
    ),
  "the pack that the data names": ({ folder }) => {
    cpSync(join(folder, "templates/henan"), join(folder, "templates/hubei"), { recursive: true });
    const file = join(folder, DATA);
    writeFileSync(file, readFileSync(file, "utf8").replace("版式: henan", "版式: hubei"));
  },
  "the PDF was touched": ({ folder, pdf }) => appendFileSync(join(folder, pdf), "\n"),
  "the PDF is gone": ({ folder, pdf }) => rmSync(join(folder, pdf)),
  "the record is gone": ({ folder, record }) => rmSync(join(folder, record)),
  "the record is broken": ({ folder, record }) => writeFileSync(join(folder, record), "{"),
  "a text in the record was touched": ({ folder, record }) => {
    const file = join(folder, record);
    writeFileSync(file, readFileSync(file, "utf8").replace("办公室", "办公厅"));
  },
};

const CHANGES_OF_PROGRAM: Readonly<Record<string, (folder: string) => void>> = {
  "the code lists": (folder) => {
    appendFileSync(join(folder, LISTS, "功能科目.yaml"), "# 备注\n");
  },
  "the fonts": (folder) => appendFileSync(join(folder, "fonts/kaiti.ttf"), "\0"),
  "the version of the program": (folder) => {
    const file = join(folder, "package.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"version": "[^"]*"/, '"version": "99.0.0"'));
  },
};

test("nothing is built again where nothing has changed, nor where the pack asked for is the data's", () => {
  const { folder, pdf } = first;
  const setting = settingOf(folder);
  expect(currentOf(ORDER, setting)?.file).toBe(pdf);
  expect(currentOf({ ...ORDER, pack: "henan" }, setting)?.file).toBe(pdf);
});

test.each(Object.entries(CHANGES_OF_PROJECT))("built again: %s", (_name, change) => {
  const folder = makeProject(first.folder);
  cpSync(join(first.folder, "out"), join(folder, "out"), { recursive: true });
  expect(currentOf(ORDER, settingOf(folder))).toBeDefined();
  change({ ...first, folder });
  expect(currentOf(ORDER, settingOf(folder))).toBeUndefined();
});

test.each(Object.entries(CHANGES_OF_PROGRAM))("built again: %s", (_name, change) => {
  const copy = makeProject();
  for (const part of ["schemas", "fonts", "package.json"]) {
    cpSync(join(PROGRAM, part), join(copy, part), { recursive: true });
  }
  expect(currentOf(ORDER, settingOf(first.folder, openProgram(copy)))).toBeDefined();
  change(copy);
  expect(currentOf(ORDER, settingOf(first.folder, openProgram(copy)))).toBeUndefined();
});

test("a unit code with letters and hyphens is known again", async () => {
  const folder = makeProject();
  renameSync(join(folder, "data/403008"), join(folder, "data/A-403008"));
  const order = { data: dataFile("A-403008", 2023), output: "out" };
  const file = join(folder, order.data.file);
  writeFileSync(file, readFileSync(file, "utf8").replace("代码: 403008", "代码: A-403008"));
  const { file: pdf } = await buildIn(folder, order);
  expect(currentOf(order, settingOf(folder))?.file).toBe(pdf);
  expect((await runIn(folder, ["verify", pdf])).says).toContain("逐字节相同");
  expect((await runIn(folder, ["check", "--unit", "A-403008"])).says).toContain("没有错");
});

test("built with another pack than the data's, it is built again", async () => {
  const folder = makeProject();
  cpSync(join(folder, "templates/henan"), join(folder, "templates/hubei"), { recursive: true });
  const { file } = await buildIn(folder, { ...ORDER, pack: "hubei" });
  const setting = settingOf(folder);
  expect(currentOf({ ...ORDER, pack: "hubei" }, setting)?.file).toBe(file);
  expect(currentOf({ ...ORDER, pack: "henan" }, setting)).toBeUndefined();
  expect(currentOf(ORDER, setting)).toBeUndefined();
});

test("a department is built again when last year's data has changed, its own or its units'", async () => {
  const folder = makeProject(join(PROGRAM, "test/consolidation/second-year"));
  const order = { data: dataFile("403", 2024), output: "out" };
  await buildIn(folder, order);
  for (const unit of ["403", "403001"]) {
    const file = join(folder, `data/${unit}/2023.yaml`);
    const text = readFileSync(file, "utf8");
    expect(currentOf(order, settingOf(folder))).toBeDefined();
    writeFileSync(file, `${text}# 备注\n`);
    expect(currentOf(order, settingOf(folder))).toBeUndefined();
    writeFileSync(file, text);
  }
});
