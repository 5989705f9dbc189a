import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { run as runCommand } from "../../src/cli/run.js";
import { installReady } from "../../src/startup/ready.js";
import { makeProject, PROGRAM } from "../project.js";

const PDF = "三门峡市住房保障中心2023年度单位预算公开.pdf";
/** The record of its making, which has the beginning of its hash in its name. */
const RECORD = expect.stringMatching(/^403008-2023\.[0-9a-f]{12}\.json$/);
const DATA = "data/403008/2023.yaml";

const prepared = installReady();

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(project: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROGRAM, "dist/startup/cli.cjs"), ...args],
    {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, ...env },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

/** The same without a process of its own, where no more is asked than what is said and how it ends. */
async function ask(
  project: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const screen = (said: string[]) => ({ write: (text: string) => said.push(text) });
  const around = { stdout: screen(out), stderr: screen(err), env, project, prepared };
  const code = await runCommand(args, around);
  return { code, out: out.join(""), err: err.join("") };
}

function edit(project: string, find: string, replace: string): void {
  const file = join(project, DATA);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(find);
  writeFileSync(file, text.replace(find, replace));
}

function hash(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

describe("a build", () => {
  const project = makeProject();
  const { code, out, err } = run(project);

  test("prints the newest year of each unit, says each step, and ends with 0", () => {
    expect(code).toBe(0);
    expect(out).toContain("[勾稽/政府采购遗漏]");
    expect(readdirSync(join(project, "out"))).toEqual([RECORD, PDF]);
    expect(err.split("\n").map((line) => line.split("  ")[0])).toEqual(
      expect.arrayContaining(["读取", "核验", "记账", "勾稽", "成文", "校对", "排版", "写出"]),
    );
    expect(out).toMatch(/已生成 out\/.*\.pdf：\d+ 页，\d+ KB，1 个警告\n$/);
  });

  test("writes plain lines where there is no terminal", () => {
    expect(out + err).not.toContain("\u001B");
    expect(out + err).not.toContain("\r");
  });

  test("gives the same bytes in another folder, time zone and locale", () => {
    const elsewhere = makeProject();
    const { code } = run(elsewhere, [], {
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
    });
    expect(code).toBe(0);
    expect(hash(join(elsewhere, "out", PDF))).toBe(hash(join(project, "out", PDF)));
  });

  test("that fails leaves the previous PDF as it was, and nothing else", async () => {
    const before = hash(join(project, "out", PDF));
    edit(project, "金额: 2430000.00", "金额: 2430000.01");
    const { code, out } = await ask(project);
    expect(code).toBe(1);
    expect(out).toContain("[勾稽/收支平衡]");
    expect(hash(join(project, "out", PDF))).toBe(before);
    expect(readdirSync(join(project, "out"))).toEqual([RECORD, PDF]);
  });
});

describe("options", () => {
  const project = makeProject();

  test("--help says what can be asked, in Chinese, and does nothing", () => {
    const { code, out, err } = run(project, ["--help"]);
    // above all no complaint of V8 about settings that it does not know
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("--unit");
    expect(out).toContain("用法：npm run build-report -- [选项]");
    expect(existsSync(join(project, "out"))).toBe(false);
  });

  test("a unit that has no data of the year asked for is not passed over in silence", async () => {
    const project = makeProject();
    mkdirSync(join(project, "data/403009"));
    writeFileSync(join(project, "data/403009/2022.yaml"), "年度: 2022\n");
    const { code, out } = await ask(project, ["check", "--year", "2023"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /data\/403008\/2023\.yaml 没有错，1 个警告\n没有 2023 年数据的 1 个单位没有做：403009\n$/,
    );
    expect((await ask(project, ["check", "--year", "2023", "--unit", "403008"])).out).not.toContain("没有做");
  });

  test("--unit, --year, --pack and --output choose what is built, and where it goes", async () => {
    const { code } = await ask(project, [
      "--unit",
      "403008",
      "--year",
      "2023",
      "--pack",
      "henan",
      "--output",
      "out/定稿",
    ]);
    expect(code).toBe(0);
    const built = readdirSync(join(project, "out/定稿"));
    expect(built).toEqual([RECORD, PDF]);
    const [record = "", pdf = ""] = built.map((name) => join("out/定稿", name));
    const { code: again, out } = await ask(project, ["--record", record]);
    expect(again).toBe(0);
    expect(out).toContain("逐字节相同");
    const [made = ""] = readdirSync(join(project, "out")).filter((name) => name.endsWith(".pdf"));
    expect(made).not.toBe(PDF);
    expect(readFileSync(join(project, "out", made)).equals(readFileSync(join(project, pdf)))).toBe(true);
  });

  test.each([
    [["--unit", "999999"], 1, "没有单位 999999 的数据"],
    [["--year", "1999"], 1, "没有 1999 年的数据文件"],
    [["--pack", "hubei"], 1, "没有叫“hubei”的版式"],
    [["--output", "../elsewhere"], 2, "要写项目里的文件夹"],
    [["--unit", "../403008"], 2, "单位代码只含数字、英文字母和连字符"],
    [["--pack", "../henan"], 2, "版式是 templates 里文件夹的名字"],
    [["--year", "23"], 2, "年度要写四位数字"],
    [["--colour"], 2, "不认识的内容"],
    [["--force"], 2, "--force 要和 --all 同用"],
    [["--shard", "1/2"], 2, "--shard 要和 --all 同用"],
    [["--record", "a.json", "--year", "2023"], 2, "--year 和 --record 只能写一个"],
    [["--record", "a.pdf"], 2, "要写构建记录的文件名"],
    [["--record", "out/没有.json"], 1, "没有.json"],
    [["extra"], 2, "不认识的内容"],
    [["correct", "--published"], 2, "说明：npm run correct -- --help"],
    [["verify", "--colour"], 2, "说明：npm run verify -- --help"],
  ])("%j ends with %i and says why", async (args, expected, sentence) => {
    const { code, out, err } = await ask(project, args);
    expect(code).toBe(expected);
    expect(out + err).toContain(sentence);
    expect(out + err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  // in the tests' own process an error of Node is not an instance of their Error
  test("without its value an option ends with 2, and the command line is quoted", () => {
    const { code, err } = run(project, ["--unit"]);
    expect(code).toBe(2);
    expect(err).toContain("缺了要写的内容：--unit");
  });
});

describe("check", () => {
  test("goes through the gates and prints no PDF", async () => {
    const project = makeProject();
    const { code, out } = await ask(project, ["check"]);
    expect(code).toBe(0);
    expect(out).toContain("data/403008/2023.yaml 没有错，1 个警告");
    expect(existsSync(join(project, "out"))).toBe(false);
  });

  test("--format json tells machines what is wrong and where, and nothing else", async () => {
    const project = makeProject();
    edit(project, "金额: 2430000.00", "金额: 2430000.001");
    const { code, out } = await ask(project, ["check", "--format", "json"]);
    const [result] = JSON.parse(out).runs[0].results;
    expect(code).toBe(1);
    expect(result).toMatchObject({ ruleId: "数据/金额", level: "error" });
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(DATA);
    expect(result.locations[0].physicalLocation.region.startLine).toBeGreaterThan(1);
  });
});

test("a warning does not stop, unless --strict says so", async () => {
  const project = makeProject();
  edit(project, "经济科目: 30205, 类别: 商品和服务支出", "经济科目: 30203, 类别: 商品和服务支出");
  const lenient = await ask(project, ["check"]);
  expect(lenient.code).toBe(0);
  expect(lenient.out).toContain("[勾稽/政府采购遗漏]");
  expect(lenient.out).toContain("没有错，2 个警告");
  const strict = await ask(project, ["--strict"]);
  expect(strict.code).toBe(1);
  expect(existsSync(join(project, "out"))).toBe(false);
});

test("faults of data and template are told in one run", async () => {
  const project = makeProject();
  edit(project, "金额: 2430000.00", "金额: 2430000.001");
  writeFileSync(join(project, "templates/henan/narrative/revenue.hbs"), "{{万元 收入合汁}}\n");
  const { code, out } = await ask(project);
  expect(code).toBe(1);
  expect(out).toContain("[数据/金额]");
  expect(out).toContain("是不是想写“收入合计”？");
});

test("what is wrong with sums and with words is told in one run, errors first, by place", async () => {
  const project = makeProject();
  edit(project, "金额: 2430000.00", "金额: 2430000.01");
  edit(project, "主要职责: 承担", "主要职责: 承担XX、");
  edit(project, "编码: 未赋码", "编码: 411200230000000000000");
  const { code, out } = await ask(project, ["check"]);
  const told = [...out.matchAll(/\[(.*?)\]\n {2}--> data\/403008\/2023\.yaml:(\d+)/g)];
  expect(code).toBe(1);
  expect(told.map(([, each]) => each)).toEqual([
    "校对/残留",
    "勾稽/收支平衡",
    "勾稽/占位编码",
    "勾稽/政府采购遗漏",
  ]);
  expect(out).toMatch(/\n3 个错误，1 个警告\n/);
});

describe("colours", () => {
  const project = makeProject();
  const onTerminal = (env: NodeJS.ProcessEnv) => {
    const command = `${process.execPath} ${join(PROGRAM, "dist/startup/cli.cjs")} check`;
    const options = {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "", TERM: "xterm", ...env },
    } as const;
    return spawnSync("script", ["-qec", command, "/dev/null"], options).stdout;
  };
  const YELLOW = "\u001B[1;33m";
  const hasScript = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;

  (hasScript ? test : test.skip)("are on a terminal, unless NO_COLOR says no (needs script of Linux)", () => {
    expect(onTerminal({})).toContain(YELLOW);
    const plain = onTerminal({ NO_COLOR: "1" });
    expect(plain).toContain("[勾稽/政府采购遗漏]");
    expect(plain).not.toContain(YELLOW);
  });
});

test("a character that no font has is named with its place", async () => {
  const project = makeProject();
  edit(project, "名称: 2023保障房年度审核费", "名称: 2023保障房年度审核费𪚥");
  const { code, out } = await ask(project);
  expect(code).toBe(1);
  expect(out).toContain("字体里没有“𪚥”（U+2A6A5）");
  expect(out).toMatch(/--> data\/403008\/2023\.yaml:\d+:\d+/);
});

test("a program without its own files says so and stays calm", async () => {
  const project = makeProject();
  rmSync(join(project, "templates"), { recursive: true });
  mkdirSync(join(project, "templates"));
  const { code, out } = await ask(project);
  expect(code).toBe(1);
  expect(out).toContain("没有叫“henan”的版式");
});

test("what is found goes where results go, so that it can be kept in a file; progress does not", async () => {
  const project = makeProject();
  edit(project, "金额: 2430000.00", "金额: 2430000.001");
  const { out, err } = await ask(project, ["check"]);
  expect(out).toContain("[数据/金额]");
  expect(out).not.toContain("核验");
  expect(out).toContain("1 个错误\n还没有填完，或者还有写错的：勾稽和校对没有做");
  expect(err).toContain("核验");
  expect(err).not.toContain("[数据/金额]");
});

test("files are named from the folder in which one stands", async () => {
  const project = makeProject();
  const [folder, text] = [join(project, "data/403008"), "三门峡市住房保障中心2023年度单位预算"];
  writeFileSync(join(folder, "公开.txt"), text);
  const npm = { INIT_CWD: folder, npm_package_json: join(project, "package.json") };
  expect((await ask(project, ["audit", "公开.txt"], npm)).out).toContain("data/403008/公开.txt");
  expect((await ask(project, ["audit", "公开.txt"])).out).toContain("找不到文件 公开.txt");
  // another project's npm has started this one's program
  const other = { ...npm, npm_package_json: join(PROGRAM, "package.json") };
  expect((await ask(project, ["audit", "公开.txt"], other)).out).toContain("找不到文件 公开.txt");
});

test("a BOM is read over", async () => {
  const project = makeProject();
  const file = join(project, DATA);
  writeFileSync(file, `\uFEFF${readFileSync(file, "utf8")}`);
  const { code, out } = await ask(project, ["check"]);
  expect(code).toBe(0);
  expect(out).toContain("没有错");
});

describe("a pack that is tried", () => {
  const project = makeProject();
  const measures = join(project, "templates/henan/measures.yaml");

  test("takes the name of a pack, and says so where there is none or another", async () => {
    const [without, unknown, foreign] = await Promise.all([
      ask(project, ["pack"]),
      ask(project, ["pack", "hunan"]),
      ask(project, ["pack", "henan", "--unit", "403008"]),
    ]);
    expect([without.code, unknown.code, foreign.code]).toEqual([2, 1, 2]);
    expect(without.err).toContain("npm run pack 后面没有写版式");
    expect(unknown.out).toContain("没有叫“hunan”的版式");
    expect(foreign.err).toContain("npm run pack 没有选项 --unit");
  });

  test("ends with 1 where it is wrong, and leaves the specimens of before", async () => {
    mkdirSync(join(project, "out/样张/henan"), { recursive: true });
    writeFileSync(join(project, "out/样张/henan/增加.pdf"), "before");
    writeFileSync(
      measures,
      readFileSync(measures, "utf8").replace("total: [支出合计,", "total: [支出总合计,"),
    );
    const { code, out } = await ask(project, ["pack", "henan"]);
    expect(code).toBe(1);
    expect(out).toContain("没有叫“支出总合计”的口径");
    expect(readFileSync(join(project, "out/样张/henan/增加.pdf"), "utf8")).toBe("before");
  });
});
