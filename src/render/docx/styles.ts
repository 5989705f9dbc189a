import {
  AlignmentType,
  BuilderElement,
  DocumentDefaults,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  OnOffElement,
  StringValueElement,
  type XmlComponent,
} from "docx";
import type { HeadingLevel, ReportStyle, TextStyle } from "../../model/report.js";
import { HEADING_DEPTHS } from "../../model/report.js";
import { CONTENTS_DEPTH } from "../layout/bookmarks.js";
import { points } from "../layout/lengths.js";
import { INDENT } from "../layout/paragraphs.js";
import { fontOf } from "./fonts.js";
import type { TableLayout, TableLayouts } from "./table-layout.js";

/** Twentieths of a pt, in which Word measures most lengths. */
export function twips(length: number): number {
  return Math.round(length * 20);
}

/** Half pt, in which Word measures type. */
function halfPoints(size: number): number {
  return Math.round(size * 2);
}

/** Names of the styles by what they are for; those of headings are Word's own. */
export const STYLES = {
  body: "Body",
  cover: "Cover",
  coverDates: "CoverDates",
  contentsTitle: "ContentsTitle",
  contents: ["TOC1", "TOC2"],
  tableNumber: "TableNumber",
  tableTitle: "TableTitle",
  tableWords: "TableWords",
  pageNumber: "PageNumber",
} as const;

export const HEADING_STYLES: Readonly<Record<HeadingLevel, string>> = {
  part: "Heading1",
  annex: "AnnexHeading",
  section: "Heading2",
  subsection: "Heading3",
};

const HEADING_NAMES: Readonly<Record<HeadingLevel, string>> = {
  part: "heading 1",
  annex: "附件标题",
  section: "heading 2",
  subsection: "heading 3",
};

/** The style of a table's cells, which each table has of its own. */
export function cellStyle(layout: TableLayout): string {
  return `TableCell${halfPoints(layout.size)}x${twips(layout.pitch)}`;
}

/** The looks of a report by name, so that who changes one changes all of its kind. */
export function stylesOf(style: ReportStyle, layouts: TableLayouts): IStylesOptions {
  const { headings } = style;
  return {
    importedStyles: [
      new DocumentDefaults({
        run: { font: fontOf(style.body.font), size: halfPoints(style.body.size), language: LANGUAGE },
      }),
      normal(),
    ],
    paragraphStyles: [
      bodyStyle(style),
      styleOf(STYLES.cover, "封面题名", style.cover, CENTRED),
      styleOf(STYLES.coverDates, "封面日期", style.coverDates ?? style.body, CENTRED),
      styleOf(STYLES.contentsTitle, "目录标题", style.contentsTitle, CENTRED),
      ...STYLES.contents.map((id, depth) =>
        styleOf(id, `toc ${depth + 1}`, style.contents, contentsPlace(style, depth)),
      ),
      headingStyle("part", headings.part, {
        ...CENTRED,
        spacing: { after: twips(headings.part.pitch / 2) },
      }),
      headingStyle("annex", headings.annex, {}),
      headingStyle("section", headings.section, indented(headings.section)),
      headingStyle("subsection", headings.subsection, indented(headings.subsection)),
      styleOf(STYLES.tableNumber, "表号", style.tableNumber, { keepNext: true }),
      styleOf(STYLES.tableTitle, "表题", style.tableTitle, {
        ...CENTRED,
        keepNext: true,
        outlineLevel: CONTENTS_DEPTH,
      }),
      styleOf(STYLES.tableWords, "表注", style.table, {}),
      styleOf(STYLES.pageNumber, "页码", style.pageNumber, {}),
      ...cellStyles(style, layouts),
    ],
  };
}

/**
 * What all others are based on: no space beside digits and Latin letters, as in the PDF. `docx` has words for neither, nor
 * for its being what a paragraph is without a style.
 */
function normal(): XmlComponent {
  return new BuilderElement({
    name: "w:style",
    attributes: {
      type: { key: "w:type", value: "paragraph" },
      default: { key: "w:default", value: "1" },
      id: { key: "w:styleId", value: "Normal" },
    },
    children: [
      new StringValueElement("w:name", "Normal"),
      new BuilderElement({
        name: "w:pPr",
        children: ["w:autoSpaceDE", "w:autoSpaceDN"].map((name) => new OnOffElement(name, false)),
      }),
    ],
  });
}

const LANGUAGE = { value: "en-US", eastAsia: "zh-CN" };
const CENTRED = { alignment: AlignmentType.CENTER } as const;

/** A style of its own lines: lines of exactly its pitch. */
function styleOf(
  id: string,
  name: string,
  { font, size, pitch }: TextStyle,
  { spacing, ...place }: IParagraphStylePropertiesOptions,
): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    run: { font: fontOf(font), size: halfPoints(size), color: "auto" },
    paragraph: { spacing: { ...spacing, line: twips(pitch), lineRule: LineRuleType.EXACT }, ...place },
  };
}

/**
 * As many characters to a line as the format says, drawn as close together as that takes. Word has a grid of characters
 * for that, which others understand otherwise when it is narrower than the type; this holds everywhere.
 */
function bodyStyle({ body, margins }: ReportStyle): IParagraphStyleOptions {
  const width = 210 - margins.portrait.left - margins.portrait.right;
  const pitch = points(width) / body.charactersPerLine;
  const characterSpacing = Math.floor((pitch - body.size) * 20);
  const style = styleOf(STYLES.body, "正文文字", body, {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: twips(INDENT * pitch) },
  });
  return { ...style, run: { ...style.run, characterSpacing } };
}

function headingStyle(
  level: HeadingLevel,
  style: TextStyle,
  place: IParagraphStylePropertiesOptions,
): IParagraphStyleOptions {
  const own = styleOf(HEADING_STYLES[level], HEADING_NAMES[level], style, {
    ...place,
    keepNext: true,
    keepLines: true,
    outlineLevel: HEADING_DEPTHS[level],
  });
  return { ...own, next: STYLES.body };
}

function indented({ size }: TextStyle): IParagraphStylePropertiesOptions {
  return { indent: { firstLine: twips(INDENT * size) } };
}

function contentsPlace({ contents }: ReportStyle, depth: number): IParagraphStylePropertiesOptions {
  return { indent: { left: twips(depth * contents.size) } };
}

function cellStyles({ table }: ReportStyle, layouts: TableLayouts): readonly IParagraphStyleOptions[] {
  const styles = [...layouts.values()].map((layout) => {
    const name = `表格 ${layout.size}磅`;
    return styleOf(cellStyle(layout), name, { ...table, size: layout.size, pitch: layout.pitch }, {});
  });
  return [...new Map(styles.map((each) => [each.id, each])).values()];
}
