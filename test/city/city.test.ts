import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { PROGRAM } from "../project.js";
import { atNight } from "../sample.js";
import { edit, makeCity, pdfs, report, run, states } from "./city.js";

const UNITS = 2;

function unlikeSchema(city: string): unknown {
  const schema = JSON.parse(readFileSync(join(PROGRAM, "schemas/build-report.schema.json"), "utf8"));
  const validate = new Ajv2020().compile(schema);
  validate(JSON.parse(readFileSync(join(city, "out/build-report.json"), "utf8")));
  return validate.errors;
}

describe("the units of a city, built together", () => {
  let city = "";
  let first: ReturnType<typeof run>;
  beforeAll(() => {
    city = makeCity(UNITS);
    first = run(city, "--all");
  });

  test("give a PDF each; in the end it says how many there are, and which have warnings", () => {
    expect(first.code).toBe(0);
    expect(first.out).toContain(`共 ${UNITS} 个单位：生成 ${UNITS} 个\n`);
    expect(first.err).toMatch(new RegExp(`^${UNITS}/${UNITS}，用时 .*\n$`, "m"));
    expect(first.out).toMatch(/警告.*：\n {2}勾稽\/政府采购遗漏 {2}\d 个单位：500001/);
    expect(pdfs(city).size).toBe(UNITS);
    expect(report(city).map(({ unit }) => unit)).toEqual(["500001", "500002"]);
  });

  test("are passed over the next time, as nothing has changed", () => {
    expect(run(city, "--all").code).toBe(0);
    expect(states(city)).toEqual({ unchanged: UNITS });
    expect(unlikeSchema(city)).toBeNull();
  });

  atNight(
    "one with an error stops alone: all errors are said, it ends with 1, its PDF stays as it was",
    () => {
      const before = pdfs(city);
      edit(city, "500001", /办公室/, "综合科");
      edit(city, "500002", /金额: "(\d+)\.\d\d"/, '金额: "$1.001"');
      const { code, out } = run(city, "--all");
      expect(code).toBe(1);
      expect(out).toContain("data/500002/2023.yaml");
      expect(out).toContain("[数据/金额]");
      expect(out).toContain("没有生成的，改好以后再运行一次：\n  500002  1 个错误；");
      expect(report(city)).toMatchObject([
        { unit: "500001", state: "built" },
        { unit: "500002", state: "refused", found: [{ code: "数据/金额" }] },
      ]);
      expect(unlikeSchema(city)).toBeNull();
      const changed = [...pdfs(city)].filter(([name, hash]) => before.get(name) !== hash);
      expect(changed.map(([name]) => name)).toEqual([report(city)[0]?.file?.split("/").at(-1)]);
    },
  );
});
