import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { PROGRAM } from "../project.js";

/** What every stage may import besides itself. Only the lines at the top of src put stages together. */
const SHARED = ["model", "money", "diagnostic.ts"];
const STAGES = [
  "read",
  "validate",
  "derive",
  "check",
  "compose",
  "compare",
  "proofread",
  "export",
  "render",
  "record",
  "write",
  "renew",
  "extract",
  "audit",
  "console",
];
/** The model is built on money and diagnostics, money on nothing. */
const LOWER: Readonly<Record<string, readonly string[]>> = { model: ["money", "diagnostic.ts"], money: [] };

const SRC = join(PROGRAM, "src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const imports = /(?:from |createRequire\(import\.meta\.url\)\(\s*)"([^"]+)"/g;
  return [...text.matchAll(imports)].map((match) => match[1] ?? "");
}

/** The folder of src, or the file in it, that an import of `file` leads to. */
function importedRooms(file: string): string[] {
  return importsOf(file)
    .filter((target) => target.startsWith("."))
    .map((target) => relative(SRC, join(SRC, dirname(file), target)).replace(/\.js$/, ".ts"))
    .map((target) => target.split("/")[0] ?? "");
}

describe("each stage imports the model, money and diagnostics, and no other stage", () => {
  const rooms = [...STAGES, "model", "money"];
  test.each(files.filter((file) => rooms.includes(file.split("/")[0] ?? "")))("%s", (file) => {
    const room = file.split("/")[0] ?? "";
    const allowed = [room, ...(LOWER[room] ?? SHARED)];
    expect(importedRooms(file).filter((each) => !allowed.includes(each))).toEqual([]);
  });
});

test("every folder of src is a stage or what stages share", () => {
  const folders = new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]));
  expect([...folders].sort()).toEqual([...STAGES, "model", "money"].sort());
});

describe("what has one door", () => {
  const importers = (packages: RegExp): string[] =>
    files.filter((file) => importsOf(file).some((target) => packages.test(target)));

  test("decimal.js is imported by one file, which holds the one function that rounds", () => {
    expect(importers(/^decimal\.js$/)).toEqual(["money/money.ts"]);
  });

  test("only read and write touch the disk, but for the fonts that render opens and the program itself", () => {
    const touching = importers(/^(node:)?fs(\/|$)/);
    const others = ["bundling.ts", "prepare.ts", "render/font-file.ts", "render/ready-fonts.ts"];
    expect(touching.filter((file) => !/^(read|write)\//.test(file)).sort()).toEqual(others);
  });

  test("pdfjs is known to the thread that reads PDFs only, so that nobody else waits for it to be loaded", () => {
    const loading = importers(/^pdfjs-dist/);
    expect(loading.sort()).toEqual(["extract/operators.ts", "extract/pdf-pages.ts"]);
    const reached = files.filter((file) =>
      importsOf(file).some((target) => /\/(operators|pdf-pages)\.js$/.test(target)),
    );
    expect(reached.sort()).toEqual(["extract/pdf-pages.ts", "extract/pdf-worker.ts"]);
    expect(files.filter((file) => importsOf(file).some((target) => /pdf-worker\.js$/.test(target)))).toEqual(
      [],
    );
  });

  test("pdfmake is known to render only, handlebars to what reads and fills templates", () => {
    expect(importers(/^pdfmake/).sort()).toEqual(["render/pdfmake/inside.ts"]);
    expect(importers(/^handlebars$/).sort()).toEqual(["compose/template.ts", "model/template-syntax.ts"]);
  });
});

test("no clock, no locale and no chance but what comes in as an argument", () => {
  const impure =
    /\bDate\.now\(|new Date\(\)|Math\.random\(|toLocale|\bIntl\.|performance\.now\(|process\.(?:uptime|hrtime)/;
  const found = files.filter((file) => impure.test(readFileSync(join(SRC, file), "utf8")));
  expect(found).toEqual(["run.ts"]);
});
