import { describe, expect, test } from "@jest/globals";
import { compareReports } from "../../src/compare/reports.js";
import { ownWording } from "../../src/model/wording.js";
import { statementsIn } from "../../src/text/sentences.js";
import { heading, paragraph, part, report } from "../render/sample.js";
import { said } from "./said.js";

describe("where a sentence ends", () => {
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

describe("sentences are paired", () => {
  const changed = (before: string, after: string) =>
    said(report(part(SECTION, paragraph(before))), report(part(SECTION, paragraph(after))));

  test("a sentence whose figures changed is the same one", () => {
    expect(changed("甲{1.00万元}。乙{2.00万元}。", "甲{1.00万元}。乙{3.00万元}。")).toEqual([
      "sentence 一、收入：乙2.00万元。 → 乙3.00万元。",
    ]);
  });

  test("a sentence that took another's place is what became of it", () => {
    expect(changed("甲。持平。丙。", "甲。增加了。丙。")).toEqual(["sentence 一、收入：持平。 → 增加了。"]);
  });

  test("a sentence more or less leaves the others alone", () => {
    expect(changed("甲一。乙二。丙三。", "甲一。丙三。")).toEqual(["sentence 一、收入：乙二。 → 无"]);
    expect(changed("甲一。丙三。", "甲一。乙二。丙三。")).toEqual(["sentence 一、收入：无 → 乙二。"]);
  });

  test("of two sentences for one the more alike is what became of it", () => {
    expect(changed("收入合计{1.00万元}。", "其中另有安排。收入合计{2.00万元}。")).toEqual([
      "sentence 一、收入：无 → 其中另有安排。",
      "sentence 一、收入：收入合计1.00万元。 → 收入合计2.00万元。",
    ]);
  });

  test("parting and joining paragraphs is no correction", () => {
    const before = report(part(SECTION, paragraph("甲。乙。")));
    const after = report(part(SECTION, paragraph("甲。"), paragraph("乙。")));
    expect(said(before, after)).toEqual([]);
  });
});

describe("headings and cover", () => {
  test("a sentence is placed by its headings in what was published", () => {
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

  test("a cover has no heading", () => {
    const cover = (name: string) =>
      report(part({ kind: "cover", lines: [ownWording(name), ownWording("2023年度")] }));
    expect(said(cover("甲单位"), cover("乙单位"))).toEqual(["sentence：甲单位 → 乙单位"]);
  });

  test("a section that moved is not one dropped and one added", () => {
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

describe("words that changed are marked", () => {
  const spots = (before: string, after: string) => {
    const found = compareReports(report(part(paragraph(before))), report(part(paragraph(after))));
    return found.flatMap(({ after: version }) =>
      (version?.spots ?? []).map(({ element, stretch }) => {
        return stretch && "text" in element ? element.text.slice(stretch.from, stretch.to) : "数";
      }),
    );
  };

  test("a number is one word; no single digit is marked", () => {
    expect(spots("占{11.45%}，甲。", "占{11.46%}，甲。")).toEqual(["数"]);
    expect(spots("共1000户。", "共1001户。")).toEqual(["1001"]);
  });

  test("where words were only dropped, the whole sentence is marked", () => {
    expect(spots("甲乙丙。丁。", "甲丙。丁。")).toEqual(["甲丙。"]);
  });

  test("all of a new sentence is marked", () => {
    expect(spots("甲。", "甲。乙{1.00万元}。")).toEqual(["乙", "数", "。"]);
  });
});
