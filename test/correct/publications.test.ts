import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readCommand } from "../../src/cli/command.js";
import { worksOf } from "../../src/cli/dispatch.js";
import { Refusal } from "../../src/diagnostic.js";
import { type CorrectionOrder, type CorrectionResult, correct } from "../../src/work/correct.js";
import { buildIn, makeProject, PROGRAM, runIn, VERSION } from "../project.js";
import {
  ANNOUNCEMENT,
  correctIn,
  edit,
  type Published,
  publish,
  publishedCopy,
  settingOf,
} from "./correction-case.js";
import { readDisclosure } from "./reading.js";
import { recordPath, rewriteInputs, rewriteRecord } from "./record-of.js";
import { commit } from "./repository.js";

const PDF = "out/三门峡市住房保障中心2023年度单位预算公开.pdf";
const CHANGE = { find: "≥1次/季度", replace: "≥2次/季度" };

/** Announced, and with one indicator changed. */
async function changed(folder?: string): Promise<Published> {
  const published = await publishedCopy(folder);
  appendFileSync(join(published.project, published.data.file), ANNOUNCEMENT);
  edit(join(published.project, published.data.file), CHANGE);
  return published;
}

function textsOf({ corrections }: CorrectionResult): readonly (readonly (string | undefined)[])[] {
  return corrections.map(({ correction: { before, after } }) => [before?.text, after?.text]);
}

const ONE = [["≥1次/季度", "≥2次/季度"]];

function correctAs(published: Published, order: Partial<CorrectionOrder>): Promise<CorrectionResult> {
  return correct({ data: published.data, output: "out", ...order }, settingOf(published.project));
}

describe("which one was published", () => {
  test("the next run gives the same bytes, and so it does after the corrected document was built", async () => {
    const published = await changed();
    const { project, data } = published;
    const first = await correctIn(published);
    const bytes = first.printed.map((file) => readFileSync(join(project, file)));
    await buildIn(project, { data, output: "out" });
    const again = await correctIn(published);
    expect(textsOf(again)).toEqual(ONE);
    expect(again.printed.map((file) => readFileSync(join(project, file)))).toEqual(bytes);
  });

  test("where only the reason changes after the corrected document was built, the published one is still the first", async () => {
    const published = await changed();
    const { project, data } = published;
    await buildIn(project, { data, output: "out" });
    edit(join(project, data.file), { find: "原因: 录入时有误", replace: "原因: 填报时有误" });
    expect(textsOf(await correctIn(published))).toEqual(ONE);
  });

  test("--published knows a PDF that was renamed and moved, and its unit and year", async () => {
    const { project } = await changed();
    const elsewhere = join(makeProject(), "网站上下载的.pdf");
    copyFileSync(join(project, PDF), elsewhere);
    cpSync(join(PROGRAM, "test/reports/bare/data"), join(project, "data"), { recursive: true });
    mkdirSync(join(project, "data/403008"), { recursive: true });
    copyFileSync(join(project, "data/403008/2023.yaml"), join(project, "data/403008/2024.yaml"));
    const { says } = await runIn(project, ["correct", "--published", elsewhere]);
    expect(says).toContain("≥1次/季度 → ≥2次/季度");
    expect(says).toContain("文件改了 1 处");
  });

  test("of two units each is compared with its own record; one without does not hinder the other", async () => {
    const { project } = await changed();
    cpSync(join(PROGRAM, "test/reports/bare/data"), join(project, "data"), { recursive: true });
    const works = worksOf(readCommand(["correct"]), project, {
      write: () => {},
      terminal: false,
      now: () => 0,
    });
    const [one, other, leftOut] = works.map((work) => work(settingOf(project)));
    expect((await one)?.says).toContain("文件改了 1 处");
    await expect(other).rejects.toThrow("还没有构建记录");
    expect((await leftOut)?.says).toContain("做的是更早的一年：403008");
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
      find: "，与{{上年}}年预算相比",
      replace: "，同{{上年}}年预算相比",
    });
    edit(join(project, data.file), { find: CHANGE.replace, replace: CHANGE.find });
    await buildIn(project, { data, output: "out", pack: "other" });
    edit(join(project, data.file), CHANGE);
    expect(textsOf(await correctAs(published, { pack: "other" }))).toEqual(ONE);
    expect(textsOf(await correctAs(published, {}))).toHaveLength(2);
  });
});

describe("against a revision in git", () => {
  test("its name may be Chinese; data, pack and code lists are those of that time", async () => {
    const published = await publishedCopy();
    const { project, data } = published;
    cpSync(join(PROGRAM, "schemas/codes"), join(project, "schemas/codes"), { recursive: true });
    edit(join(project, "schemas/codes/2023/功能科目.yaml"), {
      find: "2210106: 公共租赁住房",
      replace: "2210106: 公租房",
    });
    edit(join(project, "templates/henan/terms.yaml"), {
      find: "以前年度预算安排、当年没有用完",
      replace: "以前年度预算安排、当年未用完",
    });
    commit(project, "公开2023");
    edit(join(project, "templates/henan/terms.yaml"), { find: "当年未用完", replace: "当年没有用完" });
    appendFileSync(join(project, data.file), ANNOUNCEMENT);
    edit(join(project, data.file), CHANGE);
    const { says } = await runIn(project, ["correct", "--revision", "公开2023"]);
    expect(says).toContain("当年未用完");
    expect(says).toContain("公租房 → 公共租赁住房");
    expect(says).toContain("≥1次/季度 → ≥2次/季度");
    expect(says).toContain("templates/henan/terms.yaml（改过）");
    expect(says).toContain("schemas/codes/2023/功能科目.yaml（改过）");
  });

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

  test("another layout is mentioned, to have pages and words checked", async () => {
    const published = await changed();
    rewriteRecord(published.project, (record) => ({
      ...record,
      program: { ...record.program, version: "0.0.1" },
      pdf: { ...record.pdf, sha256: "0".repeat(64) },
    }));
    const { warnings, printed } = await correctIn(published);
    expect(warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`程序版本生成时是 0.0.1，现在是 ${VERSION}`),
    );
    expect(printed).toHaveLength(2);
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
    expect(review).toBe("out/三门峡市住房服务中心2023年度单位预算公开（更正对照）.pdf");
    const { pages } = await readDisclosure(readFileSync(join(published.project, announcement)));
    expect(pages[0]?.words).toContain("公开的《三门峡市住房保障中心2023年度单位预算公开》");
    expect(pages[0]?.words).toContain("三门峡市住房服务中心2023年5月20日");
  });
});

describe("without 更正 in the data", () => {
  test("corrections are listed, nothing is written, and it does not pass", async () => {
    const published = await publishedCopy();
    const { project, data } = published;
    edit(join(project, data.file), CHANGE);
    const { says, warnings } = await runIn(project, ["correct"]);
    expect(says).toContain("≥1次/季度 → ≥2次/季度");
    expect(says).not.toContain("已生成");
    expect(warnings.map(({ code }) => code)).toContain("数据/缺少");
  });

  test("nothing is asked for where there is none", async () => {
    const { project } = await publishedCopy();
    const { says, warnings } = await runIn(project, ["correct"]);
    expect(says).toContain("无更正：与公开的相同");
    expect(warnings.map(({ severity }) => severity)).not.toContain("错误");
  });
});

test("where nothing can be written, the old announcement is still there", async () => {
  const published = await changed();
  const { project } = published;
  const { printed } = await correctIn(published);
  const before = printed.map((file) => readFileSync(join(project, file)));
  writeFileSync(join(project, "不是文件夹"), "");
  await expect(correctIn(published, "不是文件夹/out")).rejects.toThrow(Refusal);
  expect(printed.map((file) => readFileSync(join(project, file)))).toEqual(before);
});
