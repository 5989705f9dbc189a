import crypto = require("node:crypto");
import fs = require("node:fs");
import os = require("node:os");
import path = require("node:path");
import v8 = require("node:v8");
import vm = require("node:vm");

// CommonJS, because Node takes longer to start with a module.

/**
 * The program in one file, and beside it what V8 made of it: to find, read and compile several hundred files took a third
 * of the time of a build. `npm run prepare` makes both.
 */
const BUNDLE = path.join(__dirname, "program.cjs");
const COMPILED = besideBundle(BUNDLE);

/**
 * What it begins with: the Node that made it. Two of them may have V8 of one version, built differently: what one made ends
 * the other at once. Padded, so that V8 need not copy what follows.
 */
const MADE_BY = Buffer.from(`${process.version} ${process.arch}`.padEnd(64));

type Program = typeof import("./program.js", { with: { "resolution-mode": "import" }});

interface Bundle {
  /** whether what V8 once made of it is used */
  readonly isCompiled: boolean;
  evaluate(): Program;
  /** What V8 has made of the program so far: of the functions that were called, too. */
  compiled(): Buffer;
  /** Keeps that for the next start where none was made beforehand, as in a release; where it cannot, that starts later, too. */
  keepCompiled(): void;
}

/**
 * Has V8 optimize late: one document is done before optimized code has paid for its compiling, which took a fifth of the
 * processor time on Node 22 and 24, a quarter on Node 20. Many are better off with it. It is for after the bundle was
 * opened: what was compiled with other settings is not used.
 */
function optimizeLate(): void {
  const major = Number.parseInt(process.versions.v8, 10);
  for (const { from, to, settings } of LATE)
    if (from <= major && major <= to) for (const setting of settings) v8.setFlagsFromString(setting);
}

/** By the versions of V8 that know them: others say to the officer that they do not. */
const LATE = [
  { from: 11, to: 11, settings: ["--interrupt-budget=4000000"] },
  {
    from: 12,
    to: 14,
    settings: [
      "--invocation-count-for-maglev=4000",
      "--invocation-count-for-maglev-osr=4000",
      "--invocation-count-for-turbofan=100000",
      "--invocation-count-for-osr=100000",
    ],
  },
];

/**
 * Opens the bundle. What another V8 compiled, or this one with other settings, is not used: the program then only starts
 * later.
 */
function openBundle(bundle = BUNDLE): Bundle {
  const text = fs.readFileSync(bundle);
  const beside = besideBundle(bundle);
  const isPrepared = fs.existsSync(beside);
  const compiled = isPrepared ? beside : ofUser(text);
  const cachedData = readCompiled(compiled);
  const script = new vm.Script(text.toString("latin1"), {
    filename: bundle,
    ...(cachedData && { cachedData }),
  });
  const isCompiled = script.cachedDataRejected === false;
  return {
    isCompiled,
    evaluate() {
      const module = { exports: {} };
      script.runInThisContext()(module.exports, require, module, bundle, __dirname);
      return module.exports as Program;
    },
    compiled: () => compiledBytes(script),
    keepCompiled() {
      if (isPrepared || isCompiled) return;
      try {
        writeWhole(compiled, compiledBytes(script));
      } catch {
        // nobody can write there
      }
    },
  };
}

function compiledBytes(script: InstanceType<typeof vm.Script>): Buffer {
  return Buffer.concat([MADE_BY, script.createCachedData()]);
}

/** What this very Node has compiled. */
function readCompiled(file: string): Buffer | undefined {
  if (!fs.existsSync(file)) return undefined;
  const bytes = fs.readFileSync(file);
  return bytes.subarray(0, MADE_BY.length).equals(MADE_BY) ? bytes.subarray(MADE_BY.length) : undefined;
}

function besideBundle(bundle: string): string {
  return `${bundle}.compiled`;
}

/** Where a user's programs keep what they can make again, under a name that only this program and this Node have. */
function ofUser(text: Buffer): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const folder = LOCALAPPDATA || XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
  const hash = crypto.createHash("sha256").update(text).digest("hex");
  return path.join(folder, "yusuan-gongkai", `${hash}-${process.version}.compiled`);
}

/** Others who start the program meanwhile see nothing of the file, or all of it. */
function writeWhole(file: string, bytes: Buffer): void {
  const unfinished = `${file}.${process.pid}`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(unfinished, bytes);
  fs.renameSync(unfinished, file);
}

export = { BUNDLE, COMPILED, openBundle, optimizeLate };
