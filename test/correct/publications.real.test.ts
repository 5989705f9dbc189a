import { appendFileSync, copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readCommand } from "../../src/cli/command.js";
import { worksOf } from "../../src/cli/dispatch.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { publishedRecord } from "../../src/work/published.js";
import { buildIn, makeProject, PROGRAM } from "../project.js";
import { ANNOUNCEMENT, correctIn, edit, publish, publishedCopy, settingOf } from "./correction-case.js";
import { CHANGE, changed, correctAs, hashesOf, ONE, textsOf } from "./publication-changed.js";
import { readDisclosure } from "./reading.js";
import { recordPath, rewriteInputs, rewriteRecord } from "./record-of.js";
import { commit } from "./repository.js";

const PDF = "out/三门峡市住房保障中心2023年度单位预算公开.pdf";

describe("which one was published", () => {
  test("the next run gives the same bytes, and so it does after the corrected document was built", async () => {
    const published = await changed();
    const { project, data } = published;
    const first = await correctIn(published);
    const hashes = hashesOf(published, first);
    const elsewhere = join(makeProject(), "网站上下载的.pdf");
    copyFileSync(join(project, PDF), elsewhere);
    await buildIn(project, { data, output: "out" });
    await expect(correctIn(published)).rejects.toThrow("不知道公开的是哪一个");
    const named = publishedRecord({ file: elsewhere, output: "out" }, settingOf(project));
    const again = await correctAs(published, { published: named });
    expect(textsOf(again)).toEqual(ONE);
    expect(hashesOf(published, again)).toEqual(hashes);
  });

  test("of two units each is compared with its own record; one without does not hinder the other", async () => {
    const { project } = await changed();
    cpSync(join(PROGRAM, "test/reports/bare/data"), join(project, "data"), { recursive: true });
    const works = worksOf(readCommand(["correct"]), project, {
      write: () => {},
      terminal: false,
      now: () => 0,
    });
    const [one, other, leftOut] = works.map((work) => () => work(settingOf(project)));
    expect((await one?.())?.says).toContain("文件改了 1 处");
    await expect(other?.()).rejects.toThrow("还没有构建记录");
    expect((await leftOut?.())?.says).toContain("做的是更早的一年：403008");
  });

  test("records of other units are passed over", async () => {
    const published = await changed();
    const bare = await publish(makeProject(join(PROGRAM, "test/reports/bare")));
    cpSync(join(bare.project, "out"), join(published.project, "out"), { recursive: true });
    expect(textsOf(await correctIn(published))).toEqual(ONE);
  });

  test("what was published with another pack is compared with that", async () => {
    const published = await changed();
    const { project, data } = published;
    rmSync(recordPath(project));
    cpSync(join(project, "templates/henan"), join(project, "templates/other"), { recursive: true });
    edit(join(project, "templates/other/narrative/overview.hbs"), {
      find: "，与{{上年}}年预算{{#if",
      replace: "，同{{上年}}年预算{{#if",
    });
    edit(join(project, data.file), { find: CHANGE.replace, replace: CHANGE.find });
    await buildIn(project, { data, output: "out", pack: "other" });
    edit(join(project, data.file), CHANGE);
    expect(textsOf(await correctAs(published, { pack: "other" }))).toEqual(ONE);
    expect(textsOf(await correctAs(published, {}))).toHaveLength(2);
  });
});

describe("against a revision in git", () => {
  test("the project may be a folder of the repository", async () => {
    const published = await publishedCopy();
    const repository = join(published.project, "仓库");
    const project = join(repository, "预算公开");
    for (const folder of ["data", "templates"])
      cpSync(join(published.project, folder), join(project, folder), { recursive: true });
    commit(repository);
    appendFileSync(join(project, published.data.file), ANNOUNCEMENT);
    edit(join(project, published.data.file), CHANGE);
    const result = await correctAs({ ...published, project }, { revision: "HEAD" });
    expect(textsOf(result)).toEqual(ONE);
    expect(result.printed).toHaveLength(2);
  });
});

describe("what was published is laid out again", () => {
  test("another version with the same layout is not mentioned", async () => {
    const published = await changed();
    rewriteRecord(published.project, (record) => ({
      ...record,
      program: { ...record.program, version: "0.0.1" },
    }));
    const { warnings } = await correctIn(published);
    expect(warnings.map(({ code }) => code)).not.toContain("记录/不符");
  });

  test("faults of the published text do not hinder its correction", async () => {
    const published = await changed();
    rewriteInputs(published.project, (text, file) =>
      file === published.data.file ? text.replaceAll("加强经费管理", "××加强经费(管理") : text,
    );
    const { printed, corrections } = await correctIn(published);
    expect(corrections).toHaveLength(4);
    expect(printed).toHaveLength(2);
  });

  test("where the unit was renamed, the announcement has the published title", async () => {
    const published = await changed();
    edit(join(published.project, published.data.file), {
      find: "名称: 三门峡市住房保障中心",
      replace: "名称: 三门峡市住房服务中心",
    });
    const { printed } = await correctIn(published);
    const [announcement = "", review] = printed;
    expect(announcement).toBe("out/关于更正《三门峡市住房保障中心2023年度单位预算公开》的说明.pdf");
    expect(review).toBe("out/三门峡市住房保障中心2023年度单位预算公开（更正对照）.pdf");
    const { pages } = await readDisclosure(readFileSync(join(published.project, announcement)));
    expect(pages[0]?.words).toContain("公开的《三门峡市住房保障中心2023年度单位预算公开》");
    expect(pages[0]?.words).toContain("三门峡市住房服务中心2023年5月20日");
  });
});

test("where nothing can be written, the old announcement is still there", async () => {
  const published = await changed();
  const result = await correctIn(published);
  const before = hashesOf(published, result);
  writeFileSync(join(published.project, "不是文件夹"), "");
  await expect(correctIn(published, "不是文件夹/out")).rejects.toThrow(Refusal);
  expect(hashesOf(published, result)).toEqual(before);
});

test("a unit may have the longest name that data may give it", async () => {
  const project = makeProject();
  const file = join(project, dataFile("403008", 2023).file);
  const name = "三门峡市住房保障中心".repeat(7);
  edit(file, { find: "名称: 三门峡市住房保障中心", replace: `名称: ${name}` });
  const published = await publish(project);
  appendFileSync(file, ANNOUNCEMENT);
  edit(file, CHANGE);
  const { printed } = await correctIn(published);
  expect(printed).toEqual([
    expect.stringMatching(/^out\/关于更正《三门峡市.*….*》的说明\.pdf$/),
    expect.stringMatching(/^out\/三门峡市.*….*（更正对照）\.pdf$/),
  ]);
});
