import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import type { RecoveredCell, RecoveredParagraph, RecoveredTable } from "../../model/recovered.js";
import type { Recovery } from "./recover.js";

/** The text of the longest disclosure, with its marks, is a tenth of it. */
const LARGEST = 64 * 1024 * 1024;
const DOCUMENT = "word/document.xml";
/** So many lines before a table may be its number, its title and what it is counted in. */
const LINES_ABOVE = 4;

/** What the paragraphs and tables of a Word document say; what stands deeper in a cell is the cell's. */
export function recoverDocx(content: Uint8Array): Recovery {
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean =>
    name === DOCUMENT && originalSize <= LARGEST;
  const xml = unzipSync(content, { filter: isWanted })[DOCUMENT];
  if (!xml) return { kind: "unreadable", obstacle: "too large" };
  const root = new DOMParser().parseFromString(strFromU8(xml), "text/xml");
  const [body] = Array.from(root.getElementsByTagName("w:body"));
  if (!body) return { kind: "unreadable", obstacle: "damaged" };
  const tables: RecoveredTable[] = [];
  const paragraphs: RecoveredParagraph[] = [];
  let above: string[] = [];
  for (const part of childrenOf(body)) {
    if (part.tagName === "w:tbl") {
      tables.push(tableOf(part, tables.length + 1, above.slice(-LINES_ABOVE)));
      above = [];
    }
    for (const text of part.tagName === "w:p" ? linesOf(part) : []) {
      paragraphs.push({ text: text.trim(), where: `第 ${paragraphs.length + 1} 段` });
      above.push(text.trim());
    }
  }
  return { kind: "read", tables, paragraphs, remarks: remarksOn(body) };
}

function tableOf(table: Element, number: number, above: readonly string[]): RecoveredTable {
  const rows = childrenOf(table)
    .filter(({ tagName }) => tagName === "w:tr")
    .map((row, index) => cellsOf(row, `第 ${number} 张表第 ${index + 1} 行`));
  return { name: `第 ${number} 张表`, above, below: [], rows };
}

function cellsOf(row: Element, where: string): readonly RecoveredCell[] {
  return childrenOf(row)
    .filter(({ tagName }) => tagName === "w:tc")
    .flatMap((cell) => {
      const columns = Number(attribute(cell, "w:gridSpan") ?? 1);
      const merge = markIn(cell, "w:vMerge");
      const goesOn = merge !== undefined && merge.getAttribute("w:val") !== "restart";
      const words = linesOf(cell).join("\n");
      const covered = { text: "", indent: 0, columns: 1, rows: 1, where };
      const first = goesOn
        ? covered
        : { text: words.trim(), indent: words.length - words.trimStart().length, columns, rows: 1, where };
      return [first, ...Array.from({ length: Math.min(columns, MOST_COLUMNS) - 1 }, () => covered)];
    });
}

const MOST_COLUMNS = 63;

/** The lines of paragraphs, without what was deleted or belongs to a field's code. */
function linesOf(element: Element): readonly string[] {
  const lines = textOf(element).split("\n");
  return lines.filter((line) => line.trim() !== "");
}

function textOf(node: Node): string {
  const { nodeName: name } = node;
  if (name === "w:t") return node.textContent ?? "";
  if (name === "w:tab") return "\t";
  if (name === "w:br" || name === "w:cr") return "\n";
  if (name === "w:del" || name === "w:instrText" || name === "w:pPr" || name === "w:tcPr") return "";
  const inner = Array.from(node.childNodes, textOf).join("");
  return name === "w:p" ? `${inner}\n` : inner;
}

/** What Word shows of a document that has changes in it is as if they were accepted. */
function remarksOn(body: Element): readonly string[] {
  const tracked = ["w:ins", "w:del"].some((name) => body.getElementsByTagName(name).length > 0);
  return tracked ? ["里面有没有接受的修订：照接受以后的读"] : [];
}

function childrenOf(element: Element): readonly Element[] {
  return Array.from(element.childNodes).flatMap((node) => {
    if (node.nodeType !== node.ELEMENT_NODE) return [];
    const child = node as Element;
    // structured fields hold paragraphs and tables of their own
    const content = child.tagName === "w:sdt" ? Array.from(child.getElementsByTagName("w:sdtContent")) : [];
    return content[0] ? childrenOf(content[0]) : [child];
  });
}

function markIn(cell: Element, name: string): Element | undefined {
  const properties = childrenOf(cell).find(({ tagName }) => tagName === "w:tcPr");
  return properties && childrenOf(properties).find(({ tagName }) => tagName === name);
}

function attribute(cell: Element, name: string): string | undefined {
  return markIn(cell, name)?.getAttribute("w:val") ?? undefined;
}
