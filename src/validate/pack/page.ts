import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { type Path, type Source, valueAt } from "../../model/source.js";
import type { WrittenPack } from "./pack.js";

/** A4, in mm. */
const PAGES = { portrait: [210, 297], landscape: [297, 210] } as const;
const NAMES = { portrait: "竖页", landscape: "横页" } as const;

/** In mm: what is less wide or high is no page. */
const LEAST = 50;
const POINTS_PER_MM = 72 / 25.4;
/** Closer than that characters touch: GB/T 9704 has 28 of 16 pt on 156 mm, which is 0.987. */
const CLOSEST = 0.95;

/** In pt: what is smaller cannot be read, what is larger is no text. */
const SIZES = { least: 5, most: 72 } as const;
/** A line that holds fewer characters holds no sentence. */
const FEWEST = 10;

/** What pages cannot be set in: margins that leave none, types of no size, lines that run into each other. */
export function checkPage(pack: Source): readonly Diagnostic[] {
  const { style } = pack.value as unknown as WrittenPack;
  const { headings, ...others } = style;
  const types = [
    ...Object.keys(headings).map((key) => ["style", "headings", key]),
    ...Object.keys(others).map((key) => ["style", key]),
  ];
  return [...types.flatMap((path) => checkType(pack, path)), ...checkMargins(pack)];
}

function checkType(pack: Source, path: Path): readonly Diagnostic[] {
  const { size, pitch } = valueAt(pack.value, path) as { readonly size?: string; readonly pitch?: string };
  if (size === undefined || pitch === undefined) return [];
  const told = (key: string, message: string, remedy: string): readonly Diagnostic[] => [
    problem("模板/取值", message, pack.placeOf([...path, key]), `怎么改：${remedy}`),
  ];
  if (Number(size) < SIZES.least || Number(size) > SIZES.most)
    return told("size", `字号 ${size} 磅印不出来`, `写 ${SIZES.least} 到 ${SIZES.most} 磅`);
  return Number(pitch) < Number(size)
    ? told("pitch", `行距 ${pitch} 磅比字号 ${size} 磅小，各行会叠在一起`, "行距不小于字号")
    : [];
}

function checkMargins(pack: Source): readonly Diagnostic[] {
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
    if (!holdsText || (FEWEST <= Number(count) && Number(count) <= most)) return [];
    const message = `每行印不成 ${count} 字：${NAMES[orientation]}的版心宽 ${width} 毫米，${size} 磅的字最多 ${most} 字，最少 ${FEWEST} 字`;
    const place = pack.placeOf(["style", "body", "charactersPerLine"]);
    return [problem("模板/取值", message, place, "怎么改：改每行字数、字号，或者页边")];
  });
}
