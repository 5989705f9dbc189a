import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import type { Source } from "../../model/source.js";
import type { WrittenPack } from "./pack.js";

/** A4, in mm. */
const PAGES = { portrait: [210, 297], landscape: [297, 210] } as const;
const NAMES = { portrait: "竖页", landscape: "横页" } as const;

/** In mm: what is less wide or high is no page. */
const LEAST = 50;
const POINTS_PER_MM = 72 / 25.4;
/** Closer than that characters touch: GB/T 9704 has 28 of 16 pt on 156 mm, which is 0.987. */
const CLOSEST = 0.95;

/** Margins that leave no page, and lines on which their characters cannot stand beside each other. */
export function checkPage(pack: Source): readonly Diagnostic[] {
  const { style, parts } = pack.value as unknown as WrittenPack;
  const { size, charactersPerLine: count } = style.body;
  return (["portrait", "landscape"] as const).flatMap((orientation) => {
    const { top, right, bottom, left } = style.margins[orientation];
    const [across, down] = PAGES[orientation];
    const [width, height] = [across - Number(left) - Number(right), down - Number(top) - Number(bottom)];
    if (width < LEAST || height < LEAST) {
      const message = `${NAMES[orientation]}的页边太宽，版心只剩宽 ${width} 毫米、高 ${height} 毫米`;
      const place = pack.placeOfKey(["style", "margins", orientation]);
      return [problem("模板/取值", message, place, `怎么改：页边以毫米计，版心的宽和高都要有 ${LEAST} 毫米`)];
    }
    const holdsText = parts.some(
      (part) =>
        (part.kind === "narrative" || part.kind === "terms") &&
        (part.orientation ?? "portrait") === orientation,
    );
    const most = Math.floor((width * POINTS_PER_MM) / (Number(size) * CLOSEST));
    if (!holdsText || Number(count) <= most) return [];
    const message = `每行 ${count} 字放不下：${NAMES[orientation]}的版心宽 ${width} 毫米，${size} 磅的字最多 ${most} 字`;
    const place = pack.placeOf(["style", "body", "charactersPerLine"]);
    return [problem("模板/取值", message, place, "怎么改：减少每行字数、字号，或者页边")];
  });
}
