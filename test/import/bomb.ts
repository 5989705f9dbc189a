import { constants, deflateRawSync } from "node:zlib";

/** A workbook of some kilobytes whose sheet says that it is two gigabytes of blanks. */
export function bomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(2 ** 20, " "), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const sheet = Buffer.concat([...Array.from({ length: 2048 }, () => block), end]);
  return zipped([
    { name: "[Content_Types].xml", data: deflateRawSync(Buffer.from(TYPES)), size: TYPES.length },
    { name: "xl/workbook.xml", data: deflateRawSync(Buffer.from(BOOK)), size: BOOK.length },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: deflateRawSync(Buffer.from(RELATIONS)),
      size: RELATIONS.length,
    },
    { name: "xl/worksheets/sheet1.xml", data: sheet, size: 2 ** 31 },
  ]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const FORMAT = "http://schemas.openxmlformats.org";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const TYPES = `${XML}<Types xmlns="${FORMAT}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/></Types>`;
const BOOK = `${XML}<workbook xmlns="${FORMAT}/spreadsheetml/2006/main" xmlns:r="${FORMAT}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const RELATIONS = `${XML}<Relationships xmlns="${FORMAT}/package/2006/relationships"><Relationship Id="rId1" Type="${FORMAT}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

interface Entry {
  readonly name: string;
  /** already compressed */
  readonly data: Buffer;
  readonly size: number;
}

function zipped(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size } of entries) {
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, Buffer.from(name), data]);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), shared, behind, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...parts, central, Buffer.from("PK\u0005\u0006"), end]));
}
