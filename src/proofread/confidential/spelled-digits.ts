/** Words for digits one by one, as numbers are read out, on cheques and by soldiers, too; each word by its digit. */
const WORDS = [
  "零〇○洞⓪",
  "一壹幺①",
  "二贰两②",
  "三叁③",
  "四肆④",
  "五伍⑤",
  "六陆⑥",
  "七柒拐⑦",
  "八捌⑧",
  "九玖勾⑨",
];

const DIGIT_OF = new Map(WORDS.flatMap((words, digit) => [...words].map((word) => [word, String(digit)])));
const WORD = `[${WORDS.join("")}]`;

/** No number of a person has fewer digits; fewer words than three among them are part of the sentence. */
const DIGITS = new RegExp(`(?:${WORD}|\\d)(?:[ -]{0,2}(?:${WORD}|\\d)){10,}`, "g");
const FEWEST_WORDS = 3;

/** A text with long numbers that are spelled out, whole or in part, in digits; of the same length. */
export function withDigits(text: string): string {
  return text.replace(DIGITS, (number) => {
    const characters = [...number];
    const words = characters.filter((character) => DIGIT_OF.has(character));
    if (words.length < FEWEST_WORDS) return number;
    return characters.map((character) => DIGIT_OF.get(character) ?? character).join("");
  });
}
