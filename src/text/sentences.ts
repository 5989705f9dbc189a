import type { Stretch } from "../model/report.js";

const STOPS = "。！？";
const SEMICOLON = "；";

/** What ends a sentence; a statement, which can be quoted by itself; and a clause, in careless typing too. */
export const STOP = new RegExp(`[${STOPS}]`, "u");
export const STATEMENT_END = new RegExp(`[${STOPS}${SEMICOLON}]`, "u");
export const CLAUSE_MARKS = `${STOPS}${SEMICOLON}，：!?:;`;
export const CLAUSE_END = new RegExp(`[${CLAUSE_MARKS}]`, "u");

const CLOSING: Readonly<Record<string, string>> = {
  "”": "“",
  "’": "‘",
  "）": "（",
  "》": "《",
  "〉": "〈",
  "」": "「",
  "』": "『",
  "】": "【",
  "〕": "〔",
  ")": "(",
  "]": "[",
};
const OPENING = Object.values(CLOSING).join("");

/** Whether a sentence may end behind a character: a stop, or what closes a quotation or brackets. */
export function mayEnd(character: string): boolean {
  return STOPS.includes(character) || character in CLOSING;
}

/**
 * The sentences of a text, one behind the other: each ends behind its stops, and what is closed right behind them belongs
 * to it. Nothing asks whether brackets are paired: where one is missing, as in documents made elsewhere, all would be one.
 */
export function sentencesIn(text: string): readonly Stretch[] {
  return cutBehind(text, STOPS, NONE);
}

/** The parts of a sentence between semicolons. */
export function partsIn(sentence: string): readonly Stretch[] {
  return cutBehind(sentence, SEMICOLON, NONE);
}

/** The statements of a text: its sentences, and parts of them, but for what stands within a quotation or brackets. */
export function statementsIn(text: string): readonly Stretch[] {
  return cutBehind(text, STOPS + SEMICOLON, closingsIn(text));
}

const NONE: ReadonlyMap<number, number> = new Map();

/** `enclosed` leads from where what is passed over begins to where it ends. */
function cutBehind(text: string, ends: string, enclosed: ReadonlyMap<number, number>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    at = enclosed.get(at) ?? at;
    if (ends.includes(text.charAt(at))) {
      while (at + 1 < text.length && ends.includes(text.charAt(at + 1))) at++;
      while (enclosed === NONE && text.charAt(at + 1) in CLOSING) at++;
    } else if (at < text.length - 1) continue;
    stretches.push({ from, to: at + 1 });
    from = at + 1;
  }
  return stretches;
}

/** Where what is opened is closed; what never is, encloses nothing. */
function closingsIn(text: string): ReadonlyMap<number, number> {
  const open: number[] = [];
  // how many of each wait, so that none is looked for that is not there
  const waiting = new Map<string, number>();
  const closings = new Map<number, number>();
  const wait = (mark: string, more: number): unknown => waiting.set(mark, (waiting.get(mark) ?? 0) + more);
  // what was opened meanwhile, and never closed, waits no longer
  const closed = (opening: string): number => {
    for (;;) {
      const from = open.pop() ?? 0;
      wait(text.charAt(from), -1);
      if (text.charAt(from) === opening) return from;
    }
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const opening = CLOSING[character];
    if (opening !== undefined && waiting.get(opening)) closings.set(closed(opening), at);
    if (!OPENING.includes(character)) continue;
    open.push(at);
    wait(character, 1);
  }
  return closings;
}
