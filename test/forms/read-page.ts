import { type DefaultTreeAdapterTypes, html, parse } from "parse5";
import type { Said, SaidTable } from "./said.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A page as another program's parser reads it. */
export interface ReadPage {
  readonly root: Element;
  /** of its errors none is expected */
  readonly errors: readonly string[];
}

export function readPage(bytes: Uint8Array): ReadPage {
  const errors: string[] = [];
  const document = parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes), {
    onParseError: ({ code }) => errors.push(code),
  });
  const root = document.childNodes.find(isElement);
  if (!root) throw new Error("no page");
  return { root, errors };
}

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

export function textOf(node: Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
  return isElement(node) ? node.childNodes.map(textOf).join("") : "";
}

export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

/** All elements of a name within another, in order. */
export function elementsIn(node: Element, name: string): readonly Element[] {
  return node.childNodes
    .filter(isElement)
    .flatMap((each) => [...(each.tagName === name ? [each] : []), ...elementsIn(each, name)]);
}

/** All elements within another. */
export function allIn(node: Element): readonly Element[] {
  return node.childNodes.filter(isElement).flatMap((each) => [each, ...allIn(each)]);
}

/** What the main part of a page says; throws where there is something in it that nobody knows. */
export function saidByPage({ root }: ReadPage): readonly Said[] {
  const [main] = elementsIn(root, "main");
  if (!main) throw new Error("no main part");
  return kidsOf(main).flatMap((section) => kidsOf(section).flatMap(said));
}

/** The elements in another, in which there is nothing else. */
function kidsOf(element: Element): readonly Element[] {
  const others = element.childNodes.filter((each) => !isElement(each));
  if (others.length > 0) throw new Error(`text beside elements: ${others.map(textOf).join("")}`);
  return element.childNodes.filter(isElement);
}

function said(element: Element): readonly Said[] {
  const kind = attribute(element, "class");
  if (kind === "table") return [tableSaid(element)];
  if (kind === "signature") return kidsOf(element).map(textOf);
  if (/^(h[1-4]|p)$/.test(element.tagName)) return [textOf(element)];
  throw new Error(`unknown: ${element.tagName}`);
}

function tableSaid(element: Element): SaidTable {
  const [scroll, notes] = kidsOf(element);
  const [table] = scroll ? kidsOf(scroll) : [];
  if (table?.tagName !== "table") throw new Error("no table");
  const parts = kidsOf(table);
  const part = (name: string) => parts.find(({ tagName }) => tagName === name);
  const [caption, head, body] = [part("caption"), part("thead"), part("tbody")];
  const [above] = caption ? kidsOf(caption) : [];
  if (!above || !body) throw new Error("a table without its parts");
  const headGrid = head ? gridOf(head) : [];
  return {
    above: captionSaid(above),
    heads: (headGrid[0] ?? []).map((_, column) =>
      withoutRepeats(headGrid.flatMap((row) => row[column] ?? [])).map(textOf),
    ),
    rows: gridOf(body).map((row) => row.map(textOf)),
    notes: notes ? kidsOf(notes).map(textOf) : [],
  };
}

function captionSaid(above: Element): readonly string[] {
  const parts = kidsOf(above);
  const of = (name: string): Element | undefined =>
    parts.find((each) => attribute(each, "class") === name || each.tagName === name);
  const beside = of("beside");
  const [left, right] = beside ? kidsOf(beside) : [];
  return [of("number"), of("strong"), left, right].map((each) => (each ? textOf(each) : ""));
}

/** Rows by the cell that is seen in each place, as HTML lays out cells that span several. */
export function gridOf(group: Element): readonly (readonly Element[])[] {
  const rows = kidsOf(group);
  const grid: Element[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of kidsOf(row)) {
      while (grid[at]?.[column]) column++;
      const height = Number(attribute(cell, "rowspan") ?? 1);
      const width = Number(attribute(cell, "colspan") ?? 1);
      for (let y = at; y < at + height; y++)
        for (let x = column; x < column + width; x++) {
          const line = grid[y];
          if (!line || line[x]) throw new Error(`cells over each other or below the table: ${textOf(cell)}`);
          line[x] = cell;
        }
      column += width;
    }
  }
  return grid;
}

function withoutRepeats(cells: readonly Element[]): readonly Element[] {
  return cells.filter((cell, index) => cell !== cells[index - 1]);
}

/** Whether an element is one of HTML itself, and not of a drawing. */
export function isOfHtml({ namespaceURI }: Element): boolean {
  return namespaceURI === html.NS.HTML;
}
