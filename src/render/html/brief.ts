import { hasGap, printedValue } from "../../model/figure.js";
import type { Figure } from "../../model/ledger.js";
import type { Attachment } from "../../model/record.js";
import type { Brief, BriefFigure, Cell, Report } from "../../model/report.js";
import { tableName } from "../../model/table-words.js";
import { tablesOf } from "../../model/walk.js";
import { draw, markOf } from "../chart/draw.js";
import { indexCells } from "../tags/figure-cells.js";
import { CHART_WIDTH, CHART_WORDS, chartPicture } from "./chart.js";
import { type Composition, compositionsOf } from "./composition.js";
import { element, type Markup, type MarkupContent } from "./markup.js";
import { figureWithUnit, type PageWriting } from "./text.js";

/** What a page says first, and the cells of the report that it leads to. */
export interface PageBrief {
  readonly main: readonly (BriefFigure & { readonly cell: Cell | undefined })[];
  readonly years: readonly BriefFigure[];
  readonly compositions: readonly Composition[];
  readonly year: number;
}

/** The brief of a report that has one, with what its balance is made of. */
export function briefOf({ main, years }: Brief, report: Report): PageBrief {
  const cellOf = indexCells(tablesOf(report));
  return {
    main: main.map((each) => ({ ...each, cell: cellOf(each.now, [])?.cell })),
    years,
    compositions: compositionsOf(report),
    year: report.year,
  };
}

export function cellsOfBrief({ main, compositions }: PageBrief): readonly Cell[] {
  return [
    ...main.flatMap(({ cell }) => cell ?? []),
    ...compositions.flatMap(({ parts }) => parts.map(({ cell }) => cell)),
  ];
}

/** The main figures, charts of what they are made of, the years beside each other, and all figures as data. */
export function briefSection(
  brief: PageBrief,
  page: PageWriting,
  attachments: readonly Attachment[],
): Markup {
  return element(
    "section",
    { class: "brief", "aria-labelledby": "brief" },
    element("h2", { id: "brief" }, "要点"),
    element("dl", {}, ...brief.main.map((each) => mainFigure(each, page))),
    ...brief.compositions.map((each) => compositionFigure(each, page)),
    ...(brief.years.length > 0 ? [yearsTable(brief, page)] : []),
    ...attachments.flatMap(download),
  );
}

function mainFigure({ name, now, change, cell }: PageBrief["main"][number], page: PageWriting): Markup {
  return element(
    "div",
    {},
    element("dt", {}, name),
    element("dd", {}, linked(now, cell, page)),
    ...(change ? [element("dd", { class: "change" }, "比上年", ...changeContent(change, page))] : []),
  );
}

function changeContent(change: Figure, page: PageWriting): readonly MarkupContent[] {
  const value = printedValue(change);
  if (value.isZero()) return ["持平"];
  return [
    value.isNegative() ? "减少" : "增加",
    figureWithUnit({ ...change, amount: change.amount.abs() }, page),
  ];
}

function linked(figure: Figure, cell: Cell | undefined, page: PageWriting): MarkupContent {
  const id = cell && page.anchors.ids.get(cell);
  const content = figureWithUnit(figure, page);
  return id ? element("a", { href: `#${id}` }, content) : content;
}

/** A chart, and below it the table that it is drawn from. */
function compositionFigure({ name, table, parts }: Composition, page: PageWriting): Markup {
  const marks = parts.map((part) => markOf(part.name, part.figure));
  const says = `${name}：${marks.map((mark) => `${mark.name} ${mark.printed}`).join("；")}`;
  const drawing = draw("bar", marks, CHART_WIDTH, CHART_WORDS);
  const rows = parts.map((part) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, part.name),
      element("td", { class: "r" }, linked(part.figure, part.cell, page)),
    ),
  );
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, name),
    element("th", { scope: "col" }, "金额"),
  );
  const grid = element(
    "table",
    {},
    element("caption", {}, `见${tableName(table)}`),
    element("thead", {}, head),
    element("tbody", {}, ...rows),
  );
  const title = element("figcaption", {}, `${name}的构成`);
  return element("figure", {}, title, chartPicture(drawing, says), grid);
}

function yearsTable({ years, year }: PageBrief, page: PageWriting): Markup {
  const heads = ["项目", `${year - 1}年预算`, `${year}年预算`, "增减"];
  const rows = years.map(({ name, now, before, change }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      ...[before, now].map((each) =>
        element("td", { class: "r" }, each && !hasGap(each) ? figureWithUnit(each, page) : undefined),
      ),
      element("td", { class: "r" }, ...(change ? changeContent(change, page) : [])),
    ),
  );
  const grid = element(
    "table",
    {},
    element("caption", { id: "years" }, "两年对照"),
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows),
  );
  return element("div", { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": "years" }, grid);
}

/** The figures as a table for spreadsheets, inside of the page. */
function download({ mediaType, name, content, says }: Attachment): readonly Markup[] {
  if (mediaType !== "text/csv") return [];
  const href = `data:text/csv;base64,${Buffer.from(content).toString("base64")}`;
  return [element("p", {}, element("a", { class: "download", download: name, href }, `下载${says}`))];
}
