// The licences of all libraries whose code is in a release.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseFault } from "./fault.mjs";

/** Of libraries that come without the text of their licence, by their names. */
const KEPT = "deploy/licences";

/** A file for each library that any of `files` is of, or has in itself. Throws where one has no licence. */
export function licencesOf(root, files) {
  const within = files.flatMap((file) => librariesWithin(root, file));
  const libraries = [...new Set([...files.flatMap((file) => libraryOf(file) ?? []), ...within])].sort();
  const found = libraries.map((library) => ({ library, text: licenceOf(root, library) }));
  const lacking = found.filter(({ text }) => text === undefined).map(({ library }) => library);
  if (lacking.length > 0) {
    throw new ReleaseFault(
      `没有找到许可文本：${lacking.join("、")}\n怎么改：从它的出处取来，放进 ${KEPT}/库名.txt，库名里的 / 写成 +`,
    );
  }
  return found.map(({ library, text }) => ({
    name: `licences/${fileNameOf(library)}`,
    bytes: Buffer.from(text),
  }));
}

/** The folder of the innermost library that a file is in. */
function libraryOf(file) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
}

/** Libraries that another has put into its own file say so where they begin, as Rolldown marks them. */
function librariesWithin(root, file) {
  const path = join(root, file);
  if (!existsSync(path) || !libraryOf(file)) return [];
  const marks = readFileSync(path, "utf8").matchAll(/^\/\/#region (?:\S*\/)?(node_modules\/\S+)$/gm);
  return [...marks].flatMap(([, inside]) => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(inside) ?? [];
    return name === undefined ? [] : [`node_modules/${name}`];
  });
}

function licenceOf(root, library) {
  const folder = join(root, library);
  const names = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort();
  const texts = names.map((name) => readFileSync(join(folder, name), "utf8"));
  const kept = join(root, KEPT, fileNameOf(library));
  if (names.length === 0 && existsSync(kept)) texts.push(readFileSync(kept, "utf8"));
  if (texts.length === 0) return undefined;
  // one that is only inside another is not installed: what is kept of it says what it is
  if (!existsSync(join(folder, "package.json"))) return texts.join("\n");
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return [`${name} ${version}（${license}）\n`, ...texts].join("\n");
}

function fileNameOf(library) {
  return `${library.replace(/^.*node_modules\//, "").replace("/", "+")}.txt`;
}
