import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject, runIn } from "../project.js";

async function refusal(project: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await runIn(project, ["new-pack", ...args])).says;
  } catch (error) {
    if (error instanceof Refusal) return printDiagnostics(error.diagnostics);
    throw error;
  }
}

describe("a pack that is begun from another", () => {
  const project = makeProject();
  const file = (...path: readonly string[]) => readFileSync(join(project, "templates", ...path), "utf8");

  test("has its files, its own name, and says what to do next", async () => {
    const { says } = await runIn(project, ["new-pack", "新版式", "--from", "henan"]);
    const names = (pack: string) => readdirSync(join(project, "templates", pack), { recursive: true }).sort();
    expect(names("新版式")).toEqual(names("henan"));
    expect(file("新版式", "pack.yaml")).toBe(
      file("henan", "pack.yaml").replace("name: 河南省单位预算公开", "name: 新版式"),
    );
    expect(file("新版式", "measures.yaml")).toBe(file("henan", "measures.yaml"));
    expect(says).toContain("templates/新版式/pack.yaml:6 版式的名称");
    expect(says).toContain("npm run pack -- 新版式");
  });

  test("prints what the other does", async () => {
    const data = join(project, "data/403008/2023.yaml");
    writeFileSync(data, readFileSync(data, "utf8").replace("版式: henan", "版式: 新版式"));
    const { report } = await examineIn(project, { data: dataFile("403008", 2023), output: "out" });
    expect(report.title.text).toBe("三门峡市住房保障中心2023年度单位预算公开");
  });
});

describe("a pack is not begun", () => {
  const project = makeProject();

  test.each([
    ["where it is there", ["henan", "--from", "henan"], "templates/henan 已经有了，没有动它 [文件/已存在]"],
    ["where its name differs in capitals only", ["Henan", "--from", "henan"], "templates/henan 已经有了"],
    ["from one that is not there", ["mine", "--from", "hunan"], "没有叫“hunan”的版式 [文件/找不到]"],
    ["under a name that leads elsewhere", ["../mine"], "版式写的是“../mine” [命令/用法]"],
    [
      "under a name that Windows keeps",
      ["con", "--from", "henan"],
      "templates/con 不能是文件夹的名字 [命令/用法]",
    ],
    ["without a name", [], "npm run new-pack 后面没有写版式 [命令/用法]"],
  ])("%s", async (_why, args, expected) => {
    const before = readdirSync(join(project, "templates"));
    expect(await refusal(project, ...args)).toContain(expected);
    expect(readdirSync(join(project, "templates"))).toEqual(before);
  });

  test("from several, where none is named", async () => {
    cpSync(join(project, "templates/henan"), join(project, "templates/other"), { recursive: true });
    expect(await refusal(project, "mine")).toContain("没有写照哪个版式做 [命令/用法]");
    expect(existsSync(join(project, "templates/mine"))).toBe(false);
  });
});
