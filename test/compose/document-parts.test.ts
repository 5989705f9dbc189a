import { expect, test } from "@jest/globals";
import { type Edit, printed } from "./edited-format.js";

const BALANCE = "tables/01-balance.yaml";
const EACH = "      - each: 功能类\n";

test("tables without numbers go by their titles", async () => {
  const text = await printed([BALANCE, "number: 预算01表\n", ""]);
  expect(text).toContain("\n[table]  | 2023年单位收支总体情况表\n");
});

test("two tables of one title are told, unless one is of units and the other of departments", async () => {
  const title = 'title: "{{年}}年{{主体}}收支总体情况表"\n';
  const numbers: readonly Edit[] = [
    [BALANCE, "number: 预算01表\n", ""],
    ["tables/02-revenue.yaml", "number: 预算02表\n", ""],
    ["tables/02-revenue.yaml", 'title: "{{年}}年{{主体}}收入总体情况表"\n', title],
  ];
  expect(await printed(...numbers)).toContain("表题“{{年}}年{{主体}}收支总体情况表”用了两次");
  const apart: readonly Edit[] = [
    [BALANCE, title, `${title}when: { 主体: 单位 }\n`],
    ["tables/02-revenue.yaml", title, `${title}when: { 主体: 部门 }\n`],
  ];
  const text = await printed(...numbers, ...apart);
  expect(text.match(/\[table\] {2}\| 2023年单位收支总体情况表/g)).toHaveLength(1);
});

test("rows with figures only, numbered as they come", async () => {
  const text = await printed([BALANCE, EACH, `${EACH}        onlyWithFigures: true\n`]);
  const table = text.slice(text.indexOf("预算01表"), text.indexOf("预算02表"));
  expect(table.match(/[一二三四]、(?:社会|卫生|城乡|住房)[^|]*\|/gu)).toEqual([
    "一、社会保障和就业 |",
    "二、卫生健康 |",
    "三、城乡社区 |",
    "四、住房保障支出 |",
  ]);
});

test("columns of units only, or of departments", async () => {
  const column = "  - { header: 总计, where: {}, role: total }\n";
  const only = (whose: string): Edit => [
    "tables/02-revenue.yaml",
    column,
    `${column}  - { header: 另计, where: {}, role: within, when: { 主体: ${whose} } }\n`,
  ];
  expect(await printed(only("单位"))).toContain("| 总计 | 另计 |");
  expect(await printed(only("部门"))).not.toContain("另计");
});

test("all terms in the order of their file", async () => {
  const text = await printed([
    "pack.yaml",
    "    title: [第三部分, 名词解释]\n",
    "    title: [第三部分, 名词解释]\n    all: true\n",
  ]);
  expect(text).toMatch(/名词解释\n一、财政拨款收入：/);
  expect(text).toContain("附属单位上缴收入：是指");
});

test("parts of units only, and those that say nothing", async () => {
  const part = (more: string): Edit => [
    "pack.yaml",
    "  - kind: terms\n",
    `  - kind: narrative\n    title: [另外一部分]\n    files: [duties]\n    ${more}\n  - kind: terms\n`,
  ];
  const silent: Edit = ["narrative/duties.hbs", "# 主要职责", "{{#if 公开日期}}\n# 主要职责"];
  const end: Edit = ["narrative/duties.hbs", "{{#unless 职责分段}}。{{/unless}}", "{{/if}}"];
  expect(await printed(part("when: { 主体: 单位 }"))).toContain("# 另外一部分");
  expect(await printed(part("when: { 主体: 部门 }"))).not.toContain("另外一部分");
  expect(await printed(part("onlyWithText: true"))).toContain("# 另外一部分");
  expect(await printed(part("onlyWithText: true"), silent, end)).not.toContain("另外一部分");
});

test("lists item by item, and how many there are", async () => {
  const text = await printed([
    "narrative/offices.hbs",
    "# 机构设置",
    '# 机构设置\n\n设{{条数 内设机构}}科室，{{条数 下属单位 单位="家"}}单位。\n\n{{#each (逐条 内设机构)}}\n+ {{名称}}（{{序号}}）\n\n{{/each}}',
  ]);
  expect(text).toMatch(/设\d+个科室，0家单位。\n（一）[^\n]+（1）\n（二）[^\n]+（2）\n/);
});

test("items of a list have no figure of their own", async () => {
  const text = await printed([
    "narrative/offices.hbs",
    "# 机构设置",
    "# 机构设置\n\n{{#each (逐条 内设机构)}}{{万元 本项}}{{/each}}",
  ]);
  expect(text).toContain("没有叫“本项”的口径");
});

test("words of a row stand where their column has them, if the format says so", async () => {
  const text = await printed([
    BALANCE,
    "emptyNote:",
    "looks: { rows: { total: { align: 中 } } }\nemptyNote:",
  ]);
  expect(text).toContain("left、center、right、column");
});
