/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM, withFonts } from "../../docs/pictures/programs.mjs";
import { reportOf, written } from "./reports.js";

const folder = mkdtempSync(join(tmpdir(), "forms-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inBrowser = CHROMIUM ? describe : describe.skip;
const CASES = ["", "test/consolidation/department"];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

inBrowser.each([390, 1280])("a page in Chromium, %i px wide (skipped where there is none)", (width) => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = CHROMIUM ?? "";
    const env = withFonts(join(folder, "fonts"));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"], env });
  });
  afterAll(() => browser.close());

  const opened = async (name: string, colorScheme: "light" | "dark" = "light"): Promise<Page> => {
    const file = join(folder, `${name.replaceAll("/", "-")}.html`);
    writeFileSync(file, await written(reportOf(name), "html"));
    // the page lets no script in: what looks at it has to come in all the same
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    return page;
  };

  test.each(CASES)(
    "%s: the page does not scroll sideways, and nothing stands outside of it",
    async (name) => {
      const page = await opened(name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    },
  );

  test.each(["light", "dark"] as const)("axe finds nothing against it by %s", async (scheme) => {
    const page = await opened("", scheme);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const found = await page.evaluate(
      (rules) => (globalThis as never as { axe: Axe }).axe.run({ runOnly: rules }),
      RULES,
    );
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test("links lead to what is then in sight, under no head that stays", async () => {
    const page = await opened("");
    const links = page.locator('main a[href^="#"], dl a, nav a');
    const unseen: string[] = [];
    for (let index = 0; index < (await links.count()); index += 5) {
      const href = (await links.nth(index).getAttribute("href")) ?? "";
      await page.evaluate((hash) => {
        location.hash = "";
        location.hash = hash;
      }, href);
      const isSeen = await page.evaluate((hash) => {
        const target = document.querySelector(hash);
        const { left, top, width: wide, height } = target?.getBoundingClientRect() ?? new DOMRect();
        const there = document.elementFromPoint(
          left + Math.min(wide, 40) / 2,
          top + Math.min(height, 20) / 2,
        );
        return there !== null && (target?.contains(there) ?? false);
      }, href);
      if (!isSeen) unseen.push(href);
    }
    expect(unseen).toEqual([]);
  });

  test("heads and first columns of a table stay while it scrolls in itself", async () => {
    const page = await opened("");
    const moved = await page.evaluate(() => {
      const scroll = [...document.querySelectorAll(".table .scroll")].find(
        (each) => each.scrollWidth > each.clientWidth + (window.innerWidth < 1280 ? 120 : 0),
      );
      if (!scroll) return undefined;
      scroll.scrollTo(120, 60);
      const { left, top } = scroll.getBoundingClientRect();
      const [head, stay] = ["thead", "tbody .stay"].map((each) =>
        scroll.querySelector(each)?.getBoundingClientRect(),
      );
      return [scroll.scrollLeft, Math.round((head?.top ?? 0) - top), Math.round((stay?.left ?? 0) - left)];
    });
    if (width < 1280) expect(moved?.[0]).toBe(120);
    for (const each of moved?.slice(1) ?? []) expect(Math.abs(each)).toBeLessThan(200);
  });
});

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
}
