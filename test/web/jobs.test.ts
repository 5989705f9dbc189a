import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { installReady } from "../../src/startup/ready.js";
import { runJob } from "../../src/web/engine/job.js";
import type { OpenDesk } from "../../src/web/server/desk.js";
import { wordsOf } from "../../src/web/server/jobs.js";
import { buildIn, makeProject } from "../project.js";
import { atNight } from "../sample.js";
import { deskOn, heard, post, runOn, send } from "./desk.js";

const CHOICE = "unit=403008&year=2023";
const PDF = "out/三门峡市住房保障中心2023年度单位预算公开.pdf";

let project: string;
let desk: OpenDesk;

beforeAll(async () => {
  project = makeProject();
  desk = await deskOn(project);
});

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("a command", () => {
  test("is shown as it would be typed, with its steps, and ends as on the command line", async () => {
    const { line, steps, result } = await runOn(desk, `kind=check&${CHOICE}`);
    expect(line).toBe("npm run check -- --unit 403008 --year 2023");
    expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual(
      ["读取", "核验", "记账", "勾稽", "成文", "校对"].map((name) => `${name} done`),
    );
    expect(result).toMatchObject({
      code: 0,
      says: "data/403008/2023.yaml 没有错，1 个警告",
      summary: "1 个警告",
    });
    expect(result?.faults.map(({ code }) => code)).toEqual(["勾稽/政府采购遗漏"]);
  });

  test("publishes the bytes that the command line publishes", async () => {
    const elsewhere = makeProject();
    const built = await buildIn(elsewhere, { data: dataFile("403008", 2023), output: "out" });
    const { result } = await runOn(desk, `kind=publish&${CHOICE}`);
    expect(result).toMatchObject({ code: 0, written: [PDF] });
    expect(readdirSync(join(project, "out")).sort()).toEqual(readdirSync(join(elsewhere, "out")).sort());
    expect(hash(readFileSync(join(project, PDF)))).toBe(hash(readFileSync(join(elsewhere, built.file))));
  });

  test("has what it has written shown, and nothing else", async () => {
    const shown = await send(`${desk.address}written/${encodeURI(PDF)}`);
    expect([shown.status, shown.headers["content-type"]]).toEqual([200, "application/pdf"]);
    const [record = ""] = readdirSync(join(project, "out")).filter((name) => name.endsWith(".json"));
    expect((await send(`${desk.address}written/out/${record}`)).status).toBe(404);
  });

  atNight("hands out the other forms that a format asks for, to be kept and not shown", async () => {
    const pack = join(project, "templates/henan/pack.yaml");
    const whole = readFileSync(pack, "utf8");
    writeFileSync(pack, `${whole}\nalso: [html]\n`);
    const { result } = await runOn(desk, `kind=publish&${CHOICE}`);
    writeFileSync(pack, whole);
    const page = PDF.replace(/pdf$/, "html");
    expect(result?.written).toEqual([PDF, page]);
    const { status, headers } = await send(`${desk.address}written/${encodeURI(page)}`);
    expect([status, headers["content-type"], headers["content-disposition"]]).toEqual([
      200,
      "text/html; charset=utf-8",
      "attachment",
    ]);
    rmSync(join(project, page));
    await runOn(desk, `kind=publish&${CHOICE}`);
  });

  atNight("takes a file that was dropped, by its name alone", async () => {
    const pdf = readFileSync(join(project, PDF));
    const name = encodeURIComponent("C:\\Users\\某人\\公开.pdf");
    const verified = await runOn(desk, `kind=verify&${CHOICE}&name=${name}`, pdf);
    expect(verified.line).toBe("npm run verify -- 公开.pdf");
    expect(verified.result?.code).toBe(0);
    expect(verified.result?.says).toContain("公开.pdf 是由 data/403008/2023.yaml 生成的");
    const asked = {
      kind: "audit",
      unit: "403008",
      year: "2023",
      also: [],
      file: { name: "公开.pdf", bytes: pdf },
    } as const;
    const order = { words: wordsOf(asked), given: new Map([["公开.pdf", pdf]]), project };
    // as its thread does it
    expect(await runJob(order, installReady(), () => {})).toMatchObject({ code: 0, faults: [] });
    expect(readdirSync(project).sort()).toEqual([".desk.json", "data", "out", "templates"]);
  });

  test("tells of a file that is none of its kind", async () => {
    const { result } = await runOn(desk, `kind=audit&${CHOICE}&name=a.pdf`, "");
    expect(result).toMatchObject({ code: 1, says: "" });
    expect(result?.faults.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "文件/空 a.pdf 里没有内容",
    ]);
  });

  test("that is refused tells why, and leaves what there was", async () => {
    const left = () =>
      readdirSync(join(project, "out")).map((name) => hash(readFileSync(join(project, "out", name))));
    const before = left();
    const file = join(project, "data/403008/2023.yaml");
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.replace("2018980.00", "2,018,980.00"));
    const { result } = await runOn(desk, `kind=publish&${CHOICE}`);
    writeFileSync(file, whole);
    expect(result).toMatchObject({ code: 1, written: [] });
    expect(result?.faults.map(({ code }) => code)).toEqual(["数据/金额"]);
    expect(left()).toEqual(before);
  });

  test("can be stopped, and another waits for none but this", async () => {
    rmSync(join(project, "out"), { recursive: true });
    const done = heard(desk, (event) => event.kind === "job" && event.job.result !== undefined);
    await heard(desk, ({ kind }) => kind === "hello");
    expect((await post(desk, `jobs?kind=publish&${CHOICE}`)).status).toBe(204);
    const second = await post(desk, `jobs?kind=check&${CHOICE}`);
    expect([second.status, second.text]).toEqual([409, "上一件还没有做完"]);
    await post(desk, "stop");
    const event = await done;
    expect(event.kind === "job" && event.job.result).toMatchObject({ says: "停下了；原来的文件没有动" });
    expect(existsSync(join(project, PDF))).toBe(false);
    expect((await runOn(desk, `kind=check&${CHOICE}`)).result?.code).toBe(0);
  });

  test("is one of those that have buttons", async () => {
    expect((await post(desk, `jobs?kind=codes&${CHOICE}`)).status).toBe(400);
  });

  test("takes no unit for an option", async () => {
    const { result } = await runOn(desk, "kind=check&unit=--output&year=2023");
    expect(result?.faults.map(({ code }) => code)).toEqual(["命令/用法"]);
  });
});

test("no name of a file becomes an option", async () => {
  const { result, line } = await runOn(
    desk,
    `kind=verify&${CHOICE}&name=${encodeURIComponent("--output=x.pdf")}`,
    "",
  );
  expect(line).toBe('npm run verify -- "output=x.pdf"');
  expect(result?.code).toBe(1);
});

test("each button has its command", () => {
  const asked = { unit: "403008", year: "2023", also: [] };
  const choice = ["--unit", "403008", "--year", "2023"];
  const file = { name: "公开.pdf", bytes: new Uint8Array() };
  expect(wordsOf({ kind: "draft", ...asked })).toEqual(["build-report", "--draft", ...choice]);
  expect(wordsOf({ ...asked, kind: "publish", also: ["html", "docx"] })).toEqual([
    "build-report",
    ...choice,
    ...["--also", "html,docx"],
  ]);
  expect(wordsOf({ kind: "new-year", ...asked })).toEqual(["new-year", ...choice]);
  expect(wordsOf({ kind: "correct", ...asked })).toEqual(["correct", ...choice]);
  expect(wordsOf({ kind: "correct", ...asked, file })).toEqual([
    "correct",
    "--published",
    "公开.pdf",
    ...choice,
  ]);
});
