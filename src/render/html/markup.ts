import { markupText } from "../markup-text.js";

/** What is written into a page as it is. Only what is made here is markup, so that all other text stays text. */
export interface Markup {
  readonly html: string;
}

export type MarkupContent = string | Markup | undefined | readonly MarkupContent[];

/** Of an element; true is an attribute without a value, undefined none. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const VOID: ReadonlySet<string> = new Set(["br", "meta"]);

/** An element with all that is in it. */
export function element(
  name: string,
  attributes: Attributes = {},
  ...content: readonly MarkupContent[]
): Markup {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined) return "";
    return value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`;
  });
  const end = VOID.has(name) ? "" : `</${name}>`;
  return { html: `<${name}${written.join("")}>${htmlOf(content)}${end}` };
}

/** Text and elements one behind the other. */
export function htmlOf(content: MarkupContent): string {
  if (content === undefined) return "";
  if (typeof content === "string") return escaped(content);
  return "html" in content ? content.html : content.map(htmlOf).join("");
}

/** The program's own style sheet, which no element may hold escaped. */
export function styleSheet(css: string): Markup {
  return { html: `<style>${css}</style>` };
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as text in a page. */
function escaped(text: string): string {
  return markupText(text).replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? "");
}
