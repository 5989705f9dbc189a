import { FACTS_KEY } from "./budget.js";
import { isGap } from "./gap.js";
import { type Path, type Plain, valueAt } from "./source.js";

/** What an officer calls a place in the data: 项目“2024物业管理费” and, in it, 支出“2210106 30209”的金额. */
export interface Whereabouts {
  /** the key of the outermost level */
  readonly key: string;
  /** what is filled in at one go: a list, or one project of a list */
  readonly section: string;
  /** what it is within the section; empty where it is the section itself */
  readonly part: string;
  /** the same without the names of items: 支出的金额 */
  readonly kind: string;
  /** both, as a sentence calls them */
  readonly whole: string;
}

/** By which of its keys an item of a list is known, the first of these that it has; several together are one name. */
const NAMES: readonly (readonly string[])[] = [
  ["名称"],
  ["三级指标"],
  ["功能科目", "经济科目"],
  ["采购类型", "面向中小企业"],
  ["资金来源", "财政拨款"],
];

/** What is no name without its key. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["财政拨款 是", "财政拨款"],
  ["财政拨款 否", "非财政拨款"],
  ["面向中小企业 是", "面向中小企业"],
  ["面向中小企业 否", ""],
]);

const LONGEST = 24;

/** The whereabouts of what stands at `path`: items of lists by their names, or else by their numbers. */
export function whereabouts(root: Plain, path: Path): Whereabouts {
  const [first = "", second] = path;
  const own = typeof second === "number" && typeof valueAt(root, [first, second, "名称"]) === "string";
  const section = own ? `${first}${caption(root, [first, second])}` : String(first);
  const part = partName(path, own ? 2 : 1, (item) => caption(root, item));
  const kind = partName(path, own ? 2 : 1, () => "");
  const joint = part === "" || (typeof second === "number" && !own) ? "" : "的";
  return { key: String(first), section, part, kind, whole: `${section}${joint}${part}` };
}

/** Keys between the section and the list that the thing is in say nothing more. */
function partName(path: Path, from: number, captionOf: (item: Path) => string): string {
  const words: string[] = [];
  path.forEach((step, at) => {
    if (at < from) return;
    if (typeof step === "number") words.push(`${words.pop() ?? ""}${captionOf(path.slice(0, at + 1))}`);
    else if (at === path.length - 1 || typeof path[at + 1] === "number" || namesOne(path, at))
      words.push(step);
  });
  return words.filter((word) => word !== "").join("的");
}

/** Whether a key is that of one of several things of which the format asks the same. */
function namesOne(path: Path, at: number): boolean {
  return path[0] === FACTS_KEY && at === 2;
}

function caption(root: Plain, path: Path): string {
  for (const keys of NAMES) {
    const texts = keys.map((key) => nameIn(key, valueAt(root, [...path, key])));
    if (texts.every((text) => text !== undefined)) return `“${clipped(texts.join(" "))}”`;
  }
  return `第 ${Number(path.at(-1)) + 1} 项`;
}

function nameIn(key: string, value: Plain | undefined): string | undefined {
  if (typeof value !== "string" || isGap(value)) return undefined;
  return WORDS.get(`${key} ${value}`) ?? value;
}

function clipped(text: string): string {
  const characters = [...text.trim()];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : characters.join("");
}
