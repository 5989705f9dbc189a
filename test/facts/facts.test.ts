import { expect, test } from "@jest/globals";
import { DATA, type Edit, NARRATIVE, PACK, printed, TABLE } from "./format.js";

test("what a format asks itself is printed: counts, amounts, texts, lists, of the unit, codes, projects and kinds", async () => {
  const text = await printed();
  for (const sentence of [
    "计划接待12批次，会议费1.50万元，购置2辆。购买保洁、保安。\n2023年保障运转。\n服务群众。\n",
    "事业单位离退休3.18万元，用于2080502的用途，上年执行数1.00万元；",
    "2023物业管理费（含经济适用房费用）：2023物业管理费（含经济适用房费用）的内容。",
  ]) {
    expect(text).toContain(sentence);
  }
  const table = text.slice(text.indexOf("[table] 预算05表"), text.indexOf("[table] 预算06表"));
  expect(table).toMatch(/合计 \| 201\.90 .*\| 21\.00 \|/);
  expect(table).toMatch(/事业单位离退休 \| 3\.18 .*\| 2080502的用途 \| 1\.00 \|/);
  // listed without an amount of this table
  expect(table).toMatch(/公共租赁住房 \| · .*\| 2210106的用途 \| 5\.00 \|/);
});

test.each<readonly [string, readonly string[], ...Edit[]]>([
  [
    "a fact that is not said",
    [
      "“版式事项”里没有写“接待批次”",
      "2023.yaml:269:1",
      "本年计划接待的批次（批次），写整数",
      "\n  接待批次: 待填\n",
    ],
    [DATA, "  接待批次: 12\n", ""],
  ],
  [
    "nothing at all",
    ["没有写“版式事项”", "\n版式事项:\n  接待批次: 待填\n  购买服务: 待填\n"],
    [DATA, "\n版式事项:", "\n无:"],
  ],
  [
    "a name that is not asked",
    ["里不能写“接待批数”", "是不是想写“接待批次”？", "\n1 个错误"],
    [DATA, "接待批次: 12", "接待批数: 12"],
  ],
  [
    "a count that is none",
    ["接待批次“12批”写得不对", "270:9", "\n1 个错误"],
    [DATA, "接待批次: 12", "接待批次: 12批"],
  ],
  [
    "an amount in 万元",
    ["会议费“1.5万元”后面写了单位“万元”", "15000.00"],
    [DATA, "会议费: 15000.00", "会议费: 1.5万元"],
  ],
  ["neither yes nor no", ["购买服务不能写“有”", "是、否"], [DATA, "购买服务: 是", "购买服务: 有"]],
  ["a text for a list", ["“服务项目”应当是一张清单", "写成 [保洁]"], [DATA, "[保洁, 保安]", "保洁"]],
  [
    "a code that is not spent",
    [
      "功能科目“2080506”，支出和“列示科目”里都没有",
      "279:5",
      "没有写 1 个功能科目的“上年执行数”“用途”",
      "\n    2080505: { 上年执行数: 待填, 用途: 待填 }\n",
    ],
    [DATA, "    2080505: {", "    2080506: {"],
  ],
  [
    "a code that is none",
    ["里不能写“20805”", "功能科目写项级代码"],
    [DATA, "    2080505: {", "    20805: {"],
  ],
  [
    "a fact that a code lacks",
    ["“2080505”里没有写“用途”", "在大括号里补上 用途: 待填"],
    [DATA, "用途: 2080505的用途, ", ""],
  ],
  [
    "a fact that a project lacks",
    ["“项目”第 6 项里没有写“版式事项”", "\n    版式事项:\n      项目描述: 待填\n", "\n1 个错误"],
    [DATA, "    版式事项: { 项目描述: 2023保障房年度审核费的内容 }\n", ""],
  ],
  [
    "a fact that a kind of unit has to say",
    ["没有写“机关情况”", "\n  机关情况: 待填\n"],
    [DATA, "性质: 事业单位", "性质: 行政单位"],
  ],
  [
    "a fact that is asked where a measure is not zero",
    ["有“因公出国境费”，却没有写“出国说明”", "[勾稽/版式事项]"],
    [DATA, "经济科目: 30228", "经济科目: 30212"],
  ],
  [
    "a kind of assets that there is not",
    ["“资产类型”里不能写“其它用车”", "是不是想写“其他用车”？"],
    [DATA, "    其他用车: {", "    其它用车: {"],
  ],
  [
    "gaps",
    ["版式事项的接待批次还没有填", "版式事项的购买服务还没有填", "版式事项的服务项目还没有填", "3 处待填"],
    [DATA, "接待批次: 12", "接待批次: 待填"],
    [DATA, "购买服务: 是", "购买服务: 待填"],
    [DATA, "[保洁, 保安]", "待填"],
  ],
])("%s is told", async (_, says, ...edits) => {
  const found = await printed(...edits);
  for (const each of says) expect(found).toContain(each);
});

test.each<readonly [string, readonly string[], ...Edit[]]>([
  [
    "a name of a measure",
    ["“公务接待费”已经是别的口径", "templates/henan/pack.yaml:"],
    [PACK, "name: 会议费", "name: 公务接待费"],
  ],
  ["the same twice", ["版式事项“接待批次”写了两次"], [PACK, "name: 会议费", "name: 接待批次"]],
  ["a count without a unit", ["个数“接待批次”没有写单位"], [PACK, "unit: 批次, ", ""]],
  [
    "an amount with a unit",
    ["“会议费”不是个数，不写单位"],
    [PACK, "name: 会议费, kind: amount", "name: 会议费, kind: amount, unit: 万"],
  ],
  [
    "a measure that there is not",
    ["没有叫“因公出国费”的口径", "是不是想写“因公出国境费”？"],
    [PACK, "measure: 因公出国境费", "measure: 因公出国费"],
  ],
  [
    "a kind that there is not",
    ["不能写“yesno”", "是不是想写“yes-no”？", "\n1 个错误"],
    [PACK, "kind: yes-no", "kind: yesno"],
  ],
  [
    "an unknown fact in a column",
    ["没有叫“上年执行”的版式事项"],
    [TABLE, "fact: 上年执行数", "fact: 上年执行"],
  ],
  ["a text in a column of figures", ["没有叫“用途”的版式事项"], [TABLE, "fact: 上年执行数", "fact: 用途"]],
  [
    "an unknown fact in a text",
    ["没有叫“用处”的名称", "是不是想写“用途”？"],
    [NARRATIVE, "{{用途}}", "{{用处}}"],
  ],
  ["a fact of codes outside a list", ["没有叫“用途”的名称"], [NARRATIVE, "{{整体绩效}}", "{{用途}}"]],
  ["a fact of others in a list", ["没有叫“用途”的名称"], [NARRATIVE, "{{项目描述}}", "{{用途}}"]],
  [
    "a measure of facts of two units",
    ["口径“两样”取的版式事项，没有写明是哪一项"],
    [
      "templates/henan/measures.yaml",
      "# 收入\n",
      "两样: { says: 甲, account: 版式事项, where: { 事项: [接待批次, 会议费] } }\n",
    ],
  ],
])("of a format, %s is told", async (_, says, ...edits) => {
  const found = await printed(...edits);
  for (const each of says) expect(found).toContain(each);
});
