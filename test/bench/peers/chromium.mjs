import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BROWSER, FLAGS, launch } from "./browser.mjs";
import { reportAsHtml } from "./html.mjs";

if (!BROWSER || !existsSync(BROWSER)) throw new Error("no Chromium: set CHROMIUM to its path");

const PAGE = "report.html";

/** Chromium, kept open; each document is a new tab. */
export async function open({ folder }) {
  const browser = await launch(join(folder, "profile-warm"));
  return {
    print: () => browser.print(pathToFileURL(join(folder, PAGE)).href),
    peak: () => browser.peak(),
    close: () => browser.close(),
  };
}

export async function prepare({ folder, fonts, content }) {
  writeFileSync(join(folder, PAGE), reportAsHtml(JSON.parse(readFileSync(content, "utf8")), fonts));
}

/** The command that prints the document once, without any process of Node around it. */
export function command({ folder, output }) {
  const own = [
    `--user-data-dir=${join(folder, "profile-cold")}`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${output}`,
  ];
  return [BROWSER, [...FLAGS, ...own, pathToFileURL(join(folder, PAGE)).href]];
}
