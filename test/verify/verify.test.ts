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
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { Refusal } from "../../src/diagnostic.js";
import { dataFile } from "../../src/project/data-files.js";
import type { Setting } from "../../src/work/build.js";
import { rebuild } from "../../src/work/rebuild.js";
import { verify } from "../../src/work/verify.js";
import { buildIn, makeProject, program, VERSION } from "../project.js";

const DATA = dataFile("403008", 2023);

function settingOf(project: string): Setting {
  return {
    program,
    project,
    strict: false,
    step: async (_name, _subject, work) => work(),
  };
}

/** What is said of the PDF, or why it is refused. */
async function answer(project: string, file: string, setting = settingOf(project)): Promise<string> {
  try {
    return (await verify({ file, output: "out" }, setting)).join("\n");
  } catch (error) {
    if (error instanceof Refusal) return printDiagnostics(error.diagnostics);
    throw error;
  }
}

async function built() {
  const project = makeProject();
  const { file, record } = await buildIn(project, { data: DATA, output: "out" });
  return { project, file, record: join(project, record), pdf: join(project, file) };
}

function edit(file: string, find: string, replace: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(find);
  writeFileSync(file, text.replace(find, replace));
}

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

test("after the data was changed it says whether the old PDF can still be made byte for byte", async () => {
  const { project, file } = await built();
  edit(join(project, DATA.file), "金额: 2430000.00", "金额: 2430000.01");
  expect(await answer(project, file)).toContain("照构建记录里当时的数据，重做一次，逐字节相同");
});

describe("built again from the record", () => {
  test("is the same byte for byte, beside the others, though data, pack and PDF have changed since", async () => {
    const { project, record, pdf } = await built();
    const before = readFileSync(pdf);
    edit(join(project, DATA.file), "2023政务API数据接口服务费", "2023政务数据接口服务费");
    appendFileSync(join(project, "templates/henan/terms.yaml"), "# 备注\n");
    await buildIn(project, { data: DATA, output: "out" });
    const now = readFileSync(pdf);
    expect(now.equals(before)).toBe(false);
    const { file } = await rebuild({ record, output: "out" }, settingOf(project));
    expect(readFileSync(join(project, file)).equals(before)).toBe(true);
    expect(readFileSync(pdf).equals(now)).toBe(true);
    expect(await answer(project, file)).toContain("照构建记录里当时的数据，重做一次，逐字节相同");
  });

  test("is not written where it differs, and it says why", async () => {
    const { project, record } = await built();
    const text = readFileSync(record, "utf8").replace(`"version": "${VERSION}"`, '"version": "0.0.9"');
    const other = (_: string, key: string, digit: string): string => key + (digit === "0" ? "1" : "0");
    writeFileSync(record, text.replace(/("sha256": ")(\w)/, other));
    const files = readdirSync(join(project, "out"));
    const refused = rebuild({ record, output: "out" }, settingOf(project));
    await expect(refused).rejects.toThrow(Refusal);
    await refused.catch((error: Refusal) => {
      const said = printDiagnostics(error.diagnostics);
      expect(said).toContain("与它记的不相同，没有写出来");
      expect(said).toContain("程序版本生成时是 0.0.9");
    });
    expect(readdirSync(join(project, "out"))).toEqual(files);
  });
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

test("without a record it is compared with all years; one with errors does not hinder the others", async () => {
  const { project, file, record } = await built();
  rmSync(record);
  const text = readFileSync(join(project, DATA.file), "utf8");
  writeFileSync(join(project, "data/403008/2024.yaml"), text.replace("年度: 2023", "年度: 待填"));
  expect(await answer(project, file)).toContain("与 data/403008/2023.yaml 现在生成的逐字节相同");
  appendFileSync(join(project, file), "\n");
  const said = await answer(project, file);
  expect(said).toContain("比过：data/403008/2023.yaml");
  expect(said).toContain("有错、还生成不了的，没有比：data/403008/2024.yaml");
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

/** The record as an earlier version of the program would have written it. */
function madeBy(version: string, record: string): void {
  edit(record, `"version": ${JSON.stringify(VERSION)}`, `"version": ${JSON.stringify(version)}`);
}

test("that the pack came with another version is no change of the officer's", async () => {
  const { project, file, record } = await built();
  madeBy("0.2.0", record);
  appendFileSync(join(project, "templates/henan/terms.yaml"), "# 新版\n");
  const said = await answer(project, file);
  expect(said).toContain(`${file} 是 0.2.0 版的程序生成的，程序以后升级到 ${VERSION} 版；数据没有改过`);
  expect(said).not.toContain("改过 templates");
  expect(said).toContain("怎么改：公开的文件不用改，也不用更正");
});

test("after a correction it names the corrected PDF, and asks for no further one", async () => {
  const { project, file } = await built();
  copyFileSync(join(project, file), join(project, "旧.pdf"));
  edit(join(project, DATA.file), "主要职责: 承担", "主要职责: 负责");
  appendFileSync(
    join(project, DATA.file),
    "更正: { 公开日期: 2023-02-20, 更正日期: 2023-05-20, 原因: 录入有误 }\n",
  );
  expect(await answer(project, "旧.pdf")).toContain("用 npm run correct 列出更正的内容");
  const corrected = await buildIn(project, { data: DATA, output: "out" });
  expect(corrected.file).toBe(file.replace(".pdf", "（更正后）.pdf"));
  const said = await answer(project, "旧.pdf");
  expect(said).toContain(`怎么改：更正已经做过，这是更正前的文件：公开的换成 ${corrected.file}`);
  expect(said).not.toContain("npm run correct");
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

test("a build keeps the PDF that only an earlier program can make again, and no other", async () => {
  const { project, file, record } = await built();
  const old = readFileSync(join(project, file));
  edit(join(project, DATA.file), "主要职责: 承担", "主要职责: 负责");
  expect((await buildIn(project, { data: DATA, output: "out" })).kept).toBe(undefined);
  writeFileSync(join(project, file), old);
  madeBy("0.2.0", record);
  const { kept = "" } = await buildIn(project, { data: DATA, output: "out" });
  expect(kept).toMatch(/^out\/三门峡市住房保障中心2023年度单位预算公开（403008-2023\.[0-9a-f]{12}）\.pdf$/);
  expect(readFileSync(join(project, kept)).equals(old)).toBe(true);
  expect(readFileSync(join(project, file)).equals(old)).toBe(false);
});
