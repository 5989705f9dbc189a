import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { FORM_NAMES } from "../../src/model/form.js";
import { SAMPLE } from "../packs/packs.js";
import { buildIn, makeProject, PROGRAM } from "../project.js";
import { makeRelease, newFolder, runOffline, unpack } from "./release.js";

const release = makeRelease();
const files = unzipSync(release);
const cache = newFolder();

const node = (...words: string[]): readonly string[] => [process.execPath, "yusuan.cjs", ...words];

test("a release has the same bytes whenever and wherever it is made", () => {
  const again = makeRelease([], { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" });
  expect(Buffer.compare(release, again)).toBe(0);
});

test("without a network it builds what the checkout builds, checks, reads PDFs back, and works in threads", async () => {
  const folder = unpack(release);
  cpSync(join(PROGRAM, "data/403008"), join(folder, "data/403008"), { recursive: true });
  const first = runOffline(folder, cache, node("build-report", "--also", FORM_NAMES.join(",")));
  expect(first).toMatchObject({ code: 0 });
  const project = makeProject();
  await buildIn(project, { data: SAMPLE.data, output: "out", also: FORM_NAMES });
  for (const name of readdirSync(join(project, "out"))) {
    const [made, wanted] = [folder, project].map((each) => readFileSync(join(each, "out", name)));
    expect([name, made?.equals(wanted ?? Buffer.alloc(0))]).toEqual([name, true]);
  }
  const records = [folder, project].map((each) => join(each, "out"));
  const [own, other] = records.map((each) => readdirSync(each).sort());
  expect(own).toEqual(other);
  expect(runOffline(folder, cache, node("check"))).toMatchObject({ code: 0 });
  expect(runOffline(folder, cache, node("build-report", "--all", "--force"))).toMatchObject({ code: 0 });
  const [pdf = ""] = (own ?? []).filter((name) => name.endsWith(".pdf"));
  const audited = runOffline(folder, cache, node("audit", `out/${pdf}`));
  expect(audited.out).toContain("没有发现不同");
  const codes = "编码,名称\n2210201,住房公积金\n";
  writeFileSync(join(folder, "2023科目.csv"), codes);
  expect(runOffline(folder, cache, node("codes", "2023科目.csv")).err).not.toContain("意外");
});

test("the first start keeps for the user what V8 has compiled, and the next one uses it", () => {
  const [folder, own] = [unpack(release), newFolder()];
  expect(runOffline(folder, own, node("--help"))).toMatchObject({ code: 0 });
  const kept = readdirSync(join(own, "yusuan-gongkai"));
  expect(kept).toHaveLength(1);
  const asked = `console.log(require("./program/dist/startup/bundle.cjs").openBundle().isCompiled)`;
  expect(runOffline(folder, own, [process.execPath, "-e", asked]).out).toBe("true\n");
  expect(runOffline(folder, join(folder, "yusuan.cjs"), node("--help"))).toMatchObject({ code: 0 });
});

test("a Node that lies beside it is the one that is used", () => {
  const folder = unpack(release);
  mkdirSync(join(folder, "node/bin"), { recursive: true });
  writeFileSync(join(folder, "node/bin/node"), '#!/bin/sh\necho "$0 $*"\n');
  chmodSync(join(folder, "node/bin/node"), 0o755);
  expect(runOffline("/", cache, [join(folder, "start.sh")]).out).toBe("./node/bin/node yusuan.cjs start\n");
});

test("names that are Chinese say so, and nothing of the machine that made it is inside", () => {
  const names = Object.keys(files);
  expect(names).toEqual(names.toSorted());
  expect(names).toContain("启动.cmd");
  expect(names.filter((name) => /\.compiled$|^out\/|^data\/\d/.test(name))).toEqual([]);
  const texts = Object.entries(files).filter(([name]) => /\.(c?js|mjs|json|txt|yaml|hbs|sh|cmd)$/.test(name));
  const telling = texts.filter(([, bytes]) => Buffer.from(bytes).includes(PROGRAM.replace(/\/$/, "")));
  expect(telling.map(([name]) => name)).toEqual([]);
  for (const { name, flags, date, rights } of directoryOf(release)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what ASCII is
    if (!/^[\x00-\x7F]*$/.test(name)) expect(flags & 0x800).toBe(0x800);
    expect(date).toBe((20 << 9) | (1 << 5) | 1);
    expect(rights & 0o111).toBe(name.endsWith(".sh") ? 0o111 : 0);
  }
});

test("only the formats that are asked for go in, and one that there is not is refused", () => {
  const packs = (zip: Uint8Array) =>
    new Set(Object.keys(unzipSync(zip)).flatMap((name) => /^templates\/([^/]+)\//.exec(name)?.[1] ?? []));
  expect(packs(makeRelease(["--pack", "luoyang"]))).toEqual(new Set(["luoyang"]));
  expect(packs(release)).toEqual(new Set(readdirSync(join(PROGRAM, "templates"))));
  expect(() => makeRelease(["--pack", "nowhere"])).toThrow("templates 里没有版式 nowhere");
  expect(() => makeRelease(["--packs", "luoyang"])).toThrow("不认识");
});

test("every library that is inside has its licence", () => {
  const inside = Object.keys(files).flatMap(
    (name) => /^program\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? [],
  );
  for (const library of new Set(inside)) {
    const text = files[`licences/${library.replace("/", "+")}.txt`];
    expect([library, text ? text.length > 500 : false]).toEqual([library, true]);
  }
  for (const library of ["fontkit", "dfa", "pdfkit", "ajv", "handlebars", "yaml"])
    expect(Object.keys(files)).toContain(`licences/${library}.txt`);
});

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly date: number;
  readonly rights: number;
}

/** The central directory of a zip (APPNOTE 6.3.10, 4.3.12). */
function directoryOf(zip: Uint8Array): readonly Entry[] {
  const view = Buffer.from(zip);
  const end = view.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const entries: Entry[] = [];
  let at = view.readUInt32LE(end + 16);
  while (view.readUInt32LE(at) === 0x02014b50) {
    const [length, extra, comment] = [28, 30, 32].map((place) => view.readUInt16LE(at + place));
    entries.push({
      name: view.toString("utf8", at + 46, at + 46 + (length ?? 0)),
      flags: view.readUInt16LE(at + 8),
      date: view.readUInt16LE(at + 14),
      rights: view.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}
