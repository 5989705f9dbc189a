import {
  type CodeEntry,
  type CodeList,
  type CodeLists,
  correspondingCode,
  ownFundOf,
} from "../model/budget.js";
import { APPROPRIATED_FUNDS } from "../model/dimensions.js";
import { firstOfEach } from "../model/groups.js";

/** Which of the codes that would do is taken. */
export type Preference = "first" | "longest";

/** The codes that specimens of a year are made of. */
export interface ChosenCodes {
  /** functions that money of the fund is spent under, of several categories where there are some */
  functionsOf(fund: string): readonly string[];
  /** one that begins with `beginning`, of the fund if there is one */
  functionIn(beginning: string, fund: string): string | undefined;
  /** an economic code that begins with `beginning` and is in the lists of both sides */
  economicOf(beginning: string, unitKind: string): string | undefined;
  /** one that goes with a government code that begins with `beginning` */
  economicBeside(beginning: string, unitKind: string): string | undefined;
}

const FUNCTION = 7;
const ECONOMIC = 5;
const CATEGORY = 3;
/** How many categories of functions are listed beside each other. */
const CATEGORIES = 3;

/** Chooses codes that are used in the year, those of the surest names before others. */
export function chooseCodes(codes: CodeLists, of: number, preference: Preference): ChosenCodes {
  // a year that the lists do not reach is held against the nearest that they do
  const year = Math.min(codes.years.to, Math.max(codes.years.from, of));
  const functions = usable(codes.functional, FUNCTION, year, preference).map(({ code }) => code);
  const economic = usable(codes.departmental, ECONOMIC, year, preference).map(({ code }) => code);
  const governmentOf = (code: string, unitKind: string) => correspondingCode(codes, code, unitKind)?.code;
  const isOf = (fund: string) => (code: string) => {
    const own = APPROPRIATED_FUNDS.includes(fund) ? fund : GENERAL;
    const found = ownFundOf(codes, code, year);
    return found ? found.fund === own && found.years.to >= year : own === GENERAL;
  };
  return {
    functionsOf: (fund) =>
      firstOfEach(functions.filter(isOf(fund)), (code) => code.slice(0, CATEGORY)).slice(0, CATEGORIES),
    functionIn: (beginning, fund) => {
      const among = functions.filter((code) => code.startsWith(beginning));
      return among.find(isOf(fund)) ?? among[0];
    },
    economicOf: (beginning, unitKind) => {
      const among = economic.filter((code) => code.startsWith(beginning));
      return among.find((code) => governmentOf(code, unitKind) !== undefined) ?? among[0];
    },
    economicBeside: (beginning, unitKind) =>
      economic.find((code) => governmentOf(code, unitKind)?.startsWith(beginning)),
  };
}

const GENERAL = "一般公共预算";

function usable(list: CodeList, length: number, year: number, preference: Preference): readonly CodeEntry[] {
  const found = [...list.values()].filter(
    ({ code, years }) => code.length === length && years.from <= year && year <= years.to,
  );
  return found.toSorted((a, b) => rank(a) - rank(b) || byPreference(a, b, preference));
}

function rank({ status }: CodeEntry): number {
  return status === "未核对" ? 1 : 0;
}

function byPreference(a: CodeEntry, b: CodeEntry, preference: Preference): number {
  const longer = preference === "longest" ? b.name.text.length - a.name.text.length : 0;
  return longer || (a.code < b.code ? -1 : 1);
}
