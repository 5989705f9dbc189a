import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "@jest/globals";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { svgStylesheet } from "../../src/render/svg/stylesheet.js";
import { renderSvg } from "../../src/render/svg/svg.js";
import { drawnLines } from "../pdf/drawn-lines.js";
import { PROGRAM } from "../project.js";
import { composeCase } from "../reports/cases.js";
import { heading, paragraph, part, report } from "./sample.js";
import { misplaced, type PlacedText } from "./svg-rows.js";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const fonts = loadFonts("fonts");
const folder = mkdtempSync(join(tmpdir(), "svg-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Says where the browser puts each character, page by page. */
const MEASURE = `Promise.all([...document.fonts].map((font) => font.load())).then(() => {
  const pages = [...document.querySelectorAll("svg")].map((page) =>
    [...page.querySelectorAll("text")].flatMap((text) =>
      Array.from({ length: text.getNumberOfChars() }, (_, at) => {
        const { x, y } = text.getStartPositionOfChar(at);
        return { text: text.textContent[at], x, y: Number(y.toFixed(2)) };
      }),
    ),
  );
  document.body.textContent = JSON.stringify(pages);
});`;

/** Where Chromium puts each character of pages. */
function shownIn(pages: string): readonly (readonly PlacedText[])[] {
  const styles = svgStylesheet(fonts.faces, ({ file }) => pathToFileURL(join(PROGRAM, "fonts", file)).href);
  const file = join(folder, "pages.html");
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><style>${styles}</style>${pages}<script>${MEASURE}</script>`,
  );
  const dumped = execFileSync(
    CHROMIUM,
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--virtual-time-budget=60000",
      "--dump-dom",
      pathToFileURL(file).href,
    ],
    { encoding: "utf8", maxBuffer: 1024 ** 3, stdio: ["ignore", "pipe", "ignore"] },
  );
  const [, json = ""] = /<body>(.*)<\/body>/s.exec(dumped) ?? [];
  return JSON.parse(json.replace(/&(amp|lt|gt);/g, (_, name: "amp" | "lt" | "gt") => ENTITIES[name]));
}

const ENTITIES = { amp: "&", lt: "<", gt: ">" };

/** Words that browsers set closer, or as one glyph, if nobody tells them not to. */
const TEMPTING = report(
  part(
    heading("part", "AVATAR office（一）"),
    paragraph("AVATAR：“To office，Wave”。（一）《二》、……——fi  fl ffi，To{1.00万元}。"),
  ),
);

test.each([
  ["the sample", () => composeCase("sample").report],
  ["a department's", () => composeCase("luoyang-department").report],
  ["what tempts browsers", () => TEMPTING],
])("Chromium shows every character of %s where the PDF has it", async (_, given) => {
  const printed = given();
  const { pages } = renderSvg(printed, fonts);
  const drawn = await drawnLines((await renderPdf(printed, fonts)).bytes);
  const shown = shownIn(pages.map(({ svg }) => svg).join("\n"));
  expect(shown).toHaveLength(pages.length);
  for (const [index, characters] of shown.entries()) {
    const expected = drawn.filter(({ page }) => page === index + 1);
    expect(misplaced(characters, expected)).toEqual([]);
  }
});
