import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { eastAsianWidth } from "get-east-asian-width";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const FONTS = join(import.meta.dirname, "../../fonts");
for (const name of ["heiti", "songti-bold"]) GlobalFonts.registerFromPath(join(FONTS, `${name}.ttf`), name);

/** The system has one of these. */
const MONOSPACED = '"DejaVu Sans Mono", Menlo, Consolas, monospace';

/** The first page of a PDF whose text, without white space, has all these words in it, so many pixels high. */
export async function pageOf(file, words, height) {
  const loading = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const document = await loading.promise;
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const text = await textOf(page);
      if (words.every((each) => text.includes(each))) return await drawn(page, height);
    }
    throw new Error(`no page of ${file} has ${words.join(" and ")}`);
  } finally {
    await loading.destroy();
  }
}

async function textOf(page) {
  const { items } = await page.getTextContent();
  return items.map(({ str }) => str.replace(/\s/g, "")).join("");
}

async function drawn(page, height) {
  const viewport = page.getViewport({ scale: height / page.getViewport({ scale: 1 }).height });
  const canvas = createCanvas(Math.round(viewport.width), height);
  await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise;
  return canvas;
}

/** A white picture. */
export function blank(width, height) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  return { canvas, context };
}

/** Puts so much of a page as fits into a frame, from `top` pixels below its upper edge. */
export function putPage(context, page, frame, top = 0, rule = "#bbbbbb") {
  const { x, y, width, height } = frame;
  const left = Math.round((page.width - width) / 2);
  context.drawImage(page, left, top, width, height, x, y, width, height);
  context.strokeStyle = rule;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

/** How a word is coloured that stands in a console or an editor; the first pattern that fits has it. */
const COLOURS = [
  [/^\s*#.*/, "#8a8f98"],
  [/待填|错误|警告/, "#f6c35b"],
  [/\^+/, "#e98a5c"],
];
const TEXT = "#e6e6e6";

/** Puts lines as a console shows them into a frame: each character in its cell, a wide one in two. */
export function putConsole(context, lines, frame, size = 15.5) {
  const { x, y, width, height } = frame;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.fillStyle = "#202830";
  context.fillRect(x, y, width, height);
  for (const [index, line] of lines.entries()) {
    putLine(context, line, x + 14, y + 30 + index * size * 1.3, size);
  }
  context.restore();
}

function putLine(context, line, x, y, size) {
  let at = x;
  for (const { text, colour } of coloured(line)) {
    context.fillStyle = colour;
    for (const character of text) {
      const isWide = WIDE.test(character) || eastAsianWidth(character.codePointAt(0)) === 2;
      // a letter of this font takes 0.6 of its size, and has half that of a Han character
      context.font = isWide ? `${size}px heiti` : `${size * 0.83}px ${MONOSPACED}`;
      context.fillText(character, at, y);
      at += isWide ? size : size / 2;
    }
  }
}

/** Characters that a Chinese font draws as wide as the Han ones. */
const WIDE = /[“”…→]/;

function coloured(line) {
  for (const [pattern, colour] of COLOURS) {
    const found = pattern.exec(line);
    if (!found) continue;
    const end = found.index + found[0].length;
    return [
      ...coloured(line.slice(0, found.index)),
      { text: found[0], colour },
      ...coloured(line.slice(end)),
    ];
  }
  return line === "" ? [] : [{ text: line, colour: TEXT }];
}

/** Puts the heading of a picture's part: what is done, and the command or file. */
export function putHeading(context, says, command, x, y) {
  context.fillStyle = "#111111";
  context.font = "22px songti-bold";
  context.fillText(says, x, y);
  const { width } = context.measureText(says);
  context.fillStyle = "#666666";
  context.font = `15px ${MONOSPACED}`;
  context.fillText(command, x + width + 16, y);
}
