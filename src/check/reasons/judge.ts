import { literally } from "../../text/fold.js";
import { NOUNS } from "./nouns.js";
import { COMMONPLACE, LESS, LESS_BY_MORE, MORE, NEEDED, SAVING } from "./words.js";

/** What a person who reads a reason says: that it cannot be, that he would ask back, or nothing. */
export type Verdict = "opposite" | "doubtful" | undefined;

/** What a reason is given for. */
export interface Explained {
  readonly rises: boolean;
  /** of what, as the pack calls it */
  readonly measure: string;
  readonly lastYear: number;
}

const NOUN = new RegExp(Object.keys(NOUNS).join("|"), "g");
/** Stands for words that say nothing of a change. */
const NAME = "某";

const BETWEEN_CLAUSES =
  /[，。；,;：:]|[一二三四五六七八九十]是|其[一二三四五]|同时|此外|另外|但是?|不过|虽然|尽管|以及|并且/;

/** Items that are explained one by one: what is said of one explains no other. */
const ITEMS = [
  /出国|出境/,
  /接待/,
  /购置费|购车/,
  /运行(?:维护)?费/,
  /会议费/,
  /培训费/,
  /差旅费/,
  /印刷费/,
  /水电费/,
];

/** What becomes less or is saved, from the word for it on: of it nothing more is said. */
const OBJECT = new RegExp(
  `(?:${SAVING.source}|${LESS.source})(?:(?!后|用于|的同时|以保障|保障|恢复|续[租签]|结算|政策到期)[^，。；])*`,
  "g",
);

/** How a reason goes with the direction of its change, clause by clause. */
export function judge(reason: string, change: Explained): Verdict {
  const clauses = clausesOf(reason, change);
  const own = clauses.filter((clause) => !isOfAnother(clause, change.measure));
  if (own.length === 0) return clauses.length > 0 ? "doubtful" : undefined;
  return change.rises ? judgeIncrease(own) : judgeDecrease(own);
}

function clausesOf(reason: string, { lastYear }: Explained): readonly string[] {
  // 比上年 is what is compared with; 上年新增的项目本年… says of last year what went before
  const before = new RegExp(
    `(?<![比较与同和])(?:上年|上年度|去年|上一年|以前年度|往年|${literally(String(lastYear))}年)(?:(?!相比|本年|今年|已|现|不再|年底|，|；|。).)*`,
    "g",
  );
  return reason
    .replace(NOUN, NAME)
    .replace(before, NAME)
    .split(BETWEEN_CLAUSES)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
}

function isOfAnother(clause: string, measure: string): boolean {
  if (!ITEMS.some((item) => item.test(measure))) return false;
  const named = ITEMS.filter((item) => item.test(clause));
  return named.length > 0 && !named.some((item) => item.test(measure));
}

const says = (pattern: RegExp, clause: string): boolean => clause.search(pattern) !== -1;

function judgeIncrease(clauses: readonly string[]): Verdict {
  if (clauses.some((clause) => says(NEEDED, clause.replace(OBJECT, "")))) return undefined;
  const saves = clauses.some((clause) => says(SAVING, clause));
  if (saves && clauses.every(isCommonplace)) return "opposite";
  return saves || clauses.some((clause) => says(LESS, clause)) ? "doubtful" : undefined;
}

/** Whether nothing is left of a clause without slogans and what is said with any of them. */
function isCommonplace(clause: string): boolean {
  return clause.replaceAll(NAME, "").replace(SAVING, "").replace(COMMONPLACE, "").length <= 1;
}

function judgeDecrease(clauses: readonly string[]): Verdict {
  if (clauses.some((clause) => says(LESS, clause) || says(SAVING, clause))) return undefined;
  const others = clauses.filter((clause) => !isCommonplace(clause));
  const rises = (clause: string): boolean => says(MORE, clause) && !says(LESS_BY_MORE, clause);
  return others.length > 0 && others.every(rises) ? "doubtful" : undefined;
}
