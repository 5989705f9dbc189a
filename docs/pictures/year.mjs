import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = join(import.meta.dirname, "../..");
const THIS = "data/403008/2023.yaml";
const NEXT = "data/403008/2024.yaml";

/** Begins a project with the sample's data, which is gone after `work`. */
export async function inProject(work) {
  const project = mkdtempSync(join(tmpdir(), "pictures-"));
  try {
    for (const part of ["data", "templates"])
      cpSync(join(PROGRAM, part), join(project, part), { recursive: true });
    return await work(project);
  } finally {
    rmSync(project, { recursive: true });
  }
}

/** What a command prints on a console. */
function run(project, ...args) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(PROGRAM, "dist/startup/cli.cjs"), ...args],
    {
      cwd: project,
      encoding: "utf8",
    },
  );
  if (status !== 0 && args[0] !== "check") throw new Error(`${args.join(" ")}: ${stderr}`);
  return stdout.trimEnd();
}

/** Builds the sample, with the options of a command line. */
export function build(project, ...options) {
  run(project, "build-report", ...options);
}

/** The only file of a folder of the project whose name is like this. */
export function fileWith(project, folder, words) {
  const [name, ...others] = readdirSync(join(project, folder)).filter((each) => words.test(each));
  if (!name || others.length > 0) throw new Error(`not one file like ${words} in ${folder}`);
  return join(project, folder, name);
}

/** The officer's year with the sample, as far as each picture of it has to know. */
export function liveYear(project) {
  const put = (text) => writeFileSync(join(project, NEXT), text);
  const begun = run(project, "new-year");
  const gaps = readFileSync(join(project, NEXT), "utf8");
  const filled = filledAsBefore(gaps, readFileSync(join(project, THIS), "utf8"));
  put(edited(filled, ["金额: 40000.00", "金额: 待填"]));
  run(project, ...ONE, "--draft", "--output", "drafts");
  const more = edited(filled, ["金额: 2430000.00", "金额: 2830000.00"], ["≤243万元", "≤283万元"]);
  put(more);
  const refused = run(project, "check", ...ONE.slice(1));
  const right = edited(more, ["金额: 8000000.00", "金额: 8400000.00"], [/^原因:.*$/m, REASONS]);
  put(right);
  run(project, ...ONE);
  put(
    edited(right, ["金额: 2018980.00", "金额: 2022280.00"], [/金额: +121100.00/, "金额: 124400.00"]) +
      CORRECTION,
  );
  run(project, "correct", ...ONE.slice(1));
  return { begun, gaps, refused };
}

const ONE = ["build-report", "--unit", "403008", "--year", "2024"];
const REASONS = `原因:
  收入总计: 新增小区的物业管理由本单位负责
  支出总计: 新增小区的物业管理由本单位负责
  一般公共预算收支: 新增小区的物业管理由本单位负责`;
const CORRECTION = `
公开日期: 2024-02-20
更正:
  更正日期: 2024-03-05
  原因: 录入时职工基本医疗保险缴费的金额有误
`;

/** The data with each gap filled with what last year's file has there: one was made of the other line by line. */
function filledAsBefore(text, before) {
  const old = before.split("\n");
  const lines = text.split("\n").map((line, index) => {
    const at = line.indexOf("待填");
    if (at < 0 || line.startsWith("#")) return line;
    const behind = line.slice(at + "待填".length);
    return line.slice(0, at) + old[index].slice(at, old[index].length - behind.length) + behind;
  });
  return lines.join("\n").replaceAll("编码: 41120023", "编码: 41120024");
}

/** The text with words replaced that occur in it. */
function edited(text, ...edits) {
  return edits.reduce((rest, [find, replacement]) => {
    const changed = rest.replace(find, replacement);
    if (changed === rest) throw new Error(`“${find}” does not occur`);
    return changed;
  }, text);
}
