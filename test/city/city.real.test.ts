import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { edit, makeCity, pdfs, run, states } from "./city.js";

const UNITS = 5;

describe("the units of a city, built together", () => {
  let city = "";
  beforeAll(() => {
    city = makeCity(UNITS);
    run(city, "--all");
  });

  test("are byte for byte what they are one by one", () => {
    expect(run(city, "--output", "one").code).toBe(0);
    expect(pdfs(city, "one")).toEqual(pdfs(city));
  });

  test("are all built again with --force, the same", () => {
    const before = pdfs(city);
    expect(run(city, "--all", "--force").code).toBe(0);
    expect(states(city)).toEqual({ built: UNITS });
    expect(pdfs(city)).toEqual(before);
  });

  test.each([
    ["is gone", (pdf: string) => rmSync(pdf)],
    ["was touched", (pdf: string) => appendFileSync(pdf, "\n")],
  ])("are built again only where they must be: one PDF %s", (_, spoil) => {
    const before = pdfs(city);
    const [name = ""] = before.keys();
    spoil(join(city, "out", name));
    expect(run(city, "--all").code).toBe(0);
    expect(states(city)).toEqual({ built: 1, unchanged: UNITS - 1 });
    expect(pdfs(city)).toEqual(before);
  });

  test("are checked where warnings do not pass, changed or not", () => {
    const before = pdfs(city);
    const { code, out } = run(city, "--all", "--strict");
    expect(code).toBe(1);
    expect(out).toContain("[勾稽/政府采购遗漏]");
    expect(states(city).refused).toBeGreaterThan(0);
    expect(pdfs(city)).toEqual(before);
  });

  test("for other programs all is said as JSON, warnings too", () => {
    edit(city, "500002", /金额: "(\d+)\.\d\d"/, '金额: "$1.001"');
    const { code, out } = run(city, "--all", "--strict", "--format", "json");
    expect(code).toBe(1);
    const found: readonly { readonly ruleId: string }[] = JSON.parse(out).runs[0].results;
    expect(found.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(["数据/金额", "勾稽/政府采购遗漏"]),
    );
  });

  test("are drafted together too, those with errors as well", () => {
    expect(run(city, "--all", "--draft", "--output", "drafts").code).toBe(0);
    expect([...pdfs(city, "drafts").keys()].every((name) => name.endsWith("（草稿）.pdf"))).toBe(true);
    expect(pdfs(city, "drafts").size).toBe(UNITS);
  });
});

test("of one year, it says which units have none of it; of the newest, which are of an earlier one", () => {
  const city = makeCity(2);
  const file = join(city, "data/500002/2023.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file.replace("2023", "2024"), text.replace('年度: "2023"', '年度: "2024"'));
  rmSync(file);
  // nothing need be built to say it
  for (const path of [join(city, "data/500001/2023.yaml"), file.replace("2023", "2024")]) {
    writeFileSync(path, readFileSync(path, "utf8").replace(/金额: .*/, "金额: 待填"));
  }
  const { out } = run(city, "--all", "--year", "2023");
  expect(out).toContain("没有 2023 年数据的 1 个单位没有做：500002");
  expect(run(city, "--all").out).toContain("1 个单位最近的一年不是 2024 年，做的是更早的一年：500001");
});

test("a unit with a misnamed file stops alone: no earlier year is built in silence", () => {
  const city = makeCity(2);
  const [from, to] = ["2023.yaml", "2024.yaml.txt"].map((name) => join(city, "data/500002", name));
  writeFileSync(to ?? "", readFileSync(from ?? ""));
  const { code, out } = run(city, "--all");
  expect(code).toBe(1);
  expect(out).toContain("data/500002/2024.yaml.txt 的名字不对");
  expect(states(city)).toEqual({ built: 1, refused: 1 });
});

test("where the results cannot be written, it still says how the units fared", () => {
  const city = makeCity(2);
  edit(city, "500002", /金额: "(\d+)\.\d\d"/, '金额: "$1.001"');
  mkdirSync(join(city, "out/build-report.json"), { recursive: true });
  const { code, out } = run(city, "--all");
  expect(code).toBe(1);
  expect(out).toContain("共 2 个单位：生成 1 个，没有生成 1 个");
  expect(out).not.toContain("逐个单位的结果");
  expect(out).toContain("[数据/金额]");
  expect(out).toContain("结果写不进 out/build-report.json：已有同名的文件夹");
  expect(pdfs(city).size).toBe(1);
});
