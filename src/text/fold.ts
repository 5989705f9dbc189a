/** Characters that fonts and input methods take for others, which a reader cannot tell apart: radicals, full-width digits. */
const DISGUISED = /[\u2E80-\u2FDF\uF900-\uFAFF\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF05\uFF0E]/u;

/** A digit, letter or character as it is usually written; all others stay as they are. */
export function plainForm(character: string): string {
  if (!DISGUISED.test(character)) return character;
  const plain = character.normalize("NFKC");
  return plain.length === 1 ? plain : character;
}

const SIGNS: Readonly<Record<string, string>> = {
  "＠": "@",
  "＋": "+",
  "＿": "_",
  "﹫": "@",
  "－": "-",
  "﹣": "-",
  "−": "-",
  "\u2010": "-",
  "\u2011": "-",
  "\u3000": " ",
  "\u00A0": " ",
  "\u2007": " ",
  "\u202F": " ",
};

/** A text as it reads, whatever its digits, letters and signs were typed as; of the same length. */
export function plainText(text: string): string {
  return [...text].map((character) => SIGNS[character] ?? plainForm(character)).join("");
}

/** Words without blanks, each character in its plain form: how they are quoted. */
export function compact(text: string): string {
  return [...text.replace(/\s/gu, "")].map(plainForm).join("");
}

/** Marks of which one stands for another in careless typing; each pair keeps its length. */
const SAME_MARKS: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  ":": "：",
  ";": "；",
  ",": "，",
  "?": "？",
  "!": "！",
  "<": "〈",
  ">": "〉",
  "＜": "〈",
  "＞": "〉",
  "”": "“",
  '"': "“",
  "’": "‘",
  "'": "‘",
  "—": "-",
  "–": "-",
  "－": "-",
  "―": "-",
  "~": "～",
};

const MARKS = new RegExp(`[${Object.keys(SAME_MARKS).join("").replace("-", "\\-")}]`, "gu");

/** `text` without the differences between half- and full-width marks; of the same length. */
export function foldMarks(text: string): string {
  return text.replace(MARKS, (mark) => SAME_MARKS[mark] ?? mark);
}

/** Both: equal for texts that read the same. */
export function folded(text: string): string {
  return foldMarks(compact(text));
}

/** A sentence with another number in it is the same sentence: numbers are all one. */
export function foldNumbers(text: string): string {
  return text.replace(/\d[\d.,，]*%?/gu, "#");
}

/** `words` as a pattern that matches nothing else. */
export function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
