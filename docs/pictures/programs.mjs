import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FONTS = join(import.meta.dirname, "../../fonts");

/** Chromium, where there is one. */
export const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);

/** Whether LibreOffice is here. */
export const HAS_OFFICE = spawnSync("soffice", ["--version"]).status === 0;

/** The settings with which other programs use the fonts of this one, so that they have some for Chinese; `folder` is theirs. */
export function withFonts(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "fonts.conf");
  const aliases = [
    ["宋体", "Gongwen Songti"],
    ["方正小标宋简体", "Gongwen Songti"],
    ["仿宋_GB2312", "Gongwen Fangsong"],
    ["楷体_GB2312", "Gongwen Kaiti"],
    ["黑体", "Gongwen Heiti"],
    ["Times New Roman", "Gongwen Latin"],
    ["sans-serif", "Gongwen Heiti"],
    ["system-ui", "Gongwen Heiti"],
  ].map(
    ([family, ours]) =>
      `<alias binding="same"><family>${family}</family><prefer><family>${ours}</family></prefer></alias>`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${FONTS}</dir><cachedir>${join(folder, "cache")}</cachedir>${aliases.join("")}</fontconfig>`,
  );
  return { ...process.env, FONTCONFIG_FILE: file };
}

/** Has LibreOffice make a PDF of a file, in `folder`. */
export function printByOffice(file, folder) {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const args = [
    `-env:UserInstallation=${profile}`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
    file,
  ];
  const { status, stderr } = spawnSync("soffice", args, { env: withFonts(folder), encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}
