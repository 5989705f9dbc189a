import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { deserialize } from "node:v8";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { create as createFont, type Font } from "fontkit";
import Handlebars from "handlebars";
import { parseTemplate, provideSyntax, syntaxOf } from "../../src/model/template.js";
import { measureFont } from "../../src/render/fonts/font-file.js";
import { listedMeasures } from "../../src/render/fonts/font-measures.js";
import { FONT_FILES, loadFonts } from "../../src/render/fonts/fonts.js";
import { installReady } from "../../src/startup/ready.js";
import { type ReadyFont, readyFont } from "../../src/startup/ready-fonts.js";
import {
  programSources,
  programTemplates,
  readyValue,
  syntaxesOf,
  valuesOf,
} from "../../src/startup/ready-packs.js";
import { preparedProgram, readyProgram } from "../../src/startup/ready-program.js";
import { provideValidators, validatorOf } from "../../src/validate/schema/validators.js";
import { provideValues, readSharedYaml } from "../../src/yaml/shared.js";
import { PROGRAM } from "../project.js";

const READY = join(PROGRAM, "dist/startup");
const print = (program: hbs.AST.Program): string => Handlebars.create().precompile(program) as string;

describe("the values that are ready", () => {
  const sources = programSources(PROGRAM);

  test("are those of every YAML file of packs and code lists", () => {
    expect(sources.map(({ file }) => file)).toEqual(
      expect.arrayContaining(["templates/henan/pack.yaml", "schemas/codes/功能科目.yaml"]),
    );
    const ready = readFileSync(join(READY, "ready-values.json"), "utf8");
    expect(JSON.parse(ready)).toEqual(JSON.parse(valuesOf(sources)));
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
      expect.arrayContaining([
        expect.stringMatching(/^# /),
        expect.stringMatching(/^\{\{单位名称\}\}.*预算公开/),
      ]),
    );
    const ready = readFileSync(join(READY, "ready-syntax.json"), "utf8");
    expect(ready).toBe(syntaxesOf(templates));
    expect(Object.keys(JSON.parse(ready))).toHaveLength(new Set(templates).size);
  });

  test.each(templates)("%j is what Handlebars makes of it", (text) => {
    const ready = JSON.parse(JSON.parse(syntaxesOf([text]))[text]);
    expect(ready).toEqual(JSON.parse(JSON.stringify(parseTemplate(text))));
    expect(print(ready)).toBe(print(parseTemplate(text)));
  });
});

describe("the fonts that are ready", () => {
  const ready = deserialize(readFileSync(join(READY, "ready-fonts.bin"))) as ReadyFont[];

  test("are all that the program has, as they are", () => {
    expect(ready.map(({ file }) => file)).toEqual(FONT_FILES);
    const unlike = ready.flatMap((font) => {
      const measured = Object.entries(measureFont(join(PROGRAM, "fonts", font.file)));
      const others = measured.filter(([key, value]) => !isDeepStrictEqual(Reflect.get(font, key), value));
      return others.map(([key]) => `${font.file}: ${key}`);
    });
    expect(unlike).toEqual([]);
  });

  test.each(ready)("$file measures as fontkit does", ({ file, measures }) => {
    const font = createFont(readFileSync(join(PROGRAM, "fonts", file))) as Font;
    const { find, ...listed } = listedMeasures(measures);
    const { unitsPerEm, ascent, descent } = font;
    expect(listed).toEqual({ unitsPerEm, ascent, descent });
    const codes = [...font.characterSet, 0, 0x1f600, 0x10ffff];
    const unlike = codes.filter((code) => {
      const { id, advanceWidth } = font.glyphForCodePoint(code);
      const found = find(code);
      return id === 0 ? found !== undefined : found?.id !== id || found.advance !== advanceWidth;
    });
    expect(unlike).toEqual([]);
  });

  /** A copy of a font of the program, with its times, changed from a table's place on. */
  const altered = (file: string, table: string, change: (bytes: Buffer, at: number) => void): string => {
    const path = join(folder, file);
    const from = join(PROGRAM, "fonts", file);
    const bytes = readFileSync(from);
    change(bytes, table === "" ? 0 : bytes.readUInt32BE(bytes.indexOf(table) + 8));
    writeFileSync(path, bytes);
    const { atime, mtime } = statSync(from);
    utimesSync(path, atime, mtime);
    return path;
  };
  const folder = mkdtempSync(join(tmpdir(), "fonts-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(FONT_FILES)("are used for %s wherever and whenever it was copied to", (file) => {
    const path = altered(file, "", () => undefined);
    utimesSync(path, 1, 1);
    expect(readyFont(path, ready)).toMatchObject({ file });
    expect(readyFont(path, [])).toBeUndefined();
  });

  test.each([
    ["other advances", "hmtx", (bytes: Buffer, at: number) => bytes.writeUInt16BE(1, at + 40)],
    ["other characters", "cmap", (bytes: Buffer, at: number) => bytes.writeUInt16BE(7, at + 60)],
    [
      "other outlines, and so another checksum",
      "",
      (bytes: Buffer) => bytes.fill(1, bytes.indexOf("glyf") + 4, bytes.indexOf("glyf") + 8),
    ],
    ["more tables than it has room for", "", (bytes: Buffer) => bytes.writeUInt16BE(0xffff, 4)],
  ])("are not used for a file of the same size and time with %s", (_, table, change) => {
    expect(readyFont(altered("latin.ttf", table, change), ready)).toBeUndefined();
  });

  test("are not used for another font in its place, nor for what is no font", () => {
    copyFileSync(join(PROGRAM, "fonts/latin-bold.ttf"), join(folder, "latin.ttf"));
    expect(readyFont(join(folder, "latin.ttf"), ready)).toBeUndefined();
    writeFileSync(join(folder, "latin.ttf"), "");
    expect(readyFont(join(folder, "latin.ttf"), ready)).toBeUndefined();
  });
});

describe("what the program was made of", () => {
  const copy = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "sources-"));
    for (const name of ["src", "package.json", "package-lock.json"])
      cpSync(join(PROGRAM, name), join(folder, name), { recursive: true });
    return folder;
  };

  test("is as it is in a copy of other times; one changed character, or file, is seen", () => {
    const folder = copy();
    try {
      const ready = join(READY, "ready-program.json");
      expect(preparedProgram(ready, folder)?.isStale()).toBe(false);
      expect(preparedProgram(ready, folder)?.source).toBe(JSON.parse(readyProgram(folder)).source);
      appendFileSync(join(folder, "src/money/money.ts"), "\n");
      expect(preparedProgram(ready, folder)?.isStale()).toBe(true);
      rmSync(join(folder, "src"), { recursive: true });
      expect(preparedProgram(ready, folder)?.isStale()).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("what is ready", () => {
  beforeEach(() => {
    provideValues(() => undefined);
    provideSyntax(() => undefined);
    provideValidators(() => undefined);
  });
  afterEach(() => void installReady());

  test("is taken by the rooms instead of what they would make", () => {
    const syntax = parseTemplate("ready");
    const validate: ReturnType<typeof validatorOf> = validatorOf({});
    provideValues(() => "ready");
    provideSyntax(() => syntax);
    provideValidators(() => validate);
    const shelf = new Map([["shared.yaml", Buffer.from("- anew")]]);
    expect(readSharedYaml(shelf, "shared.yaml").value).toBe("ready");
    expect(syntaxOf("{{年}}")).toBe(syntax);
    expect(validatorOf({ type: "array" })).toBe(validate);
    const measures = { sha256: "ready", size: 0, measures: measureFont("fonts/latin.ttf").measures };
    const { faces } = loadFonts("fonts", (path) => ({ file: path, ...measures }));
    expect(new Set(faces.map(({ sha256 }) => sha256))).toEqual(new Set(["ready"]));
  });
});

describe("V8 optimizes late", () => {
  /** What V8 is set to where its version is one of these. */
  const settingsOf = (...versions: string[]): string[][] => {
    const script = `
      import v8 from "node:v8";
      import { optimizeLate } from ${JSON.stringify(join(READY, "bundle.cjs"))};
      const settings = ${JSON.stringify(versions)}.map((version) => {
        const set = [];
        v8.setFlagsFromString = (setting) => set.push(setting);
        Object.defineProperty(process, "versions", { value: { v8: version }, configurable: true });
        optimizeLate();
        return set;
      });
      console.log(JSON.stringify(settings));`;
    const args = ["--input-type=module", "--eval", script];
    return JSON.parse(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout);
  };

  test("by settings for the versions that have them, and by none for others", () => {
    const versions = [
      "10.2.154.26-node.26",
      "11.3.244.8-node.38",
      "12.4.254.21-node.57",
      "14.1.146.11-node.25",
    ];
    const settings = settingsOf(...versions, "15.0.1.1-node.1");
    expect(settings.map((each) => each.length)).toEqual([0, 1, 4, 4, 0]);
  });

  test("by settings that this one knows, of which it says nothing", () => {
    const { stdout } = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    const [settings = []] = settingsOf(process.versions.v8);
    expect(settings).not.toEqual([]);
    for (const setting of settings) expect(stdout).toContain(`${setting.split("=")[0]} (`);
    const { stderr } = spawnSync(process.execPath, [join(READY, "cli.cjs"), "--help"], { encoding: "utf8" });
    expect(stderr).toBe("");
  });
});
