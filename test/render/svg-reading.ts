import type { SvgPage } from "../../src/render/svg/svg.js";

/** Words of one font as an SVG page places them, with what is said of them. */
export interface SvgWords {
  readonly text: string;
  readonly x: number;
  /** of the baseline */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly spacing: number;
  /** what of the report it prints, and from where in its words */
  readonly figure: number | undefined;
  readonly words: number | undefined;
  readonly from: number;
  /** where they lead, as an entry of the contents does */
  readonly link: string | undefined;
  readonly transform: string | undefined;
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** All words of a page in the order in which they are drawn. */
export function wordsOnPage({ svg }: SvgPage): readonly SvgWords[] {
  const found: SvgWords[] = [];
  const open: Tag[] = [];
  for (const [, close, name = "", attributes = "", empty, text = ""] of svg.matchAll(TOKENS)) {
    if (close) open.pop();
    else if (name !== "" && !empty) open.push({ name, attributes: attributesIn(attributes) });
    if (text !== "") found.push(wordsIn(Object.assign({}, ...open.map((tag) => tag.attributes)), text));
  }
  return found;
}

/** The attributes of all elements of a name, in order. */
export function elementsNamed(name: string, { svg }: SvgPage): readonly Tag["attributes"][] {
  return [...svg.matchAll(TOKENS)].flatMap(([, close, own, attributes = ""]) =>
    own === name && !close ? [attributesIn(attributes)] : [],
  );
}

/** A tag, or text between tags. */
const TOKENS = /<(\/?)([\w-]+)((?:\s[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

function attributesIn(text: string): Tag["attributes"] {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

function wordsIn(all: Tag["attributes"], text: string): SvgWords {
  const number = (name: string): number | undefined =>
    all[name] === undefined ? undefined : Number(all[name]);
  return {
    text: text.replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]),
    x: Number(all.x),
    y: Number(all.y),
    size: Number(all["font-size"]),
    font: all["font-family"] ?? "",
    spacing: number("letter-spacing") ?? 0,
    figure: number("data-figure"),
    words: number("data-words"),
    from: number("data-from") ?? 0,
    link: all.href,
    transform: all.transform,
  };
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"' };
