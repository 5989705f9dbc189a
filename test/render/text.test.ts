import { expect, test } from "@jest/globals";
import { ownWording } from "../../src/model/wording.js";
import { reportAsText } from "../report-text.js";
import { cell, column, heading, landscape, paragraph, part, report, row, rowOf, table } from "./sample.js";

test("a report can be read as text", () => {
  const columns = [column("科目编码", column("类"), column("款")), column("合计")];
  const rows = [
    row("", "", "1001.9"),
    rowOf(cell("201", 2), cell("01"), cell("800.0")),
    rowOf(cell("|"), cell("02"), cell("")),
  ];
  const text = reportAsText(
    report(
      {
        orientation: "portrait",
        numbered: false,
        blocks: [{ kind: "cover", lines: [ownWording("某单位"), ownWording("预算公开")] }],
      },
      part(
        heading("part", "第一部分", "概况"),
        heading("section", "一、收入"),
        heading("subsection", "（一）说明"),
        paragraph("收入{1001.9万元}，占{20.154%}。"),
      ),
      landscape(table("收支表", columns, rows, ["注：示例"])),
    ),
  );
  expect(text).toBe(`三门峡市住房保障中心2023年度单位预算公开
三门峡市住房保障中心
2023年度单位预算公开
2023-03-01

==== portrait
[cover]
某单位
预算公开

==== portrait #

# 第一部分 / 概况

## 一、收入

### （一）说明
收入1001.90万元，占20.15%。

==== landscape #

[table] 预算01表 | 收支表
单位名称：三门峡市住房保障中心 | 单位：万元
科目编码 | ← | 合计
类 | 款 | ↑
:-: | :-: | :-:
· | · | 1,001.90
201 ↓2 | 01 | 800.00
↑ | 02 | ·
注：示例
`);
});
