import { describe, expect, test } from "@jest/globals";
import { compareReports } from "../../src/compare/reports.js";
import { ownWording } from "../../src/model/wording.js";
import { statementsIn } from "../../src/text/sentences.js";
import { heading, paragraph, part, report } from "../render/sample.js";
import { said } from "./said.js";

describe("一句话到哪里为止", () => {
  test.each([
    ["甲（乙。丙）丁。戊；己", ["甲（乙。丙）丁。", "戊；", "己"]],
    ["“甲。”乙。", ["“甲。”乙。"]],
    ["他说“甲‘乙。丙’。丁”。戊", ["他说“甲‘乙。丙’。丁”。", "戊"]],
    ["按照《甲〈乙。丙〉》丁。戊。", ["按照《甲〈乙。丙〉》丁。", "戊。"]],
    ["1）甲；2）乙。", ["1）甲；", "2）乙。"]],
    ["甲！！乙", ["甲！！", "乙"]],
    ["（甲。（乙。丙。）丁。", ["（甲。", "（乙。丙。）丁。"]],
    ["甲(乙。丙", ["甲(乙。", "丙"]],
    ["", []],
  ])("%s", (text, sentences) => {
    expect(statementsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(sentences);
  });
});

const SECTION = heading("section", "一、收入");

describe("句子成对", () => {
  const changed = (before: string, after: string) =>
    said(report(part(SECTION, paragraph(before))), report(part(SECTION, paragraph(after))));

  test("数变了的还是同一句", () => {
    expect(changed("甲{1.00万元}。乙{2.00万元}。", "甲{1.00万元}。乙{3.00万元}。")).toEqual([
      "sentence 一、收入：乙2.00万元。 → 乙3.00万元。",
    ]);
  });

  test("换成毫不相干的一句，也是原来那句换的", () => {
    expect(changed("甲。持平。丙。", "甲。增加了。丙。")).toEqual(["sentence 一、收入：持平。 → 增加了。"]);
  });

  test("多了一句、少了一句，别的不受牵连", () => {
    expect(changed("甲一。乙二。丙三。", "甲一。丙三。")).toEqual(["sentence 一、收入：乙二。 → 无"]);
    expect(changed("甲一。丙三。", "甲一。乙二。丙三。")).toEqual(["sentence 一、收入：无 → 乙二。"]);
  });

  test("一句换成两句，更像的一句是它变的", () => {
    expect(changed("收入合计{1.00万元}。", "其中另有安排。收入合计{2.00万元}。")).toEqual([
      "sentence 一、收入：无 → 其中另有安排。",
      "sentence 一、收入：收入合计1.00万元。 → 收入合计2.00万元。",
    ]);
  });

  test("段落分合不算更正", () => {
    const before = report(part(SECTION, paragraph("甲。乙。")));
    const after = report(part(SECTION, paragraph("甲。"), paragraph("乙。")));
    expect(said(before, after)).toEqual([]);
  });
});

describe("标题和封面", () => {
  test("一句话的位置是公开的文件里的各级标题", () => {
    const parts = (section: string) =>
      part(
        heading("part", "第二部分", "预算情况说明"),
        heading("section", section),
        heading("subsection", "（一）采购"),
        paragraph(section),
      );
    expect(said(report(parts("九、其他事项")), report(parts("十、其他事项")))).toEqual([
      "sentence 第二部分 九、其他事项：九、其他事项 → 十、其他事项",
      "sentence 第二部分 九、其他事项 （一）采购：九、其他事项 → 十、其他事项",
    ]);
  });

  test("封面没有标题", () => {
    const cover = (name: string) =>
      report(part({ kind: "cover", lines: [ownWording(name), ownWording("2023年度")] }));
    expect(said(cover("甲单位"), cover("乙单位"))).toEqual(["sentence：甲单位 → 乙单位"]);
  });

  test("换了次序的一节不是删一节加一节", () => {
    const [one, other] = [
      [heading("section", "一、收入"), paragraph("收入的话。")] as const,
      [heading("section", "二、支出"), paragraph("支出的话。")] as const,
    ];
    const [first, second] = [
      [heading("section", "一、支出"), paragraph("支出的话。")] as const,
      [heading("section", "二、收入"), paragraph("收入的话。")] as const,
    ];
    expect(said(report(part(...one, ...other)), report(part(...first, ...second)))).toEqual([
      "sentence 二、支出：二、支出 → 一、支出",
      "sentence 一、收入：一、收入 → 二、收入",
    ]);
  });
});

describe("标记的是变了的词", () => {
  const spots = (before: string, after: string) => {
    const found = compareReports(report(part(paragraph(before))), report(part(paragraph(after))));
    return found.flatMap(({ after: version }) =>
      (version?.spots ?? []).map(({ element, stretch }) => {
        return stretch && "text" in element ? element.text.slice(stretch.from, stretch.to) : "数";
      }),
    );
  };

  test("数是一个词，不标一位", () => {
    expect(spots("占{11.45%}，甲。", "占{11.46%}，甲。")).toEqual(["数"]);
    expect(spots("共1000户。", "共1001户。")).toEqual(["1001"]);
  });

  test("只删了字的，标整句", () => {
    expect(spots("甲乙丙。丁。", "甲丙。丁。")).toEqual(["甲丙。"]);
  });

  test("新的一句全标", () => {
    expect(spots("甲。", "甲。乙{1.00万元}。")).toEqual(["乙", "数", "。"]);
  });
});
