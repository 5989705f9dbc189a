import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type CommandName, OPTIONS } from "../../src/cli/commands.js";
import { keptByNpm } from "../../src/cli/npm-options.js";
import { makeProject, PROGRAM } from "../project.js";

/** The line to type that is said of what npm keeps, and nothing else. */
function remedy(words: readonly string[], env: Readonly<Record<string, string>>): string {
  const [found] = keptByNpm("build-report", words, env);
  return found?.notes[0] ?? "";
}

describe("options that npm keeps are typed again behind the lone --", () => {
  test.each([
    [{ npm_config_draft: "true", npm_config_unit: "403008" }, [], "--unit 403008 --draft"],
    [{ npm_config_unit: "true" }, ["403008"], "--unit 403008"],
    [{ npm_config_unit: "true", npm_config_year: "true" }, ["403008", "2023"], "--unit 代码 --year 年度"],
    [{ npm_config_all: "true", npm_config_force: "true" }, [], "--all --force"],
    [{ npm_config_drafts: "true", npm_config_units: "403008" }, [], "--unit 403008 --draft"],
    [{ npm_config_unit403008: "true" }, [], "--unit 403008"],
    [{ npm_config_drfat: "true" }, [], "--draft"],
    [{ npm_config_only_draft: "true" }, [], "--draft"],
    [{ npm_config_draft_only: "true" }, [], "--draft"],
    [{ npm_config_yr: "2024" }, [], "--year 2024"],
    [{ npm_config_year_2024: "true" }, [], "--year 2024"],
    [{ npm_config_unit_code: "403008" }, [], "--unit 403008"],
    [{ npm_config_out: "定稿" }, [], "--output 定稿"],
    [{ npm_config_open: "" }, [], "--no-open"],
    [{ npm_config_pack: "henan" }, ["公开.pdf"], "--pack henan 公开.pdf"],
    [{ npm_config_unit: "403008\n\n403009" }, [], "--unit 代码"],
  ])("%j with the words %j", (env, words, typed) => {
    expect(remedy(words, env as Record<string, string>)).toBe(`怎么改：npm run build-report -- ${typed}`);
  });

  test("not what was switched off, or what npm itself has", () => {
    const env = { npm_config_draft: "", npm_config_strict: "false", npm_config_user_agent: "npm/11" };
    expect(keptByNpm("check", [], env)).toEqual([]);
  });

  test.each(["userconfig", "globalconfig", "local_prefix"])(
    "not what the settings of npm have: %s",
    (name) => {
      const folder = mkdtempSync(join(tmpdir(), "npmrc-"));
      writeFileSync(join(folder, ".npmrc"), "fund=false\nforce = true\n");
      const where = name === "local_prefix" ? folder : join(folder, ".npmrc");
      const env = { npm_config_force: "true", [`npm_config_${name}`]: where };
      expect(keptByNpm("check", [], env)).toEqual([]);
      expect(keptByNpm("check", [], { ...env, npm_config_draft: "true" })).toHaveLength(1);
    },
  );
});

interface Recorded {
  readonly version: string;
  /** what npm hands on of its own settings */
  readonly settings: Readonly<Record<string, string>>;
  /** all that npm has settings for, options of ours among them */
  readonly keys: readonly string[];
  readonly calls: readonly {
    readonly typed: string;
    readonly arrives: readonly string[];
    readonly means: string;
    readonly env: Readonly<Record<string, string>>;
  }[];
}

/** What two versions of npm have handed on, as it was recorded. */
const RECORDED = ["npm-10.json", "npm-11.json"].map(
  (file): Recorded => JSON.parse(readFileSync(join(PROGRAM, "test/cli", file), "utf8")),
);

test("nor are settings of what npm runs", () => {
  const env = { npm_config_build_from_source: "true", npm_config_arch: "x64", npm_config_python: "python3" };
  expect(keptByNpm("build-report", [], env)).toEqual([]);
});

describe.each(RECORDED)("as npm $version handed it on", ({ settings, keys, calls }) => {
  test.each(calls)("$typed", ({ typed, arrives, means, env }) => {
    const [, name = ""] = /^npm run (\S+)/.exec(typed) ?? [];
    const [found, ...others] = keptByNpm(name as CommandName, arrives, { ...settings, ...env });
    expect(found?.notes[0]).toBe(`怎么改：${means}`);
    expect(others).toEqual([]);
  });

  test("nothing is said of its own settings", () => {
    expect(keptByNpm("build-report", ["--draft"], settings)).toEqual([]);
  });

  test("no key of its own is taken for a slip", () => {
    const taken = keys.filter((key) => {
      const name = `npm_config_${key.replaceAll("-", "_")}`;
      return keptByNpm("build-report", [], { [name]: "true" }).length > 0;
    });
    expect(taken).toEqual(keys.filter((key) => Object.hasOwn(OPTIONS, key)));
  });
});

test("npm itself, without the lone --, publishes nothing and says what to type", () => {
  const project = makeProject();
  const scripts = { "build-report": `node ${JSON.stringify(join(PROGRAM, "dist/startup/cli.cjs"))}` };
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "unit", version: "1.0.0", scripts }));
  const { status, stderr } = spawnSync("npm run build-report --draft --unit=403008", {
    cwd: project,
    shell: true,
    encoding: "utf8",
  });
  expect(stderr).toContain("npm run build-report -- --unit 403008 --draft");
  expect(status).toBe(2);
  expect(existsSync(join(project, "out"))).toBe(false);
});
