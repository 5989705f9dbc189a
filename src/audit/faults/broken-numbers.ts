import { beginsLine, type Stretch, type Strip } from "../words/strip.js";
import type { Fault } from "./fault.js";

/** Numbers, with the signs that belong to them, of which a part stands on the next line. */
export function brokenNumbers(strips: readonly Strip[]): readonly Fault[] {
  const [first, ...others] = strips.flatMap(breaksIn);
  if (!first) return [];
  return [
    {
      code: "审核/写法",
      severity: "警告",
      message: `有 ${others.length + 1} 处把一个数折在两行`,
      stretches: [first, ...others],
      notes: [],
      remedy:
        "一个数连同它的百分号不折在两行（GB/T 15835 的通行做法，条文未核对）；用程序重新生成，它不折断数",
    },
  ];
}

function breaksIn(strip: Strip): readonly Stretch[] {
  return [...strip.text.matchAll(/\d[\d.,]*%?/gu)].flatMap(({ 0: number, index }) => {
    for (let at = index + 1; at < index + number.length; at++) {
      if (beginsLine(strip, at)) return [{ strip, start: index, end: index + number.length }];
    }
    return [];
  });
}
