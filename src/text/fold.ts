/** Characters that fonts and input methods take for others, which a reader cannot tell apart: radicals, full-width digits. */
const DISGUISED = /[\u2E80-\u2FDF\uF900-\uFAFF\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF05\uFF0E]/u;

/** Radicals that fonts hand out for the characters that look like them: of those without a compatible form, what Unicode's EquivalentUnifiedIdeograph says. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  "⺁厂⺒巳⺓幺⺝月⺟母⺠民⺣灬⺩王⺫罒⺰纟⺶羊⺼月⻁虎⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
    .match(/../gu)
    ?.map(([radical = "", character = ""]) => [radical, character] as const),
);

/** A digit, letter or character as it is usually written; all others stay as they are. */
export function plainForm(character: string): string {
  if (!DISGUISED.test(character)) return character;
  const radical = RADICALS.get(character);
  if (radical !== undefined) return radical;
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
