import type { Wording } from "../collate/differences.js";

/** What a figure does; who writes one for another says what is not so. */
const DIRECTIONS = [/增加|增长|上升/u, /减少|下降|降低/u, /持平/u];

/** Words that turn what is said into its opposite; 不低于 and the like only set a limit. */
const NEGATION = /没有|[无未不](?![低高少多超大小]|赋码)/gu;
/** In longer stretches a word more or less turns nothing round. */
const LONGEST = 12;
const NOTHING_BUT = /^(?:没有|[无未不])$/u;

/** Whether words say the opposite of those that stand there by the data. */
export function isContrary({ kind, expected, found }: Wording): boolean {
  if (kind !== "sentence" && kind !== "name") return false;
  return isOtherDirection(expected, found) || isNegated(expected, found);
}

function isOtherDirection(expected: string, found: string): boolean {
  const [should, says] = [expected, found].map((text) => DIRECTIONS.filter((each) => each.test(text)));
  return should?.length === 1 && says?.length === 1 && should[0] !== says[0];
}

function isNegated(expected: string, found: string): boolean {
  if (Math.max(expected.length, found.length) > LONGEST) return false;
  // what is left out, or put in, with more words is another matter
  if (expected === "" || found === "") return NOTHING_BUT.test(expected + found);
  const count = (text: string): number => text.match(NEGATION)?.length ?? 0;
  return (count(expected) - count(found)) % 2 !== 0;
}
