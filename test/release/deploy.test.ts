import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { licencesOf } from "../../deploy/licences.mjs";
import { PROGRAM, VERSION } from "../project.js";

const read = (file: string): string => readFileSync(join(PROGRAM, file), "utf8");

/** What a schema of others finds wrong with a text of YAML. */
function faultsOf(text: string, schema: string): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const isValid = ajv.compile(JSON.parse(read(`test/release/schemas/${schema}`)));
  isValid(parse(text));
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface Deployed {
  readonly file: string;
  readonly schema: string;
  /** what might be written instead, and would be wrong */
  readonly slips: readonly (readonly [right: string, wrong: string])[];
}

const DEPLOYED: readonly Deployed[] = [
  {
    file: "deploy/job.yaml",
    schema: "kubernetes-job-1.32.json",
    slips: [
      ["completionMode:", "completionMod:"],
      ["completions: 50", "completions: fifty"],
      ["mountPath:", "mountpath:"],
    ],
  },
  {
    file: "deploy/github-actions.yaml",
    schema: "github-workflow.json",
    slips: [
      ["runs-on:", "run-on:"],
      ["fail-fast: false", "fail-fast: [no]"],
      ["- run: npm ci", "- runs: npm ci"],
    ],
  },
];

describe.each(DEPLOYED)("$file", ({ file, schema, slips }) => {
  test("is what its schema asks for", () => {
    expect(faultsOf(read(file), schema)).toEqual([]);
  });

  test.each(slips)("would not be with a slip: %s", (right, wrong) => {
    const text = read(file);
    expect(text).toContain(right);
    expect(faultsOf(text.replace(right, wrong), schema)).not.toEqual([]);
  });
});

describe("a library in a release", () => {
  const folder = mkdtempSync(join(tmpdir(), "licences-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const library = (name: string, files: Readonly<Record<string, string>>): string => {
    const own = join(folder, "node_modules", name);
    mkdirSync(own, { recursive: true });
    const manifest = JSON.stringify({ name, version: "1.0.0", license: "MIT" });
    for (const [file, text] of Object.entries({ "package.json": manifest, "index.js": "", ...files }))
      writeFileSync(join(own, file), text);
    return `node_modules/${name}/index.js`;
  };
  const licensed = library("@a/licensed", { "LICENSE.md": "anybody may" });
  const bare = library("bare", {});

  test("comes with its licence", () => {
    const [found, ...others] = licencesOf(folder, [licensed, "src/own.js"]);
    expect(found?.name).toBe("licences/@a+licensed.txt");
    expect(String(found?.bytes)).toContain("anybody may");
    expect(others).toEqual([]);
  });

  test("that has none fails it", () => {
    expect(() => licencesOf(folder, [licensed, bare])).toThrow("没有找到许可文本：node_modules/bare");
  });

  test("that another has put into its own file fails it, too, unless what it says is kept", () => {
    const inlined = "//#region node_modules/@a/licensed/x.js\n//#region node_modules/inner/x.js\n";
    const outer = library("outer", { LICENSE: "all may", "index.js": inlined });
    expect(() => licencesOf(folder, [outer])).toThrow("没有找到许可文本：node_modules/inner");
    mkdirSync(join(folder, "deploy/licences"), { recursive: true });
    writeFileSync(join(folder, "deploy/licences/inner.txt"), "inner may");
    expect(licencesOf(folder, [outer]).map(({ name }) => name)).toEqual(
      ["@a+licensed", "inner", "outer"].map((name) => `licences/${name}.txt`),
    );
  });
});

test("the container is of this version wherever it is named", () => {
  for (const file of ["deploy/job.yaml", "deploy/Containerfile", "docs/release.md"]) {
    const named = [...read(file).matchAll(/yusuan-gongkai:([\d.]+)/g)].map(([, version]) => version);
    expect(new Set(named)).toEqual(new Set([VERSION]));
  }
});

test("all shards of the Job are made", () => {
  const { spec } = parse(read("deploy/job.yaml"));
  const [{ command }] = spec.template.spec.containers;
  expect(command.at(-1)).toContain(`/${spec.completions}`);
  expect(spec.parallelism).toBe(spec.completions);
});

test("a command file is read by every Windows, whatever its language", () => {
  const text = read("deploy/beside/启动.cmd");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what ASCII is
  expect(text).toMatch(/^[\x00-\x7F]+$/);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("the page of instructions is read by every Notepad, and names only commands that there are", () => {
  const text = read("deploy/beside/使用说明.txt");
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const { scripts } = JSON.parse(read("package.json"));
  const named = [...text.matchAll(/yusuan\.cjs ([a-z][a-z-]+)/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
