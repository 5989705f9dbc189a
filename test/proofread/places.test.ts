import { describe, expect, test } from "@jest/globals";
import { proofread } from "../../src/proofread/proofread.js";
import { copyOf, type Edit, edited } from "./reading.js";

const DATA = "data/403008/2023.yaml";
const THREE_PUBLIC = "templates/henan/narrative/three-public.hbs";

function placesAfter(...edits: readonly Edit[]): readonly string[] {
  return proofread(copyOf(edited(edits))).map(({ place }) =>
    place
      ? `${place.file}:${place.line} ${[...place.excerpt].slice(place.column - 1, place.column - 1 + place.length).join("")}`
      : "",
  );
}

describe("a finding is placed", () => {
  test("in the data before the templates, where both have the words", () => {
    const [first] = placesAfter(
      { file: DATA, find: "主要职责: 承担", replace: "主要职责: 承担等等工作；承担" },
      { file: THREE_PUBLIC, find: "具体支出情况如下：", replace: "具体支出等等情况如下：" },
    );
    expect(first).toMatch(/^data.* 等等$/);
  });

  test("once in a reason, however often the reason is printed", () => {
    const words = "加强经费管理，对项目经费进行压缩";
    const places = placesAfter({
      file: DATA,
      find: `一般公共预算收支: ${words}`,
      replace: `一般公共预算收支: 压缩300万元`,
    });
    expect(places).toEqual([expect.stringMatching(/^data.* 300万元$/)]);
  });

  test("where the reason stands that is meant, among others that begin alike", () => {
    const words = "加强经费管理，对项目经费进行压缩";
    const places = placesAfter({
      file: DATA,
      find: `支出总计: ${words}`,
      replace: `支出总计: ${words}300万元`,
    });
    expect(places).toHaveLength(1);
  });

  test("behind a tag", () => {
    expect(
      placesAfter({
        file: THREE_PUBLIC,
        find: "预算为{{万元 三公经费}}。",
        replace: "预算为{{万元 三公经费}}万元。",
      }),
    ).toEqual([expect.stringMatching(/hbs:3 \{\{万元 三公经费\}\}万元$/)]);
  });

  test("over the end of a line", () => {
    const places = placesAfter({
      file: THREE_PUBLIC,
      find: '支出。{{#unless (是 新设单位 "是")}}预算数{{#if (持平 公务接待费)}}',
      replace: '支出。\n。{{#unless (是 新设单位 "是")}}预算数{{#if (持平 公务接待费)}}',
    });
    expect(places).toHaveLength(1);
  });

  test("beside words that only a tag prints", () => {
    const places = placesAfter({
      file: THREE_PUBLIC,
      find: "具体支出情况如下：",
      replace: "具体情况{{#if 年}}，{{/if}}{{#if 年}}。{{/if}}如下：",
    });
    expect(places).toEqual([expect.stringMatching(/hbs:5 /)]);
  });

  test("not in a comment of the data", () => {
    const places = placesAfter(
      {
        file: DATA,
        find: "年度: 2023",
        replace: "# 300万元\n年度: 2023",
      },
      { file: DATA, find: "主要职责: 承担", replace: "主要职责: 安排300万元承担" },
    );
    expect(places).toEqual([expect.stringMatching(/^data.* 300万元$/)]);
  });
});
