import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject } from "../project.js";
import { sampleOf } from "../sample.js";

const DATA = dataFile("403008", 2023);
const AMOUNT = "2018980.00";
const CODE = "411200230000000004110";
const OFFICES = "[办公室, 财务科, 工程管理科, 物业管理科, 住房保障管理科]";

/** What is wrong with the data in which something is written otherwise, and what it says to write instead. */
async function saidOf(right: string, wrong: string) {
  const project = makeProject();
  const file = join(project, DATA.file);
  writeFileSync(file, readFileSync(file, "utf8").replace(`: ${right}`, `: ${wrong}`));
  const order = { data: DATA, output: "out" };
  const found = await orElseLater(
    async () => (await examineIn(project, order)).warnings,
    (refused) => refused,
  );
  const errors = found.filter(({ severity }) => severity === "错误");
  const said = errors.flatMap(({ notes }) => notes).join("\n");
  return { errors, meant: /(?:写成|以元计：) ?(\[.*?\]|[\d.]+)/.exec(said)?.[1] };
}

const AMOUNTS = [
  ...["２０１８９８０．００", "2018980。00", "“2018980.00”", "201，8980.00", "￥2018980.00元"],
  ...["201,8980.00", "2,018,980.00", "20,18,980.00", '"2,018,980.00"', "2 018 980.00", "2018980.000"],
  ...["2018980.00元", "201.898万元", "2018980.00；", "2018980.OO", "人民币2018980.00元整", "+2018980.00"],
];

const SLIPS: readonly (readonly [right: string, wrong: string])[] = [
  ...AMOUNTS.map((wrong) => [AMOUNT, wrong] as const),
  [CODE, "４１１２００２３０００００００００４１１０"],
  [CODE, "4112 0023 0000 0000 04110"],
  [CODE, "’411200230000000004110"],
  ["2023", "2023年"],
  ["2023", "二〇二三"],
  [OFFICES, "办公室、财务科、工程管理科、物业管理科、住房保障管理科"],
  [OFFICES, "【办公室，财务科，工程管理科，物业管理科，住房保障管理科】"],
  [OFFICES, "[办公室、财务科, 工程管理科，物业管理科, 住房保障管理科]"],
  [OFFICES, "[办公室；财务科, 工程管理科 物业管理科, 住房保障管理科]"],
];

test.each(sampleOf(SLIPS, 3))("%s written as %s: what is said mends it", async (right, wrong) => {
  const { errors, meant = "" } = await saidOf(right, wrong);
  expect(errors).toHaveLength(1);
  expect((await saidOf(right, meant)).errors).toEqual([]);
});
