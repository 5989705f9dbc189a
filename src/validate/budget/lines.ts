import type { Path, Plain, Source } from "../../model/source.js";
import { itemsOf, partOf } from "./written.js";

/** One expenditure line as far as it is one: nothing about it has been checked. */
export interface FoundLine {
  readonly path: Path;
  readonly line: Plain;
}

/** All expenditure lines of the data, those of 基本支出 first, then those of each project. */
export function expenditureLines(source: Source): readonly FoundLine[] {
  const projects = itemsOf(partOf(source.value, "项目"));
  return [
    ...linesAt(partOf(source.value, "基本支出"), ["基本支出"]),
    ...projects.flatMap((project, index) => linesAt(partOf(project, "支出"), ["项目", index, "支出"])),
  ];
}

function linesAt(list: Plain | undefined, path: Path): readonly FoundLine[] {
  return itemsOf(list).map((line, index) => ({ path: [...path, index], line }));
}
