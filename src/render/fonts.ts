import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import type { create as createFont, Font, Glyph as FontGlyph } from "fontkit";
import { problem, Refusal } from "../diagnostic.js";
import type { FontRole } from "../model/report.js";
import { sum } from "./lengths.js";
import { advanceOf, embedAsStored } from "./stored-glyphs.js";

/** One font file. Measures are in em, so that a size in pt turns them into pt. */
export interface Face {
  /** the file's absolute path, which is also the name under which pdfmake knows the font */
  readonly name: string;
  /** the file's name without its folder */
  readonly file: string;
  readonly data: Buffer;
  /** for letters that stand in words, whose spacing is not stretched */
  readonly latin: boolean;
  readonly ascent: number;
  /** from the ascent to the descent */
  readonly height: number;
  /** undefined where the font lacks the character */
  advance(character: string): number | undefined;
  /** whether characters of a text take their shape from others; those that the font lacks have none */
  combines(text: string): boolean;
  /** as fontkit opened it; it is embedded in one document after the other */
  readonly font: Font;
}

/**
 * Glyphs side by side, as fontkit gives them, in the font's own units. Who asked for them may scale the positions, and
 * the width with them.
 */
interface GlyphRun {
  readonly glyphs: readonly FontGlyph[];
  readonly positions: readonly GlyphPosition[];
  readonly advanceWidth: number;
}

interface GlyphPosition {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** A character's face and advance in em. */
export interface Glyph {
  readonly face: Face;
  readonly advance: number;
}

export interface Fonts {
  readonly faces: readonly Face[];
  /** The glyph for a character in a role, from another face where the role's own lacks it. */
  glyph(role: FontRole, character: string): Glyph;
  /** The characters of `text`, each once, that no font has. */
  missing(text: string): string[];
}

/** As CommonJS, which is how pdfmake loads it too: as a module it would be loaded a second time. */
const { create }: { create: typeof createFont } = createRequire(import.meta.url)("fontkit");

const FILES = {
  fangsong: "fangsong.ttf",
  kaiti: "kaiti.ttf",
  heiti: "heiti.ttf",
  songti: "songti.ttf",
  title: "songti-bold.ttf",
  latin: "latin.ttf",
  latinBold: "latin-bold.ttf",
} as const;

type FaceKey = keyof typeof FILES;

const HAN_FACE: Readonly<Record<FontRole, FaceKey>> = {
  仿宋: "fangsong",
  楷体: "kaiti",
  黑体: "heiti",
  宋体: "songti",
  小标宋: "title",
};

/** ASCII and the letters of Latin-1; its signs (·, ×, ±) belong to Chinese text. */
const LATIN = /^[\x20-\x7E\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]$/;

/** Opens the fonts in `folder`. Refuses a folder where a file is missing or is no TrueType font. */
export function loadFonts(folder: string): Fonts {
  const faces = Object.fromEntries(
    Object.entries(FILES).map(([key, file]) => [
      key,
      openFace(resolve(folder, file), key.startsWith("latin")),
    ]),
  ) as Record<FaceKey, Face>;
  const all = Object.values(faces);
  const caches = Object.fromEntries(
    Object.keys(HAN_FACE).map((role) => [role, new Map<string, Glyph>()]),
  ) as Record<FontRole, Map<string, Glyph>>;

  function glyph(role: FontRole, character: string): Glyph {
    const cache = caches[role];
    const known = cache.get(character);
    if (known) return known;
    const found = findGlyph(preference(role, character, faces), character);
    cache.set(character, found);
    return found;
  }

  function missing(text: string): string[] {
    const characters = new Set(text);
    return [...characters].filter((each) => all.every((face) => face.advance(each) === undefined));
  }

  return { faces: all, glyph, missing };
}

function openFace(path: string, latin: boolean): Face {
  const data = readFont(path);
  const font = create(data) as Font;
  const em = font.unitsPerEm;
  const glyphs = new Map<string, FontGlyph | undefined>();
  const glyph = (character: string): FontGlyph | undefined => {
    if (!glyphs.has(character)) glyphs.set(character, findInFont(font, character));
    return glyphs.get(character);
  };
  const combines = (text: string): boolean =>
    COMBINING.test(text) && [...text].every((character) => glyph(character));
  return {
    name: path,
    file: basename(path),
    data,
    latin,
    ascent: font.ascent / em,
    height: (font.ascent - font.descent) / em,
    advance(character) {
      const found = glyph(character);
      return found && advanceOf(font, found) / em;
    },
    combines,
    font: embedAsStored(layingOutByCharacter(font, glyph, combines), data),
  };
}

/**
 * The font, which now lays glyphs out as they were measured, one a character, with a substitute for each that it lacks:
 * Chinese text and figures need no shaping, and it was a tenth of the time of a build. Characters that combine are still
 * shaped.
 */
function layingOutByCharacter(
  font: Font,
  glyph: (character: string) => FontGlyph | undefined,
  combines: Face["combines"],
): Font {
  const shape = font.layout.bind(font);
  const drawn = (character: string): FontGlyph | undefined =>
    glyph(character) ?? substituteIn(font, character);
  const layout = (text: string, ...features: unknown[]): GlyphRun | ShapedRun => {
    const run = combines(text) ? undefined : sideBySide([...text].map(drawn));
    return run ?? shape(text, ...(features as []));
  };
  return Object.assign(font, { layout });
}

type ShapedRun = ReturnType<Font["layout"]>;

const COMBINING = /\p{M}|\p{Join_Control}/u;

/** Drawn for a character that no font has: the typesetters' sign for it, or else the first of these that a font has. */
const SUBSTITUTES = ["〓", "□", "?"];

/** The glyph of a substitute, as that of the character that it stands for, so that the text taken out is right. */
function substituteIn(font: Font, character: string): FontGlyph | undefined {
  const code = character.codePointAt(0);
  for (const substitute of SUBSTITUTES) {
    const glyph = findInFont(font, substitute);
    if (glyph) return Object.create(glyph, { codePoints: { value: [code] } });
  }
  return undefined;
}

/** What a font draws for characters that it lacks. */
const MISSING = 0;

/** The glyph as that of this character: fontkit keeps one for all that share it, known as the first it was asked for. */
function findInFont(font: Font, character: string): FontGlyph | undefined {
  const code = character.codePointAt(0);
  if (code === undefined) return undefined;
  const glyph = font.glyphForCodePoint(code);
  if (glyph.id === MISSING) return undefined;
  return glyph.codePoints[0] === code ? glyph : Object.create(glyph, { codePoints: { value: [code] } });
}

function sideBySide(glyphs: readonly (FontGlyph | undefined)[]): GlyphRun | undefined {
  const found = glyphs.filter((each) => each !== undefined);
  if (found.length < glyphs.length) return undefined;
  const positions = found.map((each) => ({
    xAdvance: each.advanceWidth,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }));
  return {
    glyphs: found,
    positions,
    get advanceWidth() {
      return sum(positions.map((each) => each.xAdvance));
    },
  };
}

/** The first four bytes of a file with one TrueType font in it. */
const TRUETYPE = ["\0\x01\0\0", "true"];

/** Other kinds of fonts are refused: pdfmake draws them wrongly, or with files many times as large. */
function readFont(path: string): Buffer {
  const notes = ["字体文件应当放在字体文件夹里，名称和格式见其中的 README.md"];
  if (!existsSync(path))
    throw new Refusal([problem("文件/找不到", `找不到字体文件 ${path}`, undefined, ...notes)]);
  const data = readFileSync(path);
  if (!TRUETYPE.includes(data.toString("latin1", 0, 4))) {
    throw new Refusal([problem("文件/不能读", `${path} 不是单个的 TrueType 字体`, undefined, ...notes)]);
  }
  return data;
}

function preference(role: FontRole, character: string, faces: Readonly<Record<FaceKey, Face>>): Face[] {
  const latin = role === "小标宋" ? faces.latinBold : faces.latin;
  const han = faces[HAN_FACE[role]];
  const own = LATIN.test(character) ? [latin, han] : [han, faces.songti, latin];
  return [...own, ...Object.values(faces)];
}

/** A character that no face has is drawn as another, with its own meaning; `missing` tells of it beforehand. */
function findGlyph(faces: readonly Face[], character: string): Glyph {
  for (const wanted of [character, ...SUBSTITUTES]) {
    for (const face of faces) {
      const advance = face.advance(wanted);
      if (advance !== undefined) return { face, advance };
    }
  }
  throw new Error(`no font has ${SUBSTITUTES.join(", ")}`);
}
