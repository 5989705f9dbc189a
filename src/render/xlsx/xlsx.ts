import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Orientation, Report, Table } from "../../model/report.js";
import type { Form } from "../open-form.js";
import { packedAnew } from "../zip.js";
import { LINE, widthOf } from "./measures.js";
import { cellReference, sheetNames } from "./sheet-names.js";
import { FONT, HEAD, LINK, TITLE } from "./styles.js";
import { pageOf, type SheetSetting, tableSheet, text, titleRows } from "./table-sheet.js";

/** A workbook with a sheet for each table, behind one that lists them. */
export const xlsx: Form = {
  name: "xlsx",
  async render(report, { look }) {
    const { title, subject, date, modified = date } = report;
    const tables = placedTables(report);
    const setting = { marked: look?.marked ?? new Map(), watermark: look?.watermark };
    const written = await writeXlsx({
      sheets: [
        contentsSheet(title.text, tables, setting),
        ...tables.map(({ table, orientation, name }) =>
          tableSheet(table, { ...setting, contents: CONTENTS, orientation, name }),
        ),
      ],
      namedRanges: tables.flatMap(({ table, name }) => {
        const rows = titleRows(table);
        const range = { name: "_xlnm.Print_Titles", scope: name };
        return rows === undefined ? [] : [{ ...range, range: cellReference(name, rows) }];
      }),
      properties: { title: title.text, subject, created: date, modified },
      defaultFont: FONT,
    });
    return packedAnew(written);
  },
};

const CONTENTS = "目录";

/** A table with the name of its sheet. */
interface PlacedTable {
  readonly table: Table;
  readonly orientation: Orientation;
  readonly name: string;
}

function placedTables({ parts }: Report): readonly PlacedTable[] {
  const placed = parts.flatMap(({ orientation, blocks }) =>
    blocks.filter((block) => block.kind === "table").map((table) => ({ table, orientation })),
  );
  const wanted = placed.map(({ table: { number, title } }) => `${number.text} ${title.text}`.trim());
  const [, ...names] = sheetNames([CONTENTS, ...wanted]);
  return placed.map((each, index) => ({ ...each, name: names[index] ?? "" }));
}

function contentsSheet(
  title: string,
  tables: readonly PlacedTable[],
  { watermark }: Pick<SheetSetting, "watermark">,
): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  cells.set("0,0", text(title, TITLE));
  for (const [column, head] of ["表号", "表名"].entries()) cells.set(`1,${column}`, text(head, HEAD));
  for (const [index, { table, name }] of tables.entries()) {
    const hyperlink = { target: "", location: cellReference(name) };
    const row = index + 2;
    cells.set(`${row},0`, { ...text(table.number.text, LINK), hyperlink });
    cells.set(`${row},1`, { ...text(table.title.text, LINK), hyperlink });
  }
  const rows = Array.from({ length: tables.length + 2 }, () => []);
  return {
    name: CONTENTS,
    columns: [{ width: 14 }, { width: Math.max(60, widthOf(title) + 10) }],
    rows,
    rowDefs: new Map(rows.map((_, row) => [row, { height: row === 0 ? 3 * LINE : 1.5 * LINE }])),
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
    ...pageOf({ orientation: "portrait", watermark }),
  };
}
