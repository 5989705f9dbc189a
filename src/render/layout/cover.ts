import type { Cover, ReportStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { setCentred } from "./headings.js";
import { heightOf, type Page, type TextBlock } from "./page.js";
import { linesOf } from "./set-line.js";
import { ownTexts } from "./source-text.js";

/** Where the middle of the title stands, as a share of the text block's height. */
const MIDDLE = 0.38;

/** Sets the title page: its lines centred, a little above the middle. */
export function setCover(cover: Cover, style: ReportStyle, block: TextBlock, fonts: Fonts): Page {
  const lines = ownTexts(cover).flatMap((text) => setCentred(text, style.cover, block.width, fonts));
  return { top: Math.max(0, block.height * MIDDLE - heightOf(lines) / 2), items: linesOf(cover, lines) };
}
