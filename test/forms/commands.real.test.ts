import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { sha256 } from "../../src/model/record.js";
import { makeProject, runIn } from "../project.js";
import { answer, edit } from "../verify/verifying.js";
import { elementsIn, readPage, textOf } from "./read-page.js";

const TITLE = "三门峡市住房保障中心2023年度单位预算公开";
const DATA = "data/403008/2023.yaml";
const ANNOUNCEMENT = "公开日期: 2023-02-20\n更正: { 更正日期: 2023-05-20, 原因: 录入有误 }\n";

function filesIn(project: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(project, "out"));
  return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(project, "out", name)))]));
}

describe("a report with its forms", () => {
  let project: string;
  beforeAll(async () => {
    project = makeProject();
    await runIn(project, ["--also", "xlsx,html"]);
  });

  test("is the same again, and is skipped as long as all that was asked for is there", async () => {
    const before = filesIn(project);
    expect((await runIn(project, ["--all", "--also", "html"])).says).toContain("没有变化 1 个");
    expect((await runIn(project, ["--all"])).says).toContain("没有变化 1 个");
    rmSync(join(project, `out/${TITLE}.xlsx`));
    expect((await runIn(project, ["--all", "--also", "html,xlsx"])).says).toContain("生成 1 个");
    const { "build-report.json": _, ...now } = filesIn(project);
    expect(now).toEqual(before);
    expect(readFileSync(join(project, "out/build-report.json"), "utf8")).toContain(`out/${TITLE}.xlsx`);
  });

  test.each(["pdf", "html", "xlsx"])("is verified by its %s, with its record and without", async (form) => {
    expect(await answer(project, `out/${TITLE}.${form}`)).toContain("重做一次，逐字节相同");
    const other = makeProject();
    mkdirSync(join(other, "out"));
    const copy = join(other, `out/下载的.${form}`);
    const bytes = readFileSync(join(project, `out/${TITLE}.${form}`));
    appendFileSync(copy, bytes);
    expect(await answer(other, copy)).toContain("逐字节相同（没有找到构建记录）");
    appendFileSync(copy, " ");
    expect(await answer(other, copy)).toContain("不是现在的数据生成的");
  });

  test("is made again from its record, under names that say so", async () => {
    const name = readdirSync(join(project, "out")).find((each) => /^403008/.test(each)) ?? "";
    const again = await runIn(project, ["--record", join(project, "out", name), "--output", "again"]);
    expect(again.says.split("\n")).toHaveLength(3);
    const made = readdirSync(join(project, "again"));
    expect(made.map((each) => sha256(readFileSync(join(project, "again", each)))).sort()).toEqual(
      ["pdf", "html", "xlsx"].map((form) => filesIn(project)[`${TITLE}.${form}`]).sort(),
    );
  });
});

test("a correction names the forms that were published, and announces itself in them", async () => {
  const project = makeProject();
  await runIn(project, ["--also", "html"]);
  edit(join(project, DATA), "≥1次/季度", "≥2次/季度");
  appendFileSync(join(project, DATA), ANNOUNCEMENT);
  const { says } = await runIn(project, ["correct", "--published", join(project, `out/${TITLE}.html`)]);
  expect(says).toContain("公开过的还有网页，更正后的一起生成：npm run build-report -- --also html");
  const announcement =
    readdirSync(join(project, "out")).find((name) => /^关于更正.*\.html$/.test(name)) ?? "";
  const { root, errors } = readPage(readFileSync(join(project, "out", announcement)));
  expect(errors).toEqual([]);
  expect(textOf(root)).toContain("≥2次/季度");
});

test("a draft is marked as one in each form, with what is to be filled in marked", async () => {
  const project = makeProject();
  edit(join(project, DATA), "2023政务API数据接口服务费", "待填");
  await runIn(project, ["--draft", "--also", "html,xlsx"]);
  const file = `out/${TITLE}（草稿）`;
  const { root } = readPage(readFileSync(join(project, `${file}.html`)));
  expect(elementsIn(root, "aside").map(textOf)).toEqual(["草稿"]);
  expect(elementsIn(root, "mark").map(textOf)).toContain("待填");
  const { Sheets } = read(readFileSync(join(project, `${file}.xlsx`)), { cellStyles: true });
  const cells = Object.values(Sheets).flatMap((sheet) => Object.values(sheet));
  const gaps = cells.filter((cell) => cell?.v === "待填");
  expect(gaps.length).toBeGreaterThan(0);
  for (const gap of gaps) expect(gap.s.fgColor.rgb).toBe("FFD966");
});
