import { createHash } from "node:crypto";
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { buildIn, makeProject, VERSION } from "../project.js";

import { answer, built, DATA, edit, madeBy } from "./verifying.js";

describe("a PDF that was just built", () => {
  let made: Awaited<ReturnType<typeof built>>;
  beforeAll(async () => {
    made = await built();
  });

  test("agrees with the data, and is the same byte for byte when built again", async () => {
    const said = await answer(made.project, made.file);
    expect(said).toContain("是由 data/403008/2023.yaml 生成的");
    expect(said).toContain("逐字节相同");
  });

  test("is known elsewhere and by another name", async () => {
    const elsewhere = join(mkdtempSync(join(tmpdir(), "disclosure-")), "公开.pdf");
    copyFileSync(made.pdf, elsewhere);
    expect(await answer(made.project, elsewhere)).toContain("逐字节相同");
  });

  test("is not bound to the version that its record names", async () => {
    edit(made.record, `"version": "${VERSION}"`, '"version": "0.0.9"');
    // 记录里的指纹与文件相符，重做的结果也相同：版本不同并不要紧
    expect(await answer(made.project, made.file)).toContain("逐字节相同");
    edit(made.record, '"version": "0.0.9"', `"version": "${VERSION}"`);
  });

  test("has one record, however often it is built", async () => {
    await buildIn(made.project, { data: DATA, output: "out" });
    expect(readdirSync(join(made.project, "out"))).toHaveLength(2);
  });
});

test("after the data was changed an old PDF is not built from it any more; changed back, it is again", async () => {
  const { project, file } = await built();
  const data = join(project, DATA.file);
  edit(data, "金额: 2430000.00", "金额: 2430000.01");
  const said = await answer(project, file);
  expect(said).toContain("不是现在的数据生成的：生成以后改过 data/403008/2023.yaml");
  expect(said).toContain("[记录/不符]");
  edit(data, "金额: 2430000.01", "金额: 2430000.00");
  expect(await answer(project, file)).toContain("逐字节相同");
});

test("a changed pack and an added file of last year count as changes", async () => {
  const { project, file } = await built();
  appendFileSync(join(project, "templates/henan/terms.yaml"), "# 备注\n");
  const text = readFileSync(join(project, DATA.file), "utf8");
  writeFileSync(join(project, "data/403008/2022.yaml"), text.replace("年度: 2023", "年度: 2022"));
  expect(await answer(project, file)).toContain("改过 data/403008/2022.yaml、templates/henan/terms.yaml");
});

test("one changed byte of a PDF is noticed", async () => {
  const { project, file, pdf } = await built();
  const bytes = readFileSync(pdf);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  writeFileSync(pdf, bytes);
  expect(await answer(project, file)).toContain("不是现在的数据生成的，也没有它的构建记录");
});

test("an untouched PDF whose own record is gone is not told to be changed for certain", async () => {
  const { project, file, record } = await built();
  edit(join(project, DATA.file), "主要职责: 承担", "主要职责: 负责");
  await buildIn(project, { data: DATA, output: "out" });
  edit(join(project, DATA.file), "主要职责: 负责", "主要职责: 主管");
  const [own = ""] = readdirSync(join(project, "out")).filter(
    (name) => name.endsWith(".json") && !record.endsWith(name),
  );
  rmSync(join(project, "out", own));
  expect(await answer(project, file)).toContain("，或者它自己的构建记录不在了");
});

test("a made-up hash in a record is not believed", async () => {
  const { project, record, pdf } = await built();
  const bytes = Buffer.concat([readFileSync(pdf), Buffer.from("\n% 改过")]);
  writeFileSync(pdf, bytes);
  const told: { pdf: { sha256: string; bytes: number } } = JSON.parse(readFileSync(record, "utf8"));
  told.pdf.sha256 = createHash("sha256").update(bytes).digest("hex");
  rmSync(record);
  const name = `403008-2023.${told.pdf.sha256.slice(0, 12)}.json`;
  writeFileSync(join(project, "out", name), JSON.stringify(told));
  expect(await answer(project, pdf)).toContain("结果不同");
});

test("without a record, what is built now byte for byte is known", async () => {
  const { project, file, record } = await built();
  rmSync(record);
  expect(await answer(project, file)).toContain("逐字节相同（没有找到构建记录）");
});

test("a record that was edited or is no JSON is not used", async () => {
  const { project, file, record } = await built();
  const text = readFileSync(record, "utf8");
  edit(record, "金额: 2430000.00", "金额: 2430000.01");
  expect(await answer(project, file)).toContain("里面的 data/403008/2023.yaml 被改过");
  writeFileSync(record, text.slice(0, 1000));
  expect(await answer(project, file)).toContain("构建记录不是完好的 JSON");
  writeFileSync(record, text.replace("record/1", "record/9"));
  expect(await answer(project, file)).toContain("[记录/损坏]");
});

test.each([
  ["a file that is not there", "out/没有.pdf", "找不到文件 out/没有.pdf"],
  ["a file that is no PDF", DATA.file, "不是 PDF"],
  ["a folder", "data", "它是一个文件夹，不是文件"],
])("%s", async (_name, file, sentence) => {
  expect(await answer(makeProject(), file)).toContain(sentence);
});

test("that the pack came with another version is no change of the officer's", async () => {
  const { project, file, record } = await built();
  madeBy("0.2.0", record);
  appendFileSync(join(project, "templates/henan/terms.yaml"), "# 新版\n");
  const said = await answer(project, file);
  expect(said).toContain(`${file} 是 0.2.0 版的程序生成的，程序以后升级到 ${VERSION} 版；数据没有改过`);
  expect(said).not.toContain("改过 templates");
  expect(said).toContain("怎么改：公开的文件不用改，也不用更正");
});

test("of a pack that today's program cannot read it does not advise what would refuse", async () => {
  const { project, file, record } = await built();
  const written = JSON.parse(readFileSync(record, "utf8"));
  for (const input of written.inputs) {
    if (!input.file.endsWith("/pack.yaml")) continue;
    input.text = input.text.replace("parts:", "成分:");
    input.sha256 = createHash("sha256").update(input.text).digest("hex");
  }
  written.program.version = "0.2.0";
  writeFileSync(record, JSON.stringify(written));
  edit(join(project, DATA.file), "主要职责: 承担", "主要职责: 负责");
  expect(await answer(project, file)).toContain(
    "怎么改：已经公开的，请维护程序的人用 0.2.0 版的程序运行 npm run correct",
  );
});
