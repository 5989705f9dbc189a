import { createRequire } from "node:module";
import { strFromU8, unzipSync } from "fflate";

/** As much of the tree of an XML file as is looked at. */
export interface XmlNode {
  readonly nodeName: string;
  readonly textContent: string;
  readonly nextSibling: XmlNode | null;
  getAttribute(name: string): string;
  getElementsByTagName(name: string): ArrayLike<XmlNode>;
}

/** Its own types would have every test know the names of a browser. */
const { DOMParser } = createRequire(import.meta.url)("@xmldom/xmldom");

/** The texts of a Word file by their names, and the elements of its document. */
export function filesIn(bytes: Uint8Array) {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const tree: XmlNode = new DOMParser().parseFromString(files["word/document.xml"], "text/xml");
  return { files, document: (name: string) => within(tree, name) };
}

export function within(tree: XmlNode, name: string): readonly XmlNode[] {
  return Array.from(tree.getElementsByTagName(name));
}

/** What is said of the pages that a table stands on. */
export function sectionAfter(grid: XmlNode): XmlNode {
  for (let node: XmlNode | null = grid; node; node = node.nextSibling) {
    if (node.nodeName === "w:sectPr") return node;
    const [section] = node.nodeName === "w:p" ? within(node, "w:sectPr") : [];
    if (section) return section;
  }
  throw new Error("a table is in no section");
}

export function number(element: XmlNode | undefined, name: string): number {
  return Number(element?.getAttribute(name));
}
