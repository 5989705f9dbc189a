import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize } from "node:v8";
import { afterAll, describe, expect, test } from "@jest/globals";
import { create as createFont, type Font } from "fontkit";
import Handlebars from "handlebars";
import { readySyntax, syntaxOf } from "../../src/model/template-syntax.js";
import { programSources, programTemplates } from "../../src/project/sources.js";
import { measureFont } from "../../src/render/fonts/font-file.js";
import { listedMeasures } from "../../src/render/fonts/font-measures.js";
import { FONT_FILES } from "../../src/render/fonts/fonts.js";
import { type ReadyFont, readyFont } from "../../src/render/fonts/ready-fonts.js";
import { readyValue, readyValues } from "../../src/yaml/ready-values.js";
import { makeProject, PROGRAM } from "../project.js";

const print = (program: hbs.AST.Program): string => Handlebars.create().precompile(program) as string;

describe("the values that are ready", () => {
  const sources = programSources(PROGRAM);

  test("are those of every YAML file of packs and code lists", () => {
    expect(sources.map(({ file }) => file)).toEqual(
      expect.arrayContaining(["templates/henan/pack.yaml", "schemas/codes/2023/功能科目.yaml"]),
    );
    const ready = readFileSync(join(PROGRAM, "dist/ready-values.json"), "utf8");
    expect(JSON.parse(ready)).toEqual(JSON.parse(readyValues(sources)));
  });

  test("are taken for the text that they were made of, and for no other", () => {
    expect(sources.map(({ text }) => readyValue(text))).toEqual(sources.map(({ value }) => value));
    expect(sources.map(({ text }) => readyValue(`${text}\n`))).toEqual(sources.map(() => undefined));
  });
});

describe("the syntax of templates that is ready", () => {
  const templates = programTemplates(PROGRAM);

  test("is that of every narrative and of the lines in other files", () => {
    expect(templates).toEqual(
      expect.arrayContaining([expect.stringMatching(/^# /), "{{单位名称}}{{年}}年度{{主体}}预算公开"]),
    );
    const ready = readFileSync(join(PROGRAM, "dist/model/ready-syntax.json"), "utf8");
    expect(ready).toBe(readySyntax(templates));
    expect(Object.keys(JSON.parse(ready))).toHaveLength(new Set(templates).size);
  });

  test.each(templates)("%j is what Handlebars makes of it", (text) => {
    const ready = JSON.parse(JSON.parse(readySyntax([text]))[text]);
    expect(ready).toEqual(JSON.parse(JSON.stringify(syntaxOf(text))));
    expect(print(ready)).toBe(print(syntaxOf(text)));
  });
});

describe("the fonts that are ready", () => {
  const ready = deserialize(readFileSync(join(PROGRAM, "dist/ready-fonts.bin"))) as ReadyFont[];

  test("are all that the program has, as they are", () => {
    expect(ready.map(({ file }) => file)).toEqual(FONT_FILES);
    for (const font of ready) expect(font).toEqual(measureFont(join(PROGRAM, "fonts", font.file)));
  });

  test.each(ready)("$file measures as fontkit does", ({ file, measures }) => {
    const font = createFont(readFileSync(join(PROGRAM, "fonts", file))) as Font;
    const { find, ...listed } = listedMeasures(measures);
    const { unitsPerEm, ascent, descent } = font;
    expect(listed).toEqual({ unitsPerEm, ascent, descent });
    const codes = [...font.characterSet, 0, 0x1f600, 0x10ffff];
    const measured = codes.map((code) => {
      const { id, advanceWidth } = font.glyphForCodePoint(code);
      return id === 0 ? undefined : { id, advance: advanceWidth };
    });
    expect(codes.map(find)).toEqual(measured);
  });

  test("are not used for a file that was put in their place, nor where there are none", () => {
    expect(readyFont(join(PROGRAM, "fonts/latin.ttf"), [])).toBeUndefined();
    expect(readyFont(join(PROGRAM, "fonts/latin.ttf"), ready)).toMatchObject({ file: "latin.ttf" });
    const folder = mkdtempSync(join(tmpdir(), "fonts-"));
    try {
      copyFileSync(join(PROGRAM, "fonts/latin-bold.ttf"), join(folder, "latin.ttf"));
      expect(readyFont(join(folder, "latin.ttf"), ready)).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("what V8 has made of the program", () => {
  const program = mkdtempSync(join(tmpdir(), "program-"));
  const compiled = join(program, "dist/startup/program.cjs.compiled");
  const project = makeProject();
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
    });
    return { status, says: stdout.split("\n").at(-2) };
  };
  const said = { status: 0, says: "data/403008/2023.yaml 没有错，1 个警告" };

  test("is used by this V8", () => {
    const script = `
      import { openBundle, optimizeLate } from ${JSON.stringify(join(program, "dist/startup/bundle.cjs"))};
      optimizeLate();
      console.log(openBundle().isCompiled);`;
    const args = ["--input-type=module", "--eval", script];
    expect(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout).toBe("true\n");
    expect(check()).toEqual(said);
  });

  test.each([
    ["another V8 made it", () => writeFileSync(compiled, readFileSync(compiled).fill(1, 4, 8))],
    ["it is cut off", () => writeFileSync(compiled, readFileSync(compiled).subarray(0, 100_000))],
    ["it is not there", () => rmSync(compiled)],
  ])("is not needed: %s", (_, spoil) => {
    spoil();
    expect(check()).toEqual(said);
  });
});
