import { appendFileSync, copyFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { makeProject, PROGRAM, runIn, VERSION } from "../project.js";
import { atNight } from "../sample.js";
import { ANNOUNCEMENT, correctIn, edit, publishedCopy } from "./correction-case.js";
import { CHANGE, changed } from "./publication-changed.js";
import { rewriteRecord } from "./record-of.js";
import { commit } from "./repository.js";

const PDF = "out/三门峡市住房保障中心2023年度单位预算公开.pdf";

describe("which one was published", () => {
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
});

describe("against a revision in git", () => {
  atNight("its name may be Chinese; data, pack and code lists are those of that time", async () => {
    const published = await publishedCopy();
    const { project, data } = published;
    cpSync(join(PROGRAM, "schemas/codes"), join(project, "schemas/codes"), { recursive: true });
    edit(join(project, "schemas/codes/功能科目.yaml"), {
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
    expect(says).toContain("schemas/codes/功能科目.yaml（改过）");
  });
});

describe("what was published is laid out again", () => {
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
