import mammoth from "mammoth";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { cellLine } from "./word-lines.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Headings of annexes have a style of their own. */
const STYLES = ["p[style-name='附件标题'] => h1:fresh"];

/** A Word file as somebody else's reader finds it. */
export interface ReadWord {
  readonly lines: readonly string[];
  /** the words of each link, and those that it leads to */
  readonly links: readonly (readonly [says: string, leadsTo: string | undefined])[];
  /** what the reader did not understand */
  readonly complaints: readonly string[];
}

export async function readWord(bytes: Uint8Array): Promise<ReadWord> {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: STYLES, idPrefix: "" },
  );
  const nodes = parseFragment(value).childNodes;
  const anchors = new Map<string, string>();
  for (const each of elementsIn(nodes, ["p", "h1", "h2", "h3", "td", "th"])) {
    for (const anchor of elementsIn(each.childNodes, ["a"])) {
      const id = attribute(anchor, "id");
      if (id !== undefined) anchors.set(id, textOf(each.childNodes));
    }
  }
  return {
    lines: nodes.flatMap(linesOf),
    links: elementsIn(nodes, ["a"]).flatMap((link) => {
      const href = attribute(link, "href");
      return href === undefined ? [] : [[textOf(link.childNodes), anchors.get(href.slice(1))] as const];
    }),
    // a style that is no heading is a paragraph to it
    complaints: messages
      .map(({ message }) => message)
      .filter((message) => !message.startsWith("Unrecognised paragraph style")),
  };
}

function linesOf(node: Node): readonly string[] {
  if (!("tagName" in node)) return [];
  if (node.tagName !== "table") return [`${node.tagName} ${textOf(node.childNodes)}`];
  return elementsIn(node.childNodes, ["tr"]).map((row) => {
    const cells = elementsIn(row.childNodes, ["th", "td"]);
    const texts = cells.map((cell) => {
      const [rows, columns] = ["rowspan", "colspan"].map((name) => Number(attribute(cell, name) ?? 1));
      return cellLine(textOf(cell.childNodes), rows ?? 1, columns ?? 1);
    });
    return `${cells[0]?.tagName} ${texts.join(" | ")}`;
  });
}

function elementsIn(nodes: readonly Node[], names: readonly string[]): readonly Element[] {
  return nodes.flatMap((node) => {
    if (!("tagName" in node)) return [];
    const within = elementsIn(node.childNodes, names);
    return names.includes(node.tagName) ? [node, ...within] : within;
  });
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.nodeName === "#text" && "value" in node) return node.value;
      if (node.nodeName === "br") return "\n";
      return "childNodes" in node ? textOf(node.childNodes) : "";
    })
    .join("");
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
