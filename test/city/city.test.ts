import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { PROGRAM } from "../project.js";
import { edit, makeCity, pdfs, report, run, states } from "./city.js";

jest.setTimeout(120_000);

const UNITS = 6;

function unlikeSchema(city: string): unknown {
  const schema = JSON.parse(readFileSync(join(PROGRAM, "schemas/build-report.schema.json"), "utf8"));
  const validate = new Ajv2020().compile(schema);
  validate(JSON.parse(readFileSync(join(city, "out/build-report.json"), "utf8")));
  return validate.errors;
}

describe("一座城的单位一起做", () => {
  let city = "";
  let first: ReturnType<typeof run>;
  beforeAll(() => {
    city = makeCity(UNITS);
    first = run(city, "--all");
  });

  test("每个单位一个 PDF，最后说各有几个，有警告的是哪些", () => {
    expect(first.code).toBe(0);
    expect(first.err).toBe("");
    expect(first.out).toContain(`共 ${UNITS} 个单位：生成 ${UNITS} 个\n`);
    expect(first.out).toContain(`${UNITS}/${UNITS}`);
    expect(first.out).toMatch(/警告.*：\n {2}勾稽\/政府采购遗漏 {2}\d 个单位：500001/);
    expect(pdfs(city).size).toBe(UNITS);
    expect(report(city).map(({ unit }) => unit)).toEqual([
      "500001",
      "500002",
      "500003",
      "500004",
      "500005",
      "500006",
    ]);
  });

  test("与一个一个做的逐字节相同", () => {
    expect(run(city, "--output", "one").code).toBe(0);
    expect(pdfs(city, "one")).toEqual(pdfs(city));
  });

  test("再做一次，没有变化的都跳过；--force 都重做，结果不变", () => {
    const before = pdfs(city);
    expect(run(city, "--all").code).toBe(0);
    expect(states(city)).toEqual({ unchanged: UNITS });
    expect(unlikeSchema(city)).toBeNull();
    expect(run(city, "--all", "--force").code).toBe(0);
    expect(states(city)).toEqual({ built: UNITS });
    expect(pdfs(city)).toEqual(before);
  });

  test("改了数据的、少了 PDF 的、PDF 被动过的才重做", () => {
    const [gone = "", touched = ""] = pdfs(city).keys();
    rmSync(join(city, "out", gone));
    writeFileSync(join(city, "out", touched), "动过");
    edit(city, "500006", /办公室/, "综合科");
    expect(run(city, "--all").code).toBe(0);
    expect(states(city)).toEqual({ built: 3, unchanged: UNITS - 3 });
    expect(pdfs(city).size).toBe(UNITS);
  });

  test("有警告也不算通过的，没有变化也要核对", () => {
    const before = pdfs(city);
    const { code, err } = run(city, "--all", "--strict");
    expect(code).toBe(1);
    expect(err).toContain("[勾稽/政府采购遗漏]");
    expect(states(city).refused).toBeGreaterThan(0);
    expect(pdfs(city)).toEqual(before);
  });

  test("一个单位有错，只停它一个：错都说出来，结束时是 1，它原来的 PDF 不动", () => {
    const before = pdfs(city);
    edit(city, "500003", /金额: "(\d+)\.\d\d"/, '金额: "$1.001"');
    const { code, err, out } = run(city, "--all");
    expect(code).toBe(1);
    expect(err).toContain("data/500003/2023.yaml");
    expect(err).toContain("[数据/金额]");
    expect(out).toContain("没有生成的，改好以后再运行一次：\n  500003  1 个错误\n");
    expect(report(city).find(({ unit }) => unit === "500003")).toMatchObject({
      state: "refused",
      found: [{ code: "数据/金额" }],
    });
    expect(unlikeSchema(city)).toBeNull();
    expect(pdfs(city)).toEqual(before);
  });

  test("给别的程序读的，警告也都在里面", () => {
    const { code, out } = run(city, "--all", "--force", "--format", "json");
    expect(code).toBe(1);
    const found: readonly { readonly ruleId: string }[] = JSON.parse(out).runs[0].results;
    expect(found.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(["数据/金额", "勾稽/政府采购遗漏"]),
    );
  });

  test("草稿也能一起做，有错的也印", () => {
    expect(run(city, "--all", "--draft", "--output", "drafts").code).toBe(0);
    expect([...pdfs(city, "drafts").keys()].every((name) => name.endsWith("（草稿）.pdf"))).toBe(true);
    expect(pdfs(city, "drafts").size).toBe(UNITS);
  });
});

test("只做一年的，说出哪些单位没有这一年的；不说哪一年的，说出哪些单位做的是更早的", () => {
  const city = makeCity(2);
  const file = join(city, "data/500002/2023.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file.replace("2023", "2024"), text.replace('年度: "2023"', '年度: "2024"'));
  rmSync(file);
  const { out } = run(city, "--all", "--year", "2023");
  expect(out).toContain("没有 2023 年数据的 1 个单位没有做：500002");
  expect(run(city, "--all").out).toContain("1 个单位最近的一年不是 2024 年，做的是更早的一年：500001");
});

test("一个单位的文件名字不对，只停它一个：不会悄悄做了更早的一年", () => {
  const city = makeCity(2);
  const [from, to] = ["2023.yaml", "2024.yaml.txt"].map((name) => join(city, "data/500002", name));
  writeFileSync(to ?? "", readFileSync(from ?? ""));
  const { code, err } = run(city, "--all");
  expect(code).toBe(1);
  expect(err).toContain("data/500002/2024.yaml.txt 的名字不对");
  expect(states(city)).toEqual({ built: 1, refused: 1 });
});

test("结果文件写不下，各单位怎样了照样说", () => {
  const city = makeCity(2);
  edit(city, "500002", /金额: "(\d+)\.\d\d"/, '金额: "$1.001"');
  mkdirSync(join(city, "out/build-report.json"), { recursive: true });
  const { code, out, err } = run(city, "--all");
  expect(code).toBe(1);
  expect(out).toContain("共 2 个单位：生成 1 个，没有生成 1 个");
  expect(out).not.toContain("逐个单位的结果");
  expect(err).toContain("[数据/金额]");
  expect(err).toContain("结果写不进 out/build-report.json：已有同名的文件夹");
  expect(pdfs(city).size).toBe(1);
});

test.each([["--force"], ["--shard", "1/2"]])("%s 要和 --all 同用", (...args) => {
  const { code, err } = run(PROGRAM, ...args);
  expect(code).toBe(2);
  expect(err).toContain(`${args[0]} 要和 --all 同用`);
});
