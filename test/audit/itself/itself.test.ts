import { expect, test } from "@jest/globals";
import { opinionPage, opinionWords } from "../../../src/cli/opinion.js";
import { judged, recoveredOf, toldIn } from "./given.js";
import { PLANTS } from "./plants.js";

const UNCHANGED = ["sample", "luoyang-department", "shanghai-putuo"];
const sample = await recoveredOf("sample");
const others: (readonly [string, Awaited<ReturnType<typeof recoveredOf>>])[] = [];
for (const name of UNCHANGED) others.push([name, name === "sample" ? sample : await recoveredOf(name)]);

test.each(others)(
  "%s: nothing is found in the unchanged document, and hardly a cell is left",
  (_name, recovered) => {
    const { findings, cells } = judged(recovered);
    expect(findings.map(({ message }) => message)).toEqual([]);
    expect(cells.checked / cells.all).toBeGreaterThan(0.95);
  },
);

const told = toldIn(sample);

test("the sample has a place for nearly all plants", () => {
  expect(told.length).toBeGreaterThan(PLANTS.length * 0.9);
});

test.each(told.map(({ plant, isTold }) => ({ ...plant, isTold })))("$kind: $what is told", ({ isTold }) => {
  expect(isTold).toBe(true);
});

test("whose a document is, is read in it", () => {
  const { whose, format } = judged(sample);
  expect(whose).toMatchObject({ unit: "三门峡市住房保障中心", year: 2023 });
  expect(format).toBe("河南省单位预算公开");
});

test("one wrong cell is one finding, with both figures, its place, and what it rests on", () => {
  const [wrong] = PLANTS;
  const planted = wrong?.plant(sample);
  const { findings } = judged(planted ?? sample);
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  expect(finding?.message).toContain("印的是 2,001.90，各分项相加是 1,001.90，相差 1,000.00");
  expect(finding?.weight).toBe("重大");
  expect(finding?.where).toMatch(/第 1 张表第 \d+ 行/u);
});

test("the summary says how much was checked, and the page what was found, as text", () => {
  const planted = PLANTS.find(({ what }) => what === "请填写")?.plant(sample) ?? sample;
  const audited = { ...judged(planted), file: "<甲>.docx" };
  expect(opinionWords(audited)).toMatch(/发现 1 处：重大 0，一般 1，格式 0[\s\S]*没有核对的：/u);
  const page = opinionPage([audited]);
  expect(page).toContain("&lt;甲&gt;.docx");
  expect(page).toContain("（请填写）");
});
