import { SUBSTITUTES } from "../fonts/drawn-font.js";
import type { Face } from "../fonts/fonts.js";

/** Attributes as they stand in a tag, of those that have a value; presentation only, as pages forbid `style`. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let all = "";
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) all += ` ${name}="${escaped(String(value))}"`;
  return all;
}

/** A length in pt, to a hundredth. */
export function hundredth(points: number): number {
  return Math.round(points * 100) / 100;
}

/** What is drawn of a text in a font: a browser would take what the font lacks from any other. */
export function textContent(text: string, face: Face): string {
  let drawn = "";
  for (const character of text)
    drawn += face.advance(character) === undefined ? substituteIn(face) : character;
  return escaped(drawn);
}

function substituteIn(face: Face): string {
  return SUBSTITUTES.find((each) => face.advance(each) !== undefined) ?? "";
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
