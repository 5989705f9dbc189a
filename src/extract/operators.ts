import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { DrawnPage } from "./drawing.js";
import { IDENTITY, type Matrix } from "./matrix.js";
import { createPen, type Pen, type TextOperand } from "./pen.js";

// biome-ignore lint/suspicious/noExplicitAny: pdfjs says nothing of what its operators take
type Arguments = any;

/** What pdfjs knows of a font that decides where text stands. */
type FontOf = (name: string) => { readonly fontMatrix?: readonly number[] } | undefined;

const BOTH = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
const STROKES: readonly number[] = [OPS.stroke, OPS.closeStroke, ...BOTH];
const FILLS: readonly number[] = [OPS.fill, OPS.eoFill, ...BOTH];
const PAINTING: readonly number[] = [...STROKES, ...FILLS, OPS.shadingFill];

type Operator = (pen: Pen, args: Arguments, fontOf: FontOf) => void;

const OPERATORS: ReadonlyMap<number, Operator> = new Map<number, Operator>([
  [OPS.save, (pen) => pen.save()],
  [OPS.restore, (pen) => pen.restore()],
  [OPS.transform, (pen, matrix: Matrix) => pen.transform(matrix)],
  [OPS.beginText, (pen) => pen.moveTo(IDENTITY)],
  [OPS.setCharSpacing, (pen, [characterSpacing]) => pen.set({ characterSpacing })],
  [OPS.setWordSpacing, (pen, [wordSpacing]) => pen.set({ wordSpacing })],
  [OPS.setHScale, (pen, [percent]) => pen.set({ stretch: percent / 100 })],
  [OPS.setLeading, (pen, [leading]) => pen.set({ leading })],
  [OPS.setTextRise, (pen, [rise]) => pen.set({ rise })],
  [OPS.setFont, setFont],
  [OPS.setGState, setGraphicsState],
  [OPS.setTextMatrix, (pen, args) => pen.moveTo(typeof args[0] === "number" ? args : args[0])],
  [OPS.moveText, (pen, [x, y]) => pen.moveBy(x, y)],
  [OPS.setLeadingMoveText, setLeadingAndMove],
  [OPS.nextLine, (pen) => pen.nextLine()],
  [OPS.showText, (pen, [shown]: [readonly TextOperand[]]) => pen.show(shown)],
  [OPS.constructPath, drawPath],
  [OPS.paintFormXObjectBegin, beginForm],
  [OPS.paintFormXObjectEnd, (pen) => pen.restore()],
  [OPS.beginAnnotation, beginAnnotation],
  [OPS.endAnnotation, (pen) => pen.restore()],
]);

/** What is drawn on a page, in the order in which it is drawn. */
export async function drawingOf(page: PDFPageProxy): Promise<DrawnPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const pen = createPen(transform as unknown as Matrix);
  const fontOf: FontOf = (name) => (page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined);
  let pictured = 0;
  let hasShapes = false;
  const contents: boolean[] = [];
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] ?? [];
    followContents(contents, operator, args);
    const isPictured = contents.at(-1) && DRAWING.includes(operator);
    if (!isPictured) OPERATORS.get(operator)?.(pen, args, fontOf);
    if (leavesOutPicture(fnArray, index)) pictured += pen.area();
    hasShapes ||= PAINTING.includes(operator === OPS.constructPath ? argsArray[index][0] : operator);
  });
  return { glyphs: pen.glyphs, rules: pen.rules, hasShapes, pictured: pictured / (width * height) };
}

const DRAWING: readonly number[] = [OPS.showText, OPS.constructPath];

/** Keeps which marked contents are open, each by whether it is part of a figure: the words of a chart are no sentences. */
function followContents(open: boolean[], operator: number, [tag]: Arguments): void {
  const begins = operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps;
  if (begins) open.push(tag === "Figure" || open.at(-1) === true);
  if (operator === OPS.endMarkedContent) open.pop();
}

/** Pictures are not decoded but left out: of each only the place remains, on which then nothing is drawn. */
function leavesOutPicture(operators: readonly number[], index: number): boolean {
  return operators[index] === OPS.transform && operators[index + 1] === OPS.restore;
}

function setFont(pen: Pen, [name, size]: Arguments, fontOf: FontOf): void {
  pen.set({ size, perUnit: fontOf(name)?.fontMatrix?.[0] ?? 0.001 });
}

function setGraphicsState(pen: Pen, [changes]: Arguments, fontOf: FontOf): void {
  for (const [key, value] of changes) if (key === "Font") setFont(pen, value, fontOf);
}

function setLeadingAndMove(pen: Pen, [x, y]: Arguments): void {
  pen.set({ leading: -y });
  pen.moveBy(x, y);
}

function drawPath(pen: Pen, [how, [path]]: Arguments): void {
  if (!path) return;
  if (STROKES.includes(how)) pen.draw(path, false);
  if (FILLS.includes(how)) pen.draw(path, true);
}

function beginForm(pen: Pen, [matrix]: Arguments): void {
  pen.save();
  if (matrix) pen.transform(matrix);
}

function beginAnnotation(pen: Pen, [, , transform, matrix]: Arguments): void {
  pen.save();
  pen.reset();
  if (transform) pen.transform(transform);
  if (matrix) pen.transform(matrix);
}
