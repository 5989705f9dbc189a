import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject } from "../project.js";
import { atNight } from "../sample.js";
import { drawnLines } from "./drawn-lines.js";
import { readTagged, type StructureNode, textOf } from "./structure.js";

const data = dataFile("403008", 2023);

interface Edition {
  readonly file: string;
  readonly bytes: Buffer;
  /** of the cover, from the top down */
  readonly cover: readonly { readonly text: string; readonly size: number | undefined }[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The sample with lines behind its data. */
async function edition(lines: string): Promise<Edition> {
  const project = makeProject();
  appendFileSync(join(project, data.file), lines);
  const { file } = await buildIn(project, { data, output: "out" });
  const bytes = readFileSync(join(project, file));
  const cover = await drawnLines(bytes, ({ pageNumber }) => pageNumber === 1);
  return {
    file,
    bytes,
    cover: cover.map(({ text, glyphs }) => ({ text: text.trim(), size: glyphs[0]?.size })),
    metadata: await metadataOf(bytes),
  };
}

async function metadataOf(bytes: Uint8Array): Promise<Readonly<Record<string, unknown>>> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const { info, metadata } = await (await loading.promise).getMetadata();
  const xmp = { created: metadata?.get("xmp:createdate"), modified: metadata?.get("xmp:modifydate") };
  await loading.destroy();
  return { ...info, xmp };
}

const TITLE = "三门峡市住房保障中心2023年度单位预算公开";
const NAMES = [
  { text: "三门峡市住房保障中心", size: 26 },
  { text: "2023年度单位预算公开", size: 26 },
];
const PUBLISHED = { text: "公开日期：2023年2月20日", size: 16 };

test("a document that does not say when it is published has no date", async () => {
  const { cover, metadata } = await edition("");
  expect(cover).toEqual(NAMES);
  expect(metadata).toMatchObject({ Title: TITLE, CreationDate: "D:20230101000000Z" });
  expect(metadata).not.toHaveProperty("ModDate");
});

test("the date of publication stands on the cover, and in the file as that of its making", async () => {
  const { file, cover, metadata } = await edition("\n公开日期: 2023-02-20\n");
  expect(file).toBe(`out/${TITLE}.pdf`);
  expect(cover).toEqual([...NAMES, PUBLISHED]);
  expect(metadata).toMatchObject({ Title: TITLE, CreationDate: "D:20230220000000Z" });
  expect(metadata).not.toHaveProperty("ModDate");
});

const CORRECTED = "\n公开日期: 2023-02-20\n更正: { 更正日期: 2023-05-20, 原因: 录入有误 }\n";
const CORRECTED_FORMERLY = "\n更正: { 公开日期: 2023-02-20, 更正日期: 2023-05-20, 原因: 录入有误 }\n";

test("a corrected document says that it is one, and since when, on its cover, in its title and in its metadata", async () => {
  const { file, bytes, cover, metadata } = await edition(CORRECTED);
  expect(file).toBe(`out/${TITLE}（更正后）.pdf`);
  expect(cover).toEqual([
    ...NAMES,
    { text: "（更正后）", size: 26 },
    PUBLISHED,
    { text: "更正日期：2023年5月20日", size: 16 },
  ]);
  expect(metadata).toMatchObject({
    Title: `${TITLE}（更正后）`,
    Subject: "2023年度单位预算公开（2023年5月20日更正后）",
    CreationDate: "D:20230220000000Z",
    ModDate: "D:20230520000000Z",
    xmp: { created: "2023-02-20T00:00:00Z", modified: "2023-05-20T00:00:00Z" },
  });
  const { root } = await readTagged(bytes);
  const [title, ...others] = root.kids.filter((kid): kid is StructureNode => typeof kid !== "string");
  expect(title && [title.type, textOf(title)]).toEqual(["H1", `${TITLE}（更正后）`]);
  expect(others.slice(0, 2).map((each) => [each.type, textOf(each)])).toEqual([
    ["P", PUBLISHED.text],
    ["P", "更正日期：2023年5月20日"],
  ]);
});

atNight("what older data says of its publication is the same fact", async () => {
  const { cover, metadata } = await edition(CORRECTED_FORMERLY);
  expect(cover).toContainEqual(PUBLISHED);
  expect(metadata).toMatchObject({ CreationDate: "D:20230220000000Z", ModDate: "D:20230520000000Z" });
});
