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
import { buildIn, makeProject, PROGRAM, runIn } from "../project.js";
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

const LIMIT = 60_000;
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

describe("公开的是哪一个", () => {
  test(
    "再运行一次，结果逐字节相同；生成更正后的文件以后也是",
    async () => {
      const published = await changed();
      const { project, data } = published;
      const first = await correctIn(published);
      const bytes = first.printed.map((file) => readFileSync(join(project, file)));
      await buildIn(project, { data, output: "out" });
      const again = await correctIn(published);
      expect(textsOf(again)).toEqual(ONE);
      expect(again.printed.map((file) => readFileSync(join(project, file)))).toEqual(bytes);
    },
    LIMIT,
  );

  test(
    "生成更正后的文件以后只改更正的原因，公开的还是原来的",
    async () => {
      const published = await changed();
      const { project, data } = published;
      await buildIn(project, { data, output: "out" });
      edit(join(project, data.file), { find: "原因: 录入时有误", replace: "原因: 填报时有误" });
      expect(textsOf(await correctIn(published))).toEqual(ONE);
    },
    LIMIT,
  );

  test(
    "--published 认得改了名、放在别处的 PDF，单位和年度从它知道",
    async () => {
      const { project } = await changed();
      const elsewhere = join(makeProject(), "网站上下载的.pdf");
      copyFileSync(join(project, PDF), elsewhere);
      cpSync(join(PROGRAM, "test/reports/bare/data"), join(project, "data"), { recursive: true });
      mkdirSync(join(project, "data/403008"), { recursive: true });
      copyFileSync(join(project, "data/403008/2023.yaml"), join(project, "data/403008/2024.yaml"));
      const { says } = await runIn(project, ["correct", "--published", elsewhere]);
      expect(says).toContain("≥1次/季度 → ≥2次/季度");
      expect(says).toContain("文件改了 1 处");
    },
    LIMIT,
  );

  test(
    "data 里有两个单位，各与自己的记录比，一个没有记录不妨碍另一个",
    async () => {
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
    },
    LIMIT,
  );

  test(
    "记录不是本单位的不理会",
    async () => {
      const published = await changed();
      const bare = await publish(makeProject(join(PROGRAM, "test/reports/bare")));
      cpSync(join(bare.project, "out"), join(published.project, "out"), { recursive: true });
      expect(textsOf(await correctIn(published))).toEqual(ONE);
    },
    LIMIT,
  );

  test(
    "用别的版式公开的，与那个版式的比",
    async () => {
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
    },
    LIMIT,
  );
});

describe("与 git 里的版本比", () => {
  test(
    "版本名可以是汉字，数据、版式、科目表都是那时的",
    async () => {
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
    },
    LIMIT,
  );

  test(
    "项目在仓库的一个文件夹里",
    async () => {
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
    },
    LIMIT,
  );
});

describe("公开的文件重排", () => {
  test(
    "程序版本不同、排出来一样的，不提示",
    async () => {
      const published = await changed();
      rewriteRecord(published.project, (record) => ({
        ...record,
        program: { ...record.program, version: "0.0.1" },
      }));
      const { warnings } = await correctIn(published);
      expect(warnings.map(({ code }) => code)).not.toContain("记录/不符");
    },
    LIMIT,
  );

  test(
    "排出来不一样的，提示核对页码和原文",
    async () => {
      const published = await changed();
      rewriteRecord(published.project, (record) => ({
        ...record,
        program: { ...record.program, version: "0.0.1" },
        pdf: { ...record.pdf, sha256: "0".repeat(64) },
      }));
      const { warnings, printed } = await correctIn(published);
      expect(warnings.map(({ message }) => message)).toContainEqual(
        expect.stringContaining("程序版本生成时是 0.0.1，现在是 0.2.0"),
      );
      expect(printed).toHaveLength(2);
    },
    LIMIT,
  );

  test(
    "原文里的毛病不妨碍更正它",
    async () => {
      const published = await changed();
      rewriteInputs(published.project, (text, file) =>
        file === published.data.file ? text.replaceAll("加强经费管理", "××加强经费(管理") : text,
      );
      const { printed, corrections } = await correctIn(published);
      expect(corrections).toHaveLength(4);
      expect(printed).toHaveLength(2);
    },
    LIMIT,
  );

  test(
    "单位改了名，更正说明里公开的是原来的题名",
    async () => {
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
    },
    LIMIT,
  );
});

describe("还没有写“更正”", () => {
  test(
    "列出更正的内容，什么也不写，不算通过",
    async () => {
      const published = await publishedCopy();
      const { project, data } = published;
      edit(join(project, data.file), CHANGE);
      const { says, warnings } = await runIn(project, ["correct"]);
      expect(says).toContain("≥1次/季度 → ≥2次/季度");
      expect(says).not.toContain("已生成");
      expect(warnings.map(({ code }) => code)).toContain("数据/缺少");
    },
    LIMIT,
  );

  test(
    "没有更正的，不要求写",
    async () => {
      const { project } = await publishedCopy();
      const { says, warnings } = await runIn(project, ["correct"]);
      expect(says).toContain("无更正：与公开的相同");
      expect(warnings.map(({ severity }) => severity)).not.toContain("错误");
    },
    LIMIT,
  );
});

test(
  "写不进去的，原来的更正说明还在",
  async () => {
    const published = await changed();
    const { project } = published;
    const { printed } = await correctIn(published);
    const before = printed.map((file) => readFileSync(join(project, file)));
    writeFileSync(join(project, "不是文件夹"), "");
    await expect(correctIn(published, "不是文件夹/out")).rejects.toThrow(Refusal);
    expect(printed.map((file) => readFileSync(join(project, file)))).toEqual(before);
  },
  LIMIT,
);
