import { resolve } from "node:path";
import type { FontRole } from "../../model/report.js";
import { type DrawnFont, layingOutByCharacter, SUBSTITUTES } from "./drawn-font.js";
import { type FontFile, findFont, type KnownFonts, openFont } from "./font-file.js";

/** One font file. Measures are in em, so that a size in pt turns them into pt. */
export interface Face extends Pick<FontFile, "file" | "sha256"> {
  /** the file's absolute path, which is also the name under which pdfmake knows the font */
  readonly name: string;
  /** for letters that stand in words, whose spacing is not stretched */
  readonly latin: boolean;
  readonly ascent: number;
  /** from the ascent to the descent */
  readonly height: number;
  /** undefined where the font lacks the character */
  advance(character: string): number | undefined;
  /** whether characters of a text take their shape from others; those that the font lacks have none */
  combines(text: string): boolean;
}

export interface OpenFace {
  readonly face: Face;
  readonly data: Buffer;
  /** as fontkit opened it; it is embedded in one document after the other */
  readonly font: DrawnFont;
}

/** A character's face and advance in em. */
export interface FaceGlyph {
  readonly face: Face;
  readonly advance: number;
}

export interface Fonts {
  readonly faces: readonly Face[];
  /** The glyph for a character in a role, from another face where the role's own lacks it. */
  glyph(role: FontRole, character: string): FaceGlyph;
  /** The characters of `text`, each once, that no font has. */
  missing(text: string): string[];
  /** The faces to draw with. Their files are read once, while the program goes on with something else. */
  open(): Promise<readonly OpenFace[]>;
}

const FILES = {
  fangsong: "fangsong.ttf",
  kaiti: "kaiti.ttf",
  heiti: "heiti.ttf",
  songti: "songti.ttf",
  title: "songti-bold.ttf",
  latin: "latin.ttf",
  latinBold: "latin-bold.ttf",
} as const;

export const FONT_FILES: readonly string[] = Object.values(FILES);

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

/** Finds the fonts in `folder`. Refuses a folder where a file is missing or is no TrueType font. */
export function loadFonts(folder: string, known: KnownFonts = () => undefined): Fonts {
  const files = Object.entries(FILES).map(
    ([key, file]) => [key as FaceKey, findFont(resolve(folder, file), known)] as const,
  );
  const faces = Object.fromEntries(files.map(([key, file]) => [key, faceOf(key, file)])) as Record<
    FaceKey,
    Face
  >;
  const all = Object.values(faces);
  const caches = Object.fromEntries(
    Object.keys(HAN_FACE).map((role) => [role, new Map<string, FaceGlyph>()]),
  ) as Record<FontRole, Map<string, FaceGlyph>>;
  let opened: Promise<readonly OpenFace[]> | undefined;

  function glyph(role: FontRole, character: string): FaceGlyph {
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

  function open(): Promise<readonly OpenFace[]> {
    opened ??= Promise.all(files.map(([key, file]) => openFace(faces[key], file)));
    return opened;
  }

  return { faces: all, glyph, missing, open };
}

function faceOf(key: FaceKey, font: FontFile): Face {
  const { measures } = font;
  const { unitsPerEm: em, ascent, descent } = measures;
  const advances = new Map<string, number | undefined>();
  const advance = (character: string): number | undefined => {
    if (!advances.has(character)) advances.set(character, measures.find(codeOf(character))?.advance);
    const found = advances.get(character);
    return found && found / em;
  };
  return {
    name: font.path,
    file: font.file,
    get sha256() {
      return font.sha256;
    },
    latin: key.startsWith("latin"),
    ascent: ascent / em,
    height: (ascent - descent) / em,
    advance,
    combines: (text) => COMBINING.test(text) && [...text].every((each) => advance(each) !== undefined),
  };
}

const COMBINING = /\p{M}|\p{Join_Control}/u;

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

async function openFace(face: Face, file: FontFile): Promise<OpenFace> {
  const data = await file.read();
  let font: DrawnFont | undefined;
  return {
    face,
    data,
    get font() {
      font ??= layingOutByCharacter(openFont(data), file.measures, face.combines);
      return font;
    },
  };
}

function preference(role: FontRole, character: string, faces: Readonly<Record<FaceKey, Face>>): Face[] {
  const latin = role === "小标宋" ? faces.latinBold : faces.latin;
  const han = faces[HAN_FACE[role]];
  const own = LATIN.test(character) ? [latin, han] : [han, faces.songti, latin];
  return [...own, ...Object.values(faces)];
}

/** A character that no face has is drawn as another, with its own meaning; `missing` tells of it beforehand. */
function findGlyph(faces: readonly Face[], character: string): FaceGlyph {
  for (const wanted of [character, ...SUBSTITUTES]) {
    for (const face of faces) {
      const advance = face.advance(wanted);
      if (advance !== undefined) return { face, advance };
    }
  }
  throw new Error(`no font has ${SUBSTITUTES.join(", ")}`);
}
