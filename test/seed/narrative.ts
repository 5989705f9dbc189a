import { compact } from "./text.js";

/** A heading of the first level with the text below it; the title of a part is a section too. */
export interface Section {
  /** 第一部分, 第二部分, 第三部分, 附件 */
  readonly part: string;
  readonly name: string;
  /** without white space, the heading included */
  readonly text: string;
}

const PART = /^(?:第[一二三四五]部分$|附件(?=：))/;
const SECTION = /^[一二三四五六七八九十]+、[^：]+/;

/** Cuts lines at the headings that they begin with. */
export function cutSections(lines: readonly string[]): Section[] {
  const sections: Section[] = [];
  let part = "";
  for (const line of lines.map(compact)) {
    const newPart = PART.exec(line)?.[0];
    const name = newPart ?? SECTION.exec(line)?.[0];
    part = newPart ?? part;
    const last = sections.at(-1);
    if (name !== undefined || last === undefined) sections.push({ part, name: name ?? "", text: line });
    else sections[sections.length - 1] = { ...last, text: last.text + line };
  }
  return sections;
}
