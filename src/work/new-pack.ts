import { unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import { namesIn } from "../files/bytes.js";
import { FILE_NAME_RULE, isFileName } from "../files/file-name.js";
import { textSource } from "../files/place.js";
import { readText } from "../files/text.js";
import { alreadyThere } from "../files/write/new-file.js";
import { writeOutputs } from "../files/write/output.js";
import type { Path, Source, TextSource } from "../model/source.js";
import { packFiles, TEMPLATES } from "../project/pack.js";
import { parseYaml } from "../yaml/yaml.js";
import type { Setting } from "./build.js";

/** Which pack to begin, and from which: from the only one where that is not said. */
export interface PackOrder {
  readonly name: string;
  readonly from: string | undefined;
}

/**
 * Begins a pack as a copy of another under its own name, and says what to do next. Throws a Refusal, and writes nothing,
 * where there is such a pack already, or none to begin from.
 */
export async function newPack(
  { name, from }: PackOrder,
  { project, step }: Setting,
): Promise<readonly string[]> {
  const folder = `${TEMPLATES}/${name}`;
  const packs = namesIn(project, TEMPLATES);
  const [only, ...others] = packs;
  const origin = from ?? (others.length === 0 ? only : undefined);
  if (origin === undefined || !packs.includes(origin)) throw new Refusal([noOrigin(origin, name, packs)]);
  refuseTaken(name, packs);
  const texts = await step("读取", `${TEMPLATES}/${origin}`, () =>
    packFiles(project, origin).map((file) => readText(project, file)),
  );
  const written = texts.map((text) => {
    const file = text.file.replace(`${TEMPLATES}/${origin}/`, `${folder}/`);
    const copy = textSource(file, text.text);
    return file === `${folder}/pack.yaml` ? named(copy, name) : copy;
  });
  const files = written.map(({ file, text }) => ({ file, bytes: Buffer.from(text) }));
  await step("写出", folder, () => writeOutputs(project, files));
  return [
    `已新建 ${folder}（照着 ${TEMPLATES}/${origin}，它没有动）：${written.length} 个文件`,
    ...nextSteps(written, folder, name),
  ];
}

function refuseTaken(name: string, packs: readonly string[]): void {
  const folder = `${TEMPLATES}/${name}`;
  if (!isFileName(name))
    throw new Refusal([
      unplaced("命令/用法", `${folder} 不能是文件夹的名字`, `怎么改：换一个名字；${FILE_NAME_RULE}`),
    ]);
  // some systems take names for the same that differ in capital letters only
  const taken = packs.find((each) => each.toLowerCase() === name.toLowerCase());
  if (taken !== undefined) throw new Refusal([alreadyThere(`${TEMPLATES}/${taken}`, howToGoOn(taken))]);
}

function noOrigin(from: string | undefined, name: string, packs: readonly string[]) {
  return unplaced(
    from === undefined ? "命令/用法" : "文件/找不到",
    from === undefined ? "没有写照哪个版式做" : `没有叫“${from}”的版式`,
    `文件夹 ${TEMPLATES} 里现有的版式：${packs.join("、")}`,
    `怎么改：写现有的一个，如 npm run new-pack -- ${name} --from ${packs[0] ?? "henan"}`,
  );
}

function howToGoOn(name: string): readonly string[] {
  return [
    `怎么改：接着改它，用 npm run pack -- ${name} 看样张；要另做一个的，换一个名字`,
    "要从头再做的，先把它移走或改名，再运行一次",
  ];
}

/** The pack's file with the new pack's name for the other's. */
function named(file: TextSource, name: string): TextSource {
  const { from, to } = parseYaml(file).spanOf(["name"]);
  return textSource(file.file, `${file.text.slice(0, from)}${name}${file.text.slice(to)}`);
}

/** What of a copy is another bureau's in any case, each where it stands. */
const TO_CHANGE: readonly (readonly [Path, string])[] = [
  [["name"], "版式的名称：写全称"],
  [["years"], "适用的年度"],
  [["document"], "PDF 的标题和主题"],
  [["style"], "版面：边距、字体、字号、行距"],
  [["words"], "增、减、持平、原因怎么说，表的左上和右上印什么"],
  [["disclosed"], "必须公开、必须与上年比较的数"],
  [["parts"], "有哪些部分、说明和附表，及其次序"],
];

function nextSteps(written: readonly TextSource[], folder: string, name: string): readonly string[] {
  const pack = written.find(({ file }) => file === `${folder}/pack.yaml`);
  const source = pack && parseYaml(pack);
  return [
    "",
    "接下来：",
    ...(source ? TO_CHANGE.flatMap(([path, says]) => placed(source, path, says)) : []),
    `  ${folder}/measures.yaml 口径；${folder}/tables 附表；${folder}/narrative 说明；${folder}/terms.yaml 名词解释`,
    `  改一处，运行一次 npm run pack -- ${name}：印出样张，说出错在哪里。怎样写，见 docs/packs.md`,
    `  都对了，在单位的数据里写“版式: ${name}”`,
  ];
}

function placed(source: Source, path: Path, says: string): readonly string[] {
  const { file, line } = source.placeOfKey(path);
  return Object.hasOwn(source.value as object, path[0] ?? "") ? [`  ${file}:${line} ${says}`] : [];
}
