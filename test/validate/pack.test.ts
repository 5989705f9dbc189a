import { describe, expect, test } from "@jest/globals";
import { textSource } from "../../src/files/place.js";
import { readCodeLists } from "../../src/project/codes.js";
import { validateCodeLists } from "../../src/validate/budget/code-lists.js";
import { checkMeasures, decodeMeasures } from "../../src/validate/pack/measures.js";
import { checkTable } from "../../src/validate/pack/tables.js";
import { checkHeadings, checkLine, checkNarrative } from "../../src/validate/pack/templates.js";
import { PROGRAM } from "../project.js";
import { notesOf, SCHEMAS, sourceOf, told } from "./reading.js";

const codes = validateCodeLists(readCodeLists(PROGRAM, 2023), SCHEMAS);

describe("口径", () => {
  const measures = (text: string) => {
    const source = sourceOf(text, "measures.yaml");
    return checkMeasures(source, decodeMeasures(source), codes);
  };

  test.each([
    ["对的", "收入总计: { says: 甲, account: 收入 }", []],
    [
      "账上没有的维度",
      "甲: { says: 甲, account: 收入, where: { 类别: 资本性支出 } }",
      ["1 模板/口径 “收入”账上的各笔没有“类别”这一维度，按它取数总是空的"],
    ],
    [
      "没有的取值",
      "甲: { says: 甲, account: 支出, where: { 类别: 资本支出 } }",
      ["1 模板/口径 “类别”没有“资本支出”这个取值，按它取数总是空的"],
    ],
    [
      "科目表里没有的代码",
      'A: { says: 甲, account: 支出, where: { 功能科目: "9999999" } }',
      ["1 模板/口径 “功能科目”没有“9999999”这个取值，按它取数总是空的"],
    ],
    [
      "名称说的是另一个取值",
      "工程采购: { says: 甲, account: 政府采购, where: { 采购类型: 货物 } }",
      ["1 模板/口径 “工程采购”取的是采购类型 货物，与名称不符"],
    ],
    [
      "数不出的维度",
      "甲: { says: 甲, account: 政府采购, count: 项目 }",
      ["1 模板/口径 “政府采购”账上的各笔没有这一维度，数出来总是零"],
    ],
    ["相加的口径没有", "甲: { says: 甲, total: [乙] }", ["1 模板/未知 没有叫“乙”的口径"]],
    [
      "自己加自己",
      "甲: { says: 甲, total: [乙] }\n乙: { says: 乙, total: [甲] }",
      ["1 模板/口径 口径“甲”由它自己相加，算不出来", "2 模板/口径 口径“乙”由它自己相加，算不出来"],
    ],
    ["门槛的口径没有", "甲: { says: 甲, account: 支出, projectsFrom: 乙 }", ["1 模板/未知 没有叫“乙”的口径"]],
  ])("%s", (_name, text, expected) => {
    expect(told(measures(text))).toEqual(expected);
  });

  test("各种口径读成什么", () => {
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

describe("附表", () => {
  const pivot = (columns: string, rows = "[{ by: [功能科目] }]") =>
    told(
      checkTable(
        sourceOf(`title: 表\nlayout: pivot\naccount: 支出\ncolumns: ${columns}\nrows: ${rows}\n`, "t.yaml"),
        codes,
      ),
    );

  test.each([
    ["对的", "[{ header: 科目, text: 功能科目.名称 }, { header: 金额, where: {} }]", []],
    ["列没有说印什么", "[{ header: 金额 }]", [expect.stringContaining("“金额”列没有说清印什么")]],
    [
      "列说了两样",
      "[{ header: 金额, text: 功能科目.名称, where: {} }]",
      [expect.stringContaining("“金额”列没有说清印什么")],
    ],
    [
      "没有的文字项",
      "[{ header: 科目, text: 功能科目.名字 }]",
      ["4 模板/未知 没有叫“功能科目.名字”的文字项"],
    ],
    [
      "没有的指标项",
      "[{ header: 指标, target: 成本指标.四级指标 }]",
      ["4 模板/未知 没有叫“成本指标.四级指标”的指标项"],
    ],
    [
      "列名说的是另一个取值",
      "[{ header: 基本支出, where: { 支出性质: 项目支出 } }]",
      [expect.stringContaining("与名称不符")],
    ],
  ])("%s", (_name, columns, expected) => {
    expect(pivot(columns)).toEqual(expected);
  });

  test("下面还有行的，只能按单位", () => {
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

describe("模板", () => {
  const narrative = (text: string) => checkNarrative(textSource("甲.hbs", text), ["收入总计", "支出总计"]);

  test.each([
    ["对的", "{{单位名称}}{{万元 收入总计}}{{#if (持平 收入总计)}}持平{{else}}{{增减 收入总计}}{{/if}}", []],
    ["没有收尾", "收入{{万元 收入总计}。", ["1 模板/语法 这里的 {{ 没有用 }} 收尾"]],
    ["块没有结束", "{{#if (为零 收入总计)}}无", ["1 模板/语法 {{#if (为零 收入总计)}} 没有结束"]],
    ["块没有开头", "\n无{{/if}}", ["2 模板/语法 {{/if}} 前面没有 {{#if …}}"]],
    ["没有的助手", "{{亿元 收入总计}}", ["1 模板/未知 没有叫“亿元”的助手"]],
    ["没有的口径", "{{万元 收入总记}}", ["1 模板/未知 没有叫“收入总记”的口径"]],
    ["没有的名称", "{{单位名字}}", ["1 模板/未知 没有叫“单位名字”的名称"]],
    ["口径没有说怎样印", "{{收入总计}}", ["1 模板/语法 “收入总计”是口径，要说明怎样印"]],
    ["少一个名字", "{{占比 收入总计}}", ["1 模板/语法 “占比”后面要写 2 个名字，这里写了 1 个"]],
    ["持平不论真假都印", "与上年持平。", ["1 模板/语法 “持平”不论是不是真的持平都会印出来"]],
    [
      "问的和印的不是一个",
      "{{#if (持平 收入总计)}}持平{{else}}{{增减 支出总计}}{{/if}}",
      ["1 模板/语法 前面问的是“收入总计”有没有变化，这里印的是“支出总计”的变化"],
    ],
    ["中文引号", "{{增减 收入总计 原因=“因为”}}", ["1 模板/语法 引号用了中文的“ ”"]],
    ["本程序不用的写法", "{{> 甲}}", ["1 模板/语法 本程序的模板不用这种写法"]],
    ["不是各项的 each", "{{#each 内设机构}}甲{{/each}}", ["1 模板/语法 “each”后面要写一个助手列出的各项"]],
  ])("%s", (_name, text, expected) => {
    expect(told(narrative(text))).toEqual(expected);
  });

  test("套得太深的，说是哪里，不去读它", () => {
    const deep = `${"{{#if (为零 收入总计)}}".repeat(21)}甲${"{{/if}}".repeat(21)}`;
    expect(told(narrative(deep))).toEqual(["1 模板/语法 一层套一层，超过 20 层"]);
  });

  test("公开过的，持平的写法不再挑", () => {
    const text = "与上年持平。{{#if (持平 收入总计)}}{{else}}{{增减 支出总计}}{{/if}}";
    expect(checkNarrative(textSource("甲.hbs", text), ["收入总计", "支出总计"], true)).toEqual([]);
  });

  test("一行里只有名称和给它的词", () => {
    const source = sourceOf('title: "{{单位名称}}{{处}}{{万元 收入总计}}"');
    expect(told(checkLine(source, ["title"], ["处"]))).toEqual(["1 模板/未知 没有叫“收入总计”的口径"]);
    expect(checkLine(source, ["没有"])).toEqual([]);
  });
});

test("不是标题的标题", () => {
  const headings = (text: string) => told(checkHeadings(textSource("甲.hbs", text)));
  expect(headings("# 一\n\n## 二\n\n+ 三\n\n# {{年}}年\n+1 分")).toEqual([]);
  expect(headings("#一\n###\n＃ 二\n+三\n#")).toEqual(
    [1, 2, 3, 4, 5].map((line) => expect.stringMatching(`^${line} 模板/语法 行首的“`)),
  );
  expect(notesOf(checkHeadings(textSource("甲.hbs", "#一")))).toContain("一级标题写“# 标题”");
});
