import { describe, expect, test } from "@jest/globals";
import { textSource } from "../../src/files/place.js";
import { readCodeLists } from "../../src/project/codes.js";
import { validateCodeLists } from "../../src/validate/budget/code-lists.js";
import { checkMeasures, decodeMeasures } from "../../src/validate/pack/measures.js";
import { checkTable } from "../../src/validate/pack/tables.js";
import { checkHeadings, checkLine, checkNarrative } from "../../src/validate/pack/templates.js";
import { PROGRAM } from "../project.js";
import { notesOf, SCHEMAS, sourceOf, told } from "./reading.js";

const codes = validateCodeLists(readCodeLists(PROGRAM, PROGRAM, 2023), SCHEMAS);

describe("measures", () => {
  const measures = (text: string) => {
    const source = sourceOf(text, "measures.yaml");
    return checkMeasures(source, decodeMeasures(source), codes);
  };

  test.each([
    ["nothing is wrong", "收入总计: { 即: 收入总计, says: 甲, account: 收入 }", []],
    [
      "a dimension that the account does not have",
      "甲: { says: 甲, account: 收入, where: { 类别: 资本性支出 } }",
      ["1 模板/口径 “收入”账上的各笔没有“类别”这一维度，按它取数总是空的"],
    ],
    [
      "an unknown value",
      "甲: { says: 甲, account: 支出, where: { 类别: 资本支出 } }",
      ["1 模板/口径 “类别”没有“资本支出”这个取值，按它取数总是空的"],
    ],
    [
      "a code that is in no list",
      'A: { says: 甲, account: 支出, where: { 功能科目: "9999999" } }',
      ["1 模板/口径 “功能科目”没有“9999999”这个取值，按它取数总是空的"],
    ],
    [
      "a name that says another value",
      "工程采购: { says: 甲, account: 政府采购, where: { 采购类型: 货物 } }",
      ["1 模板/口径 “工程采购”取的是采购类型 货物，与名称不符"],
    ],
    [
      "a dimension that cannot be counted",
      "甲: { says: 甲, account: 政府采购, count: 项目 }",
      ["1 模板/口径 “政府采购”账上的各笔没有这一维度，数出来总是零"],
    ],
    ["a total of an unknown measure", "甲: { says: 甲, total: [乙] }", ["1 模板/未知 没有叫“乙”的口径"]],
    [
      "a total of itself",
      "甲: { says: 甲, total: [乙] }\n乙: { says: 乙, total: [甲] }",
      ["1 模板/口径 口径“甲”由它自己相加，算不出来", "2 模板/口径 口径“乙”由它自己相加，算不出来"],
    ],
    [
      "a threshold of an unknown measure",
      "甲: { says: 甲, account: 支出, projectsFrom: 乙 }",
      ["1 模板/未知 没有叫“乙”的口径"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(told(measures(text))).toEqual(expected);
  });

  test("what they are read as, each kind", () => {
    const decoded = decodeMeasures(
      sourceOf(
        "甲: { says: 和, account: 支出 }\n乙: { says: 个数, account: 支出, count: 项目 }\n丙: { says: 门槛, constant: 500000 }\n丁: { says: 加, total: [甲] }",
      ),
    );
    expect([...decoded.values()].map(({ kind }) => kind)).toEqual(["sum", "count", "constant", "total"]);
    expect(decoded.get("甲")).toMatchObject({ unit: "元", where: {} });
    expect(decoded.get("乙")).toMatchObject({ unit: "个", of: "项目" });
  });
});

describe("tables", () => {
  const pivot = (columns: string, rows = "[{ by: [功能科目] }]") =>
    told(
      checkTable(
        sourceOf(`title: 表\nlayout: pivot\naccount: 支出\ncolumns: ${columns}\nrows: ${rows}\n`, "t.yaml"),
        codes,
      ),
    );

  test.each([
    ["nothing is wrong", "[{ header: 科目, text: 功能科目.名称 }, { header: 金额, where: {} }]", []],
    [
      "a column that does not say what it prints",
      "[{ header: 金额 }]",
      [expect.stringContaining("“金额”列没有说清印什么")],
    ],
    [
      "a column that says two things",
      "[{ header: 金额, text: 功能科目.名称, where: {} }]",
      [expect.stringContaining("“金额”列没有说清印什么")],
    ],
    [
      "an unknown text",
      "[{ header: 科目, text: 功能科目.名字 }]",
      ["4 模板/未知 没有叫“功能科目.名字”的文字项"],
    ],
    [
      "an unknown field of an indicator",
      "[{ header: 指标, target: 成本指标.四级指标 }]",
      ["4 模板/未知 没有叫“成本指标.四级指标”的指标项"],
    ],
    [
      "a header that says another value",
      "[{ header: 基本支出, where: { 支出性质: 项目支出 } }]",
      [expect.stringContaining("与名称不符")],
    ],
  ])("%s", (_name, columns, expected) => {
    expect(pivot(columns)).toEqual(expected);
  });

  test("rows with rows below them are by 单位 only", () => {
    const column = "[{ header: 金额, where: {} }]";
    expect(pivot(column, "[{ by: [功能科目], rows: [{ by: [项目] }] }]")).toEqual([
      "5 模板/表 下面还有行（rows）的，只能按单位展开",
    ]);
    expect(pivot(column, "[{ by: [单位], rows: [{ by: [项目] }] }]")).toEqual([]);
    expect(pivot(column, "[{ by: [采购类型] }]")).toEqual([
      expect.stringContaining("没有“采购类型”这一维度"),
    ]);
  });
});

describe("templates", () => {
  const narrative = (text: string) => checkNarrative(textSource("甲.hbs", text), ["收入总计", "支出总计"]);

  test.each([
    [
      "nothing is wrong",
      "{{单位名称}}{{万元 收入总计}}{{#if (持平 收入总计)}}持平{{else}}{{增减 收入总计}}{{/if}}",
      [],
    ],
    ["a tag that is not closed", "收入{{万元 收入总计}。", ["1 模板/语法 这里的 {{ 没有用 }} 收尾"]],
    [
      "a block without its end",
      "{{#if (为零 收入总计)}}无",
      ["1 模板/语法 {{#if (为零 收入总计)}} 没有结束"],
    ],
    ["a block without its beginning", "\n无{{/if}}", ["2 模板/语法 {{/if}} 前面没有 {{#if …}}"]],
    ["an unknown helper", "{{亿元 收入总计}}", ["1 模板/未知 没有叫“亿元”的助手"]],
    ["an unknown measure", "{{万元 收入总记}}", ["1 模板/未知 没有叫“收入总记”的口径"]],
    ["an unknown name", "{{单位名字}}", ["1 模板/未知 没有叫“单位名字”的名称"]],
    [
      "a measure that is not said how to print",
      "{{收入总计}}",
      ["1 模板/语法 “收入总计”是口径，要说明怎样印"],
    ],
    ["a name too few", "{{占比 收入总计}}", ["1 模板/语法 “占比”后面要写 2 个名字，这里写了 1 个"]],
    [
      "持平 that is printed whether it is true or not",
      "与上年持平。",
      ["1 模板/语法 “持平”不论是不是真的持平都会印出来"],
    ],
    [
      "a question about one measure, and another that is printed",
      "{{#if (持平 收入总计)}}持平{{else}}{{增减 支出总计}}{{/if}}",
      ["1 模板/语法 前面问的是“收入总计”有没有变化，这里印的是“支出总计”的变化"],
    ],
    ["Chinese quotation marks", "{{增减 收入总计 原因=“因为”}}", ["1 模板/语法 引号用了中文的“ ”"]],
    ["syntax that is not used here", "{{> 甲}}", ["1 模板/语法 本程序的模板不用这种写法"]],
    [
      "an each of what are no items",
      "{{#each 内设机构}}甲{{/each}}",
      ["1 模板/语法 “each”后面要写一个助手列出的各项"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(told(narrative(text))).toEqual(expected);
  });

  test("what is nested too deeply is refused at its place, unread", () => {
    const deep = `${"{{#if (为零 收入总计)}}".repeat(21)}甲${"{{/if}}".repeat(21)}`;
    expect(told(narrative(deep))).toEqual(["1 模板/语法 一层套一层，超过 20 层"]);
  });

  test("what was published is not blamed for how it says 持平", () => {
    const text = "与上年持平。{{#if (持平 收入总计)}}{{else}}{{增减 支出总计}}{{/if}}";
    expect(checkNarrative(textSource("甲.hbs", text), ["收入总计", "支出总计"], true)).toEqual([]);
  });

  test("a line has names and the words that it is given, and nothing else", () => {
    const source = sourceOf('title: "{{单位名称}}{{处}}{{万元 收入总计}}"');
    expect(told(checkLine(source, ["title"], ["处"]))).toEqual(["1 模板/未知 没有叫“收入总计”的口径"]);
    expect(checkLine(source, ["没有"])).toEqual([]);
  });
});

test("headings that are none", () => {
  const headings = (text: string) => told(checkHeadings(textSource("甲.hbs", text)));
  expect(headings("# 一\n\n## 二\n\n+ 三\n\n# {{年}}年\n+1 分")).toEqual([]);
  expect(headings("#一\n###\n＃ 二\n+三\n#")).toEqual(
    [1, 2, 3, 4, 5].map((line) => expect.stringMatching(`^${line} 模板/语法 行首的“`)),
  );
  expect(notesOf(checkHeadings(textSource("甲.hbs", "#一")))).toContain("一级标题写“# 标题”");
});
