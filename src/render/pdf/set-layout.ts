import { sum } from "../layout/lengths.js";
import type { PdfDocument } from "./pdfmake-document.js";
import {
  type Inline,
  type Margin,
  type MeasurableNode,
  type MeasuredInline,
  PdfmakeLayoutBuilder,
  type Section,
  type TextNode,
  type Widths,
} from "./pdfmake-layout.js";

/**
 * pdfmake's layout for lines that are set already: it takes them as they are, where it would look for abbreviations and
 * for breaks in them and look up every property of their style, which was a tenth of the time of a build.
 */
export class SetLayoutBuilder extends PdfmakeLayoutBuilder {
  override tryLayoutDocument(content: Section[], document: PdfDocument, ...rest: unknown[]): unknown {
    const { docMeasure, docPreprocessor } = this;
    docPreprocessor.preprocessSection = (section) => section;
    const measureAny = docMeasure.measureNode.bind(docMeasure);
    docMeasure.measureNode = (node) => {
      if (isSet(node)) return withMargin(Object.assign(node, measure(node.text, document)));
      // pdfmake's own stacks have none
      if ("stack" in node && "margin" in node) return withMargin(docMeasure.measureVerticalContainer(node));
      return measureAny(node);
    };
    return super.tryLayoutDocument(content, document, ...rest);
  }
}

/** Not a text of pdfmake's own, such as the cells have that others cover. */
function isSet(node: MeasurableNode): node is TextNode {
  return "text" in node && typeof node.text !== "string";
}

function measure(inlines: readonly Inline[], document: PdfDocument): Pick<TextNode, "_inlines"> & Widths {
  const items = inlines.map((inline) => measureInline(inline, document));
  const width = sum(items.map((item) => item.width));
  return { _inlines: items, _minWidth: width, _maxWidth: width };
}

function withMargin<T extends { readonly margin: Margin } & Widths>(node: T): T {
  const [left, , right] = node.margin;
  return Object.assign(node, {
    _margin: node.margin,
    _minWidth: node._minWidth + left + right,
    _maxWidth: node._maxWidth + left + right,
  });
}

function measureInline(inline: Inline, document: PdfDocument): MeasuredInline {
  const { text, fontSize, characterSpacing, spans, anchor } = inline;
  const font = document.provideFont(inline.font);
  const natural = inline.natural ?? font.widthOfString(text, fontSize);
  return {
    text,
    font,
    fontSize,
    characterSpacing,
    spans,
    anchor,
    noWrap: true,
    width: natural + characterSpacing * (text.length - 1),
    height: font.lineHeight(fontSize),
    leadingCut: 0,
    trailingCut: 0,
  };
}
