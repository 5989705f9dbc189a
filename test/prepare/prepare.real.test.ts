import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { sha256 } from "../../src/model/record.js";
import { readSchemas } from "../../src/project/sources.js";
import { FONT_FILES } from "../../src/render/fonts/fonts.js";
import { programSources, programTemplates } from "../../src/startup/ready-packs.js";
import { preparedProgram } from "../../src/startup/ready-program.js";
import { build, openProgram } from "../../src/work/build.js";
import { makeProject, PROGRAM } from "../project.js";

const READY = join(PROGRAM, "dist/startup");

describe("what is ready", () => {
  test("is there for all that a build needs, where the program starts", () => {
    const script = `
      import { readFileSync } from "node:fs";
      import { installReady } from ${JSON.stringify(join(READY, "ready.js"))};
      import { readySyntax, readyValue } from ${JSON.stringify(join(READY, "ready-packs.js"))};
      import { readyValidator } from ${JSON.stringify(join(READY, "ready-validators.js"))};
      const { values, templates, schemas, fonts } = JSON.parse(readFileSync(0, "utf8"));
      const prepared = installReady();
      const lacking = [
        ...values.filter((text) => readyValue(text) === undefined),
        ...templates.filter((text) => readySyntax(text) === undefined),
        ...schemas.filter((schema) => readyValidator(schema) === undefined),
        ...fonts.filter((font) => prepared.fonts(font) === undefined),
      ];
      console.log(JSON.stringify(lacking));`;
    const wanted = {
      values: programSources(PROGRAM).map(({ text }) => text),
      templates: programTemplates(PROGRAM),
      schemas: Object.values(readSchemas(PROGRAM)),
      fonts: FONT_FILES.map((file) => join(PROGRAM, "fonts", file)),
    };
    const args = ["--input-type=module", "--eval", script];
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", input: JSON.stringify(wanted) });
    expect(stdout).toBe("[]\n");
  });

  test("gives the same bytes as what is made anew, in a thread too", async () => {
    const project = makeProject();
    const data = { file: "data/403008/2023.yaml", unit: "403008", year: 2023 };
    const setting = { program: openProgram(PROGRAM, { program: preparedProgram() }), project, strict: false };
    const plain = await build(
      { data, output: "plain" },
      { ...setting, step: async (_name, _subject, work) => work() },
    );
    const hashes = [plain.file, plain.record].map((file) => sha256(readFileSync(join(project, file))));
    for (const output of ["ready", "threads"]) {
      const args = [join(READY, "cli.cjs"), "--output", output, ...(output === "threads" ? ["--all"] : [])];
      expect(spawnSync(process.execPath, args, { cwd: project }).status).toBe(0);
      const files = [plain.file, plain.record].map((file) => file.replace("plain", output));
      expect(files.map((file) => sha256(readFileSync(join(project, file))))).toEqual(hashes);
    }
  });
});

describe("the program in one file", () => {
  const program = mkdtempSync(join(tmpdir(), "program-"));
  const compiled = join(program, "dist/startup/program.cjs.compiled");
  const project = makeProject();
  // where it keeps what it makes itself
  const cache = join(program, "cache");
  const env = { ...process.env, LOCALAPPDATA: cache, XDG_CACHE_HOME: cache };
  for (const part of ["dist", "schemas", "package.json"]) {
    cpSync(join(PROGRAM, part), join(program, part), { recursive: true });
  }
  for (const part of ["node_modules", "fonts"]) symlinkSync(join(PROGRAM, part), join(program, part));
  afterAll(() => rmSync(program, { recursive: true, force: true }));

  const check = () => {
    const cli = join(program, "dist/startup/cli.cjs");
    const { status, stdout } = spawnSync(process.execPath, [cli, "check"], {
      cwd: project,
      encoding: "utf8",
      env,
    });
    return { status, says: stdout.split("\n").at(-2) };
  };
  const said = { status: 0, says: "data/403008/2023.yaml 没有错，1 个警告" };

  const isCompiled = (): string => {
    const script = `
      import { openBundle } from ${JSON.stringify(join(program, "dist/startup/bundle.cjs"))};
      console.log(openBundle().isCompiled);`;
    return spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8", env })
      .stdout;
  };

  test("is used as this Node has compiled it", () => {
    expect(isCompiled()).toBe("true\n");
    expect(check()).toEqual(said);
  });

  test("has threads begin with what is ready", () => {
    const thread = join(program, "dist/startup/unit-thread.cjs");
    const text = readFileSync(thread, "utf8");
    const stub =
      'module.exports = ({ data }) => ({ data, state: "crashed", found: [], message: "reached" });';
    writeFileSync(thread, stub);
    const args = [join(program, "dist/startup/cli.cjs"), "--all"];
    expect(spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" }).stdout).toContain("reached");
    writeFileSync(thread, text);
  });

  const made = readFileSync(compiled);
  test.each<readonly [string, Buffer | undefined]>([
    ["another Node compiled it", Buffer.from(made.toString("latin1").replace(/^v\d+/, "v19"), "latin1")],
    ["another V8 compiled it", Buffer.from(made).fill(1, 68, 72)],
    ["what V8 made of it is cut off", made.subarray(0, 100_000)],
    ["what V8 made of it is not there", undefined],
  ])("runs, and only starts later: %s", (_, spoilt) => {
    if (spoilt) writeFileSync(compiled, spoilt);
    else rmSync(compiled);
    expect(isCompiled()).toBe("false\n");
    expect(check()).toEqual(said);
  });
});
