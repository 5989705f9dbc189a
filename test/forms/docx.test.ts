import { describe, expect, test } from "@jest/globals";
import { docx } from "../../src/render/docx/docx.js";
import { program } from "../project.js";
import { column, heading, paragraph, part, report, row, table } from "../render/sample.js";
import { sampleOf } from "../sample.js";
import { expectWord } from "./agreement.js";
import { readWord } from "./read-word.js";
import { CASES, reportOf, written } from "./reports.js";
import { filesIn, number, sectionAfter, within } from "./word-files.js";
import { wordLines } from "./word-lines.js";

const { fonts } = program;

describe.each(sampleOf(CASES, 3))("the Word file of %s", (folder) => {
  test("says all that its report says, and nothing else, with links where the PDF has them", async () => {
    const of = reportOf(folder);
    await expectWord(await written(of, "docx"), of);
  });
});

describe("the Word file of the sample", () => {
  const of = reportOf("");
  const made = written(of, "docx").then(filesIn);

  test("repeats the heads of tables and keeps columns and rows within the page", async () => {
    const { document } = await made;
    for (const grid of document("w:tbl")) {
      const section = sectionAfter(grid);
      const [size, margins] = ["w:pgSz", "w:pgMar"].map((name) => section.getElementsByTagName(name)[0]);
      const room = number(size, "w:w") - number(margins, "w:left") - number(margins, "w:right");
      const widths = within(grid, "w:gridCol").map((column) => number(column, "w:w"));
      const width = widths.reduce((sum, each) => sum + each, 0);
      // a twip for each column that is rounded
      expect(width).toBeLessThanOrEqual(room + widths.length);
      expect(width).toBeGreaterThan(room * 0.99);
      const [first] = within(grid, "w:tr");
      expect(first?.getElementsByTagName("w:tblHeader").length).toBe(1);
    }
  });

  test("has outline levels for headings and tables, black, in the fonts of official documents", async () => {
    const { files } = await made;
    const styles = files["word/styles.xml"] ?? "";
    const style = (id: string) =>
      styles.match(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`))?.[0];
    const levels = ["Heading1", "Heading2", "Heading3", "AnnexHeading", "TableTitle"].map(
      (id) => style(id)?.match(/<w:outlineLvl w:val="(\d)"/)?.[1],
    );
    expect(levels).toEqual(["0", "1", "2", "0", "1"]);
    expect([...styles.matchAll(/w:color w:val="(\w+)"/g)].map(([, color]) => color)).not.toContain("2E74B5");
    expect(style("Body")).toContain('w:eastAsia="仿宋_GB2312"');
    expect(files["word/fontTable.xml"]).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,');
  });

  test("has 22 lines of 28 characters on a page", async () => {
    const { files, document } = await made;
    const [margins] = document("w:pgMar");
    const height = 16838 - number(margins, "w:top") - number(margins, "w:bottom");
    const body = files["word/styles.xml"]?.match(/w:styleId="Body".*?<\/w:style>/)?.[0] ?? "";
    const [line, spacing] = [/w:line="(\d+)"/, /<w:spacing w:val="(-\d+)"/].map((each) =>
      Number(body.match(each)?.[1]),
    );
    const width = 11906 - number(margins, "w:left") - number(margins, "w:right");
    expect(Math.floor(height / (line ?? 0))).toBe(22);
    expect(Math.floor(width / (16 * 20 + (spacing ?? 0)))).toBe(28);
    const grids = document("w:docGrid").map((grid) => grid.getAttribute("w:type"));
    expect(grids).toContain("lines");
  });

  test("numbers pages as the PDF does", async () => {
    const { files, document } = await made;
    const starts = document("w:pgNumType").map((each) => each.getAttribute("w:start"));
    expect(starts.filter((start) => start !== "")).toEqual(["1", "1"]);
    const footers = Object.entries(files).filter(([name]) => name.startsWith("word/footer"));
    const aligned = footers.map(([, text]) => text.match(/w:jc w:val="(\w+)"/)?.[1]);
    expect(aligned).toEqual(["right", "left", "right", "left"]);
    expect(footers.map(([, text]) => text.includes("PAGE"))).toEqual([false, false, true, true]);
    expect(files["word/settings.xml"]).toContain("<w:evenAndOddHeaders/>");
  });

  test("has contents that Word finds anew, and a bookmark for all that leads somewhere", async () => {
    const { document } = await made;
    const fields = document("w:instrText").map((each) => each.textContent ?? "");
    expect(fields[0]).toBe("TOC \\f C \\h \\z");
    expect(fields.filter((field) => field.startsWith("TC ")).length).toBe(28);
    const ids = document("w:bookmarkStart").map((each) => each.getAttribute("w:id"));
    expect(new Set(ids).size).toBe(ids.length);
    const names = new Set(document("w:bookmarkStart").map((each) => each.getAttribute("w:name")));
    const anchors = document("w:hyperlink").map((each) => each.getAttribute("w:anchor"));
    expect(anchors.filter((anchor) => !names.has(anchor))).toEqual([]);
  });

  test("is the same at any time, and says nothing of when and where it was made", async () => {
    const bytes = await written(of, "docx");
    const { random } = Math;
    const now = Date.now;
    Math.random = () => 0.5;
    Date.now = () => 0;
    try {
      expect(Buffer.from(await written(of, "docx")).equals(bytes)).toBe(true);
    } finally {
      Object.assign(Math, { random });
      Object.assign(Date, { now });
    }
    const { files } = filesIn(bytes);
    expect(files["docProps/core.xml"]).toContain(
      '<dcterms:created xsi:type="dcterms:W3CDTF">2023-01-01T00:00:00Z<',
    );
    const text = Object.values(files).join("\n");
    expect(text).not.toMatch(/Un-named|docx|file:|[A-Z]:\\|<w:comment /);
  });
});

describe("words as they come", () => {
  const HOSTILE = [
    "<script>alert(1)</script> &amp; \"引号\" '单引号'",
    "=1+1、@SUM、+86",
    "控\u0000制\u0008字\u001f符\ufffe和\ud800半个字",
    "两  个空格，制表\t符",
    "𠮷",
  ];

  test("stay as they are but for what no file can hold", async () => {
    const of = report(
      part(heading("part", ...HOSTILE.slice(0, 2)), ...HOSTILE.map((text) => paragraph(text))),
      part(
        table(
          "表",
          [column("甲"), column("乙")],
          HOSTILE.map((text) => row(text, "1.00")),
        ),
      ),
    );
    const bytes = await docx.render(of, { fonts, attachments: [] });
    expect((await readWord(bytes)).lines).toEqual(wordLines(of, fonts));
    expect(filesIn(bytes).files["word/document.xml"]).not.toContain("\u0008");
  });
});

describe("a draft", () => {
  test("says so on every page, and what is marked stands on a ground", async () => {
    const marked = paragraph("有错的一句话");
    const of = report(part(marked, paragraph("别的")));
    const [run] = marked.runs;
    if (!run) throw new Error("a paragraph of nothing");
    const look = { watermark: "草稿", marked: new Map([[run, [{ from: 0, to: 3 }]]]) };
    const { files, document } = filesIn(await docx.render(of, { fonts, attachments: [], look }));
    const headers = Object.entries(files).filter(([name]) => name.startsWith("word/header"));
    expect(headers.map(([, text]) => text.includes("草稿"))).toEqual([true, true]);
    const grounds = document("w:r").filter((each) => each.getElementsByTagName("w:shd").length > 0);
    expect(grounds.map((each) => each.textContent)).toEqual(["有错的"]);
  });
});
