import { lstatSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { unplaced } from "../../diagnostic/diagnostic.js";
import { attempted, Refusal } from "../../diagnostic/refusal.js";
import { leadsOut, leaves } from "../bytes.js";
import { FILE_NAME_RULE, isFileName } from "../file-name.js";

/** Throws a Refusal when `file` leads out of the project, also through a link, or has a name not every system can hold. */
export function refuseForeign(project: string, file: string): void {
  const inside = relative(project, resolve(project, file));
  if (inside === "" || leaves(inside) || file.split(/[/\\]/).includes("..")) {
    throw new Refusal([outside(file)]);
  }
  const unfit = inside.split(sep).find((name) => !isFileName(name));
  if (unfit !== undefined) throw new Refusal([unfitName(file, unfit)]);
  const link = linkOut(project, inside);
  if (link !== undefined) throw new Refusal([throughLink(file, link)]);
}

/** The folder on the way to `inside` from which a link leads out of the project, or nowhere. */
function linkOut(project: string, inside: string): string | undefined {
  for (let folder = dirname(inside); folder !== "."; folder = dirname(folder)) {
    const path = resolve(project, folder);
    // be it a link that leads nowhere; what is below a file is not there
    if (!attempted(() => lstatSync(path))) continue;
    return attempted(() => leadsOut(project, path)) === false ? undefined : folder;
  }
  return undefined;
}

function outside(file: string) {
  return unplaced(
    "文件/不能写",
    `${file} 不在本项目的文件夹里，不写`,
    "怎么改：输出文件夹只写项目里的，例如 out",
  );
}

function unfitName(file: string, name: string) {
  return unplaced(
    "文件/不能写",
    `${file} 不写：“${name}”不能用作文件或文件夹的名字，有的电脑不认它`,
    `怎么改：${FILE_NAME_RULE}`,
  );
}

function throughLink(file: string, link: string) {
  return unplaced(
    "文件/不能写",
    `${file} 不写：文件夹 ${link} 经过链接通到项目外面，或者链接指到的文件夹不存在`,
    "怎么改：删去这个链接，程序会建一个真的文件夹；要放到别处的，生成后再复制",
  );
}
