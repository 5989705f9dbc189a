// Makes release/yusuan-gongkai-<version>.zip: all that a machine with Node needs, and no network. From the same commit it
// has the same bytes, on whatever machine and by whatever Node it is made.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { contentsOfRelease } from "./contents.mjs";
import { ReleaseFault } from "./fault.mjs";

const ROOT = join(import.meta.dirname, "..");
/** The same whenever it is made. Zips have no time zone: the parts of it are taken as they read on this machine. */
const DATE = new Date(2000, 0, 1);
/** Rights are kept as Unix has them, so that `start.sh` can be started. */
const UNIX = 3;
const PLAIN = 0o100644 << 16;
const EXECUTABLE = 0o100755 << 16;

try {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const { packs, output } = readWords(process.argv.slice(2));
  const files = await contentsOfRelease(ROOT, version, packs);
  const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, optionsOf(name)]])));
  const file = `${output}/yusuan-gongkai-${version}.zip`;
  mkdirSync(resolve(ROOT, output), { recursive: true });
  writeFileSync(resolve(ROOT, file), zip);
  console.log(`已生成 ${file}：${files.length} 个文件，${(zip.length / 1024 ** 2).toFixed(1)} MB`);
} catch (error) {
  if (!(error instanceof ReleaseFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function optionsOf(name) {
  const attrs = name.endsWith(".sh") ? EXECUTABLE : PLAIN;
  return { level: 9, mtime: DATE, os: UNIX, attrs };
}

/** Which formats go in, all where none is named, and into which folder the release goes. */
function readWords(words) {
  try {
    const options = {
      pack: { type: "string", multiple: true, default: [] },
      output: { type: "string", default: "release" },
    };
    const { pack: packs, output } = parseArgs({ args: words, options }).values;
    return { packs, output };
  } catch {
    const remedy =
      "怎么改：npm run release -- --pack 版式，可以写几个，不写的，版式都放进去；--output 文件夹，不写的，放在 release 里";
    throw new ReleaseFault(`命令里有不认识的内容：${words.join(" ")}\n${remedy}`);
  }
}
