import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { sha256 } from "../../src/model/record.js";
import { readRecord } from "../../src/record/read.js";
import { recordText } from "../../src/record/record.js";
import { makeProject, program, runIn } from "../project.js";
import { answer, edit } from "../verify/verifying.js";

const TITLE = "三门峡市住房保障中心2023年度单位预算公开";
const DATA = "data/403008/2023.yaml";

function filesIn(project: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(project, "out"));
  return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(project, "out", name)))]));
}

describe("a report with its forms", () => {
  let project: string;
  let says: string;
  beforeAll(async () => {
    project = makeProject();
    ({ says } = await runIn(project, ["--also", "xlsx,html"]));
  });

  test("is written beside its PDF, and stands in its record", () => {
    expect(says.split("\n").map((line) => line.replace(/：.*/, ""))).toEqual([
      `已生成 out/${TITLE}.pdf`,
      `已生成 out/${TITLE}.html`,
      `已生成 out/${TITLE}.xlsx`,
    ]);
    const name = readdirSync(join(project, "out")).find((each) => each.endsWith(".json")) ?? "";
    const record = readRecord(project, `out/${name}`, program.schemas.record);
    const hashes = filesIn(project);
    expect(record.forms?.map(({ form, file, sha256: hash }) => [form, hashes[file] === hash])).toEqual([
      ["html", true],
      ["xlsx", true],
    ]);
    const { forms: _, ...without } = record;
    expect(recordText(without)).not.toContain("forms");
  });

  test("is made again with the same PDF; beside another PDF it is said to be of before", async () => {
    const before = filesIn(project);
    expect((await runIn(project, [])).says).toContain(`已生成 out/${TITLE}.html`);
    expect(filesIn(project)).toEqual(before);
    const other = makeProject();
    await runIn(other, ["--also", "html"]);
    edit(join(other, DATA), "2023政务API数据接口服务费", "2023政务数据接口服务费");
    expect((await runIn(other, [])).says).toContain(
      "旁边的网页是以前生成的，这次没有重做；要一起重做：npm run build-report -- --also html",
    );
  });

  test.each(["html", "xlsx"])("is verified by its %s", async (form) => {
    expect(await answer(project, `out/${TITLE}.${form}`)).toContain("重做一次，逐字节相同");
  });

  test("is not written at all where one of its files cannot be, and the old ones stand", async () => {
    const other = makeProject();
    await runIn(other, ["--also", "html"]);
    const before = filesIn(other);
    mkdirSync(join(other, `out/${TITLE}.xlsx`));
    edit(join(other, DATA), "2023政务API数据接口服务费", "2023政务数据接口服务费");
    await expect(runIn(other, ["--also", "html,xlsx"])).rejects.toThrow("已有同名的文件夹");
    rmSync(join(other, `out/${TITLE}.xlsx`), { recursive: true });
    expect(filesIn(other)).toEqual(before);
  });
});

test("a pack asks for forms itself, and a wrong name is told with those that there are", async () => {
  const project = makeProject();
  appendFileSync(join(project, "templates/henan/pack.yaml"), "\nalso: [xlsx]\n");
  await runIn(project, []);
  expect(existsSync(join(project, `out/${TITLE}.xlsx`))).toBe(true);
  expect(existsSync(join(project, `out/${TITLE}.html`))).toBe(false);
  await expect(runIn(project, ["--also", "html,pptx"])).rejects.toThrow("--also 写的是“html,pptx”");
});
