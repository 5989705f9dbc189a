import { appendFileSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { rebuild } from "../../src/work/rebuild.js";
import { buildIn, VERSION } from "../project.js";

import { answer, built, DATA, edit, madeBy, settingOf } from "./verifying.js";

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
    const [file = ""] = (await rebuild({ record, output: "out" }, settingOf(project))).files;
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
