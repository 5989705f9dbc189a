import { expect, test } from "@jest/globals";
import { type Edit, printed } from "./edited-format.js";

/** A list behind the general public budget, in words of a format. */
const listed = (words: string): Edit => [
  "narrative/general-public-budget.hbs",
  "主要用于以下方面：\n",
  `${words}主要用于以下方面：\n`,
];

test("each code with what is above it, numbered, with separators between and at the end", async () => {
  const text = await printed(
    listed(
      '{{#each (按 财政拨款基本支出 "功能科目")}}{{序号}}. {{类名}}（类）{{款名}}（款）{{名称}}（项）{{万元 本项}}{{#if @last}}。{{else}}；{{/if}}{{/each}}',
    ),
  );
  expect(text).toContain(
    "；2. 社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）15.50万元；3. 卫生",
  );
  expect(text).toMatch(/住房公积金（项）[0-9.]+万元。主要用于以下方面：/);
});

test("a paragraph for each", async () => {
  const text = await printed(
    listed(
      '\n\n{{#each (按 财政拨款人员经费 "经济科目")}}\n\n+ “{{名称}}”（{{类名}}）科目{{万元 本项}}。\n\n{{/each}}\n\n',
    ),
  );
  expect(text).toMatch(/\n（一）“基本工资”（工资福利支出）科目[0-9.]+万元。\n（二）“/);
});

test("what is above what has nothing above it is told", async () => {
  const text = await printed(listed('{{#each (按 财政拨款基本支出 "功能类")}}{{类名}}{{/each}}'));
  expect(text).toContain("没有叫“类名”的名称");
});
