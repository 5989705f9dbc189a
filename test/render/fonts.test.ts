import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { loadFonts } from "../../src/render/fonts/fonts.js";

const fonts = loadFonts("fonts");

function fileOf(role: Parameters<typeof fonts.glyph>[0], character: string): string {
  return fonts.glyph(role, character).face.name.replace(/^.*[\\/]/, "");
}

test("each role has its own Chinese face", () => {
  expect(fileOf("仿宋", "元")).toBe("fangsong.ttf");
  expect(fileOf("小标宋", "元")).toBe("songti-bold.ttf");
});

test("digits and Latin letters are Latin, bold beside the title face", () => {
  expect(fileOf("仿宋", "1")).toBe("latin.ttf");
  expect(fileOf("黑体", "é")).toBe("latin.ttf");
  expect(fileOf("小标宋", "2")).toBe("latin-bold.ttf");
});

test("quotes, dashes and the middle dot belong to the Chinese text", () => {
  for (const sign of ["“", "—", "·"]) expect(fileOf("仿宋", sign)).toBe("fangsong.ttf");
});

test("a character that a face lacks comes from 宋体", () => {
  expect(fileOf("仿宋", "①")).toBe("songti.ttf");
  expect(fonts.missing("①甲1")).toEqual([]);
});

test("characters that no font has are told, each once", () => {
  expect(fonts.missing("甲\u{1F600}乙\u{1F600}\u{2A6D6}")).toEqual(["\u{1F600}", "\u{2A6D6}"]);
});

test("digits are all equally wide, so that columns of figures align", () => {
  const widths = new Set([..."0123456789"].map((digit) => fonts.glyph("宋体", digit).advance));
  expect(widths.size).toBe(1);
});

test("a folder without fonts, or with fonts that are no TrueType or cut off, is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "fonts-"));
  try {
    expect(() => loadFonts(folder)).toThrow(Refusal);
    expect(() => loadFonts(folder)).toThrow("找不到字体文件");
    cpSync("fonts", folder, { recursive: true });
    writeFileSync(join(folder, "fangsong.ttf"), "OTTO, which means outlines of another kind");
    expect(() => loadFonts(folder)).toThrow("不是单个的 TrueType 字体");
    for (const whole of [0.999, 0.5, 0.0001]) {
      const data = readFileSync("fonts/fangsong.ttf");
      writeFileSync(join(folder, "fangsong.ttf"), data.subarray(0, data.length * whole));
      expect(() => loadFonts(folder)).toThrow("不完整，或者坏了");
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
