import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { points } from "../../src/render/layout/lengths.js";
import { type DrawnLine, drawnLines } from "./drawn-lines.js";

/** The text block of GB/T 9704, in pt. */
const LEFT = points(28);
const RIGHT = LEFT + points(156);
/** Of the narrative, which nothing else on an upright page is set in. */
const SIZE = 16;
/** What stands between characters of which 28 are 156 mm wide, in em. */
const GRID = (points(156) - 28 * SIZE) / 27 / SIZE;
const FOOTER = /^—\d+—$/;

interface Printed {
  readonly file: string;
  readonly lines: readonly DrawnLine[];
}

/** What stands before the first page that lies: the narrative, and what comes before it. */
async function readNarrative(file: string): Promise<Printed> {
  const isUpright = ({ view: [, , width = 0, height = 0] }: PDFPageProxy) => width < height;
  return { file, lines: await drawnLines(readFileSync(file), isUpright) };
}

function isText({ glyphs, text }: DrawnLine): boolean {
  return glyphs.every(({ size }) => size === SIZE) && !text.startsWith("附件");
}

/** The lines of paragraphs that go on in the line behind them, which begins at the left edge. */
function justified({ lines }: Printed): readonly DrawnLine[] {
  const text = lines.filter(isText);
  return text.filter((_, index) => Math.abs((text[index + 1]?.left ?? 0) - LEFT) < 0.1);
}

function spacesIn({ glyphs }: DrawnLine): number[] {
  return glyphs.slice(1).map((glyph, index) => {
    const before = glyphs[index];
    return before ? (glyph.x - before.x - before.width) / SIZE : 0;
  });
}

/** That the lines of paragraphs in the files that are made are set as a typographer wants them. */
export function expectJustified(
  of: string,
  make: () => Promise<readonly string[]> | readonly string[],
): void {
  describe(`lines of paragraphs in ${of}`, () => {
    const documents: Printed[] = [];
    beforeAll(async () => {
      for (const file of await make()) documents.push(await readNarrative(file));
    });

    test("fill the text block, all but one of sixty", () => {
      const all = documents.flatMap(justified);
      const short = all.filter(({ right }) => RIGHT - right > 0.5);
      expect(all.length).toBeGreaterThan(70 * documents.length);
      expect(short.map(({ text }) => text).slice(all.length / 60)).toEqual([]);
    });

    test("do not go beyond it", () => {
      for (const { right, text } of documents.flatMap(justified)) {
        expect([text, right <= RIGHT + 0.05]).toEqual([text, true]);
      }
    });

    test("have nowhere a gap that a reader takes for a space, and room taken from punctuation only", () => {
      for (const line of documents.flatMap(justified)) {
        const spaces = spacesIn(line);
        expect([line.text, Math.max(...spaces) < 0.1]).toEqual([line.text, true]);
        for (const [index, space] of spaces.entries()) {
          if (space < -0.05)
            expect(line.text.slice(index, index + 2)).toMatch(/[，。、；：！？）》〕”]|[（《〔“]/);
        }
      }
    });

    test("have the room of a line spread evenly, at the borders of numbers too", () => {
      for (const line of documents.flatMap(justified)) {
        const spaces = spacesIn(line).filter((_, index) => !/^[!-~]{2}/.test(line.text.slice(index)));
        if (Math.min(...spaces) < GRID - 0.001) continue;
        expect(Math.max(...spaces) - Math.min(...spaces)).toBeLessThan(0.001);
      }
    });

    test("break no number, and part one from its unit only now and then", () => {
      const broken: string[] = [];
      let parted = 0;
      for (const document of documents) {
        const text = document.lines.filter(isText);
        for (const line of justified(document)) {
          const next = text[text.indexOf(line) + 1]?.text ?? "";
          if (/[\d.]$/.test(line.text) && /^[\d.,%]/.test(next)) broken.push(line.text);
          if (/\d$/.test(line.text)) parted++;
        }
      }
      expect(broken).toEqual([]);
      expect(parted).toBeLessThan(documents.flatMap(justified).length / 15);
    });

    const poppler = spawnSync("pdftotext", ["-v"]).error === undefined;
    (poppler ? test : test.skip)("are copied by poppler as they stand, without a space between them", () => {
      for (const document of documents) {
        const { file, lines } = document;
        for (const page of new Set(justified(document).map((line) => line.page))) {
          const drawn = lines.filter((line) => line.page === page).map(({ text }) => text.trim());
          expect(copiedByPoppler(file, page)).toEqual(drawn.filter(isNoFooter));
        }
      }
    });
  });
}

function copiedByPoppler(file: string, page: number): string[] {
  const range = ["-f", `${page}`, "-l", `${page}`];
  const { stdout } = spawnSync("pdftotext", ["-raw", ...range, file, "-"], { encoding: "utf8" });
  return stdout.split(/[\n\f]+/).filter((line) => line !== "" && isNoFooter(line));
}

function isNoFooter(line: string): boolean {
  return !FOOTER.test(line.replaceAll(" ", ""));
}
