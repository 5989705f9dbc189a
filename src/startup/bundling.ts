import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { build, type Plugin } from "esbuild";

/** Libraries that run in threads of their own, which load what they need by themselves. */
const THREADS = ["piscina", "pdfjs-dist", "@e965/xlsx"];

/** Libraries that are rarely asked for, of a form and of import: they are read from their own folders then. */
const RARE = ["docx", "highs"];

/** What libraries load for files that this program refuses or never makes: WOFF2 fonts, encrypted PDFs, PNG pictures. */
const UNUSED = /^(brotli\/decompress\.js|@noble\/(ciphers|hashes)\/.*|png-js)$/;

/**
 * One program text of the module at `entry` and all that it loads, to stand in `folder`: a function that takes what Node
 * gives a module of CommonJS.
 */
export async function programText(entry: string, folder: string): Promise<string> {
  const { outputFiles } = await bundle(entry, folder);
  return `(function (exports, require, module, __filename, __dirname) {${inAscii(outputFiles[0]?.text ?? "")}\n})`;
}

/** All files that are in that text, so that it can be said whose they are; relative to the working directory. */
export async function filesInProgram(entry: string, folder: string): Promise<readonly string[]> {
  const { metafile } = await bundle(entry, folder);
  return Object.keys(metafile.inputs);
}

function bundle(entry: string, folder: string) {
  return build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    metafile: true,
    // libraries are called by where they are found, wherever they are kept
    preserveSymlinks: true,
    platform: "node",
    format: "cjs",
    minifyWhitespace: true,
    legalComments: "none",
    external: [...THREADS, ...RARE],
    plugins: [unused, unpackLate, unpackNatively, inPlace(folder)],
    logLevel: "error",
  });
}

/** With its characters escaped, of which esbuild leaves those in regular expressions: V8 then keeps half as many bytes. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const unused: Plugin = {
  name: "unused",
  setup(made) {
    made.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: "unused" }));
    made.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "" }));
  },
};

/** Tables of Unicode are unpacked when something is looked up in them: most of those that are loaded never are. */
const unpackLate: Plugin = {
  name: "unpack-late",
  setup(made) {
    made.onResolve({ filter: /^unicode-trie$/ }, ({ path, resolveDir, namespace }) =>
      namespace === LATE ? undefined : { path, namespace: LATE, pluginData: resolveDir },
    );
    made.onLoad({ filter: /.*/, namespace: LATE }, ({ pluginData: resolveDir }) => ({
      contents: LATE_TRIE,
      resolveDir,
    }));
  },
};

const LATE = "unpack-late";

const LATE_TRIE = `
  const Trie = require("unicode-trie");
  module.exports = class {
    constructor(packed) { this.packed = packed; }
    get(codePoint) { return (this.trie ??= new Trie(this.packed)).get(codePoint); }
  };`;

/** Node unpacks in no time what `tiny-inflate` unpacks in JavaScript that has not run yet: a twentieth of a build. */
const unpackNatively: Plugin = {
  name: "unpack-natively",
  setup(made) {
    made.onResolve({ filter: /^tiny-inflate$/ }, ({ path }) => ({ path, namespace: NATIVE }));
    made.onLoad({ filter: /.*/, namespace: NATIVE }, () => ({ contents: NATIVE_INFLATE }));
  },
};

const NATIVE = "unpack-natively";

const NATIVE_INFLATE = `
  const { inflateRawSync } = require("node:zlib");
  module.exports = (packed, unpacked) => {
    unpacked.set(inflateRawSync(packed));
    return unpacked;
  };`;

/** Each module still finds what lies beside it; what it asks for by `createRequire` is put into the bundle, too. */
function inPlace(folder: string): Plugin {
  return {
    name: "in-place",
    setup(made) {
      made.onLoad({ filter: /\.c?js$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        const place = `require("node:path").join(__dirname, ${JSON.stringify(relative(folder, path))})`;
        const contents = text
          .replaceAll("createRequire(import.meta.url)(", "require(")
          .replaceAll(/\b__dirname\b/g, `require("node:path").dirname(${place})`)
          .replaceAll("import.meta.url", `require("node:url").pathToFileURL(${place}).href`);
        return { contents };
      });
    },
  };
}
