// The licences of all libraries whose code is in a release.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseFault } from "./fault.mjs";

/** Of libraries that come without the text of their licence, by their names. */
const KEPT = "deploy/licences";

/** A file for each library that any of `files` is of. Throws where one has no licence. */
export function licencesOf(root, files) {
  const libraries = [...new Set(files.flatMap((file) => libraryOf(file) ?? []))].sort();
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

function licenceOf(root, library) {
  const folder = join(root, library);
  const names = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort();
  const texts = names.map((name) => readFileSync(join(folder, name), "utf8"));
  const kept = join(root, KEPT, fileNameOf(library));
  if (names.length === 0 && existsSync(kept)) texts.push(readFileSync(kept, "utf8"));
  if (texts.length === 0) return undefined;
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return [`${name} ${version}（${license}）\n`, ...texts].join("\n");
}

function fileNameOf(library) {
  return `${library.replace(/^.*node_modules\//, "").replace("/", "+")}.txt`;
}
