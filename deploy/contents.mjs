// What goes into a release, as a list.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesInProgram } from "../dist/startup/bundling.js";
import { ReleaseFault } from "./fault.mjs";
import { licencesOf } from "./licences.mjs";
import { filesReachedFrom } from "./reached.mjs";

/** Where the program lies in it: all else stands where the officer sees it. */
const PROGRAM = "program";

/** What is in one file, as it is made of, and what threads load by themselves. */
const BUNDLED = "dist/startup/program.js";
const PAGE = "src/web/page/main.tsx";
const LOADED = [
  "dist/extract/pdf-worker.js",
  "dist/extract/workbook-worker.js",
  "dist/extract/recover/recovery-worker.js",
  "node_modules/piscina/dist/main.js",
  "node_modules/piscina/dist/worker.js",
  "node_modules/docx/dist/index.cjs",
  "node_modules/highs/build/highs.js",
];
/** What libraries ask for by name: the reader of PDFs its thread, its tables and, where it shows one, what else it takes, their writer the colours of screens, the solver what it is compiled to. */
const PDFJS = "node_modules/pdfjs-dist";
const NAMED = [
  `${PDFJS}/package.json`,
  ...["pdf.mjs", "pdf.worker.mjs"].map((file) => `${PDFJS}/legacy/build/${file}`),
  ...["openjpeg_nowasm_fallback.js", "LICENSE_OPENJPEG", "LICENSE_PDFJS_OPENJPEG"].map(
    (file) => `${PDFJS}/wasm/${file}`,
  ),
  "node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc",
  "node_modules/highs/build/highs.wasm",
];
const FOLDERS = [`${PDFJS}/cmaps`, `${PDFJS}/standard_fonts`, "fonts", "schemas"];
/** By which Node finds what a library's name stands for. */
const MANIFESTS = ["piscina", "@e965/xlsx", "docx", "highs"].map(
  (name) => `node_modules/${name}/package.json`,
);

/** Every file of a release by its name, in the order of names, which no locale changes. */
export async function contentsOfRelease(root, version, wanted) {
  const packs = chosenPacks(root, wanted);
  const reached = await filesReachedFrom(root, LOADED);
  const bundled = [
    ...(await filesInProgram(join(root, BUNDLED), join(root, "dist/startup"))),
    ...(await filesReachedFrom(
      root,
      [PAGE].filter((entry) => existsSync(join(root, entry))),
    )),
  ];
  const files = [
    // where the officer looks
    ...below(root, "deploy/beside", ""),
    { name: "package.json", bytes: text(manifestBeside(root, version)) },
    ...["data/科目", ...packs.map((pack) => `templates/${pack}`)].flatMap((folder) =>
      below(root, folder, folder),
    ),
    // where editors look, as the first line of each data file says
    ...packs
      .map((pack) => `dist/schemas/${pack}.schema.json`)
      .map((name) => ({ name, bytes: read(root, name) })),
    // the program
    { name: `${PROGRAM}/package.json`, bytes: text(manifestOfProgram(root)) },
    { name: `${PROGRAM}/dist/startup/ready-program.json`, bytes: text(readyProgram(root)) },
    ...below(root, "dist/startup", `${PROGRAM}/dist/startup`, isRun),
    ...FOLDERS.flatMap((folder) => below(root, folder, `${PROGRAM}/${folder}`)),
    ...[...reached, ...NAMED, ...MANIFESTS].map((file) => ofProgram(root, file)),
    // whose it is
    { name: "licences/yusuan-gongkai.txt", bytes: read(root, "LICENSE") },
    ...below(root, "fonts/licences", "licences/fonts"),
    ...licencesOf(root, [...reached, ...bundled]),
  ];
  const byName = new Map(files.map((file) => [file.name, file]));
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What `npm run prepare` has made for running; not what makes it, nor what this machine's V8 has compiled. */
function isRun(name) {
  return !/^[^/]+\.js$|\.compiled$|^ready-program\.json$/.test(name);
}

function chosenPacks(root, wanted) {
  const all = readdirSync(join(root, "templates")).sort();
  const unknown = wanted.filter((pack) => !all.includes(pack));
  if (unknown.length > 0) {
    throw new ReleaseFault(`templates 里没有版式 ${unknown.join("、")}\n怎么改：写现有的：${all.join("、")}`);
  }
  return wanted.length > 0 ? [...new Set(wanted)].sort() : all;
}

/** Hints say `npm run …`: so they are right where npm is, in this folder too. */
function manifestBeside(root, version) {
  const { scripts } = readJson(root, "package.json");
  const own = Object.entries(scripts).flatMap(([name, script]) => {
    const [, command] = /^node dist\/startup\/cli\.cjs(?: ([\w-]+))?$/.exec(script) ?? [];
    return script.startsWith("node dist/startup/cli.cjs")
      ? [[name, `node yusuan.cjs ${command ?? name}`]]
      : [];
  });
  return json({ name: "yusuan-gongkai-release", version, private: true, scripts: Object.fromEntries(own) });
}

function manifestOfProgram(root) {
  const { name, version, license, type, engines } = readJson(root, "package.json");
  return json({ name, version, private: true, license, type, engines });
}

/** Without the times of the sources, which are not there. */
function readyProgram(root) {
  const { version, source } = readJson(root, "dist/startup/ready-program.json");
  return JSON.stringify({ version, source, files: {} });
}

function ofProgram(root, file) {
  return { name: `${PROGRAM}/${file}`, bytes: read(root, file) };
}

/** All files of a folder, under another name; none where there is no such thing. */
function below(root, folder, name, isWanted = () => true) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const inside = readdirSync(path, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter(isWanted)
    .map((file) => ({ name: name === "" ? file : `${name}/${file}`, bytes: read(path, file) }));
}

function readJson(root, file) {
  return JSON.parse(read(root, file).toString());
}

function read(folder, file) {
  return readFileSync(join(folder, file));
}

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function text(words) {
  return Buffer.from(words);
}
