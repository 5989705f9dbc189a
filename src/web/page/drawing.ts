const SVG = "http://www.w3.org/2000/svg";

/** The figures that are drawn, in the order in which they stand. */
export function figuresIn(area: Element): readonly SVGElement[] {
  return [...area.querySelectorAll<SVGElement>("[data-figure]")];
}

/** What a page prints under a number: the first stretch of it, where it goes over several lines. */
export function chosenElement(page: Element, id: string): SVGGraphicsElement | undefined {
  const number = CSS.escape(id);
  return (
    page.querySelector<SVGGraphicsElement>(`[data-figure="${number}"], [data-words="${number}"]`) ?? undefined
  );
}

/** Room around what is set off, in pt. */
const AROUND = 2;

/** Sets off something on a page by a ground behind it. */
export function halo(element: SVGGraphicsElement | undefined, kind: "traced" | "also"): void {
  const page = element?.ownerSVGElement;
  const line = element?.closest("text");
  // in a column that is not shown nothing has a place
  if (!element || !page || !line || line.getNumberOfChars() === 0) return;
  const { x, y, width, height } = boxOf(element, line);
  const ground = document.createElementNS(SVG, "rect");
  const box = { x: x - AROUND, y: y - AROUND, width: width + 2 * AROUND, height: height + 2 * AROUND };
  for (const [name, value] of Object.entries(box)) ground.setAttribute(name, String(value));
  ground.setAttribute("class", `halo ${kind}`);
  line.parentNode?.insertBefore(ground, line);
}

/** A part of a line has no box of its own everywhere. */
function boxOf(element: SVGGraphicsElement, line: SVGTextElement): DOMRect {
  if (element === line) return line.getBBox();
  const from = charactersBefore(element, line);
  const count = element.textContent?.length ?? 0;
  if (count === 0) return line.getBBox();
  const [first, end] = [line.getExtentOfChar(from), line.getExtentOfChar(from + count - 1)];
  return new DOMRect(first.x, first.y, end.x + end.width - first.x, first.height);
}

function charactersBefore(element: Element, line: SVGTextElement): number {
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEndBefore(element);
  return range.toString().length;
}

export function removeHalos(page: Element): void {
  for (const each of page.querySelectorAll(".halo")) each.remove();
}

/** Which of the words that an element prints is at a point of the window, in UTF-16 units. */
export function wordAt(element: Element, x: number, y: number): number {
  const from = Number(element.getAttribute("data-from") ?? 0);
  const line = element.closest("text");
  const matrix = line?.getScreenCTM();
  if (!line || !matrix) return from;
  const at = line.getCharNumAtPosition(new DOMPoint(x, y).matrixTransform(matrix.inverse()));
  if (at < 0) return from;
  const before = element === line ? 0 : charactersBefore(element, line);
  return from + Math.max(0, at - before);
}
