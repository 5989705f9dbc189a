import { describe, expect, test } from "@jest/globals";
import { textSource } from "../../src/files/place.js";
import { checkNarrative } from "../../src/validate/pack/templates.js";
import { BOUND, bounded } from "./run.js";

/** What is wrong with a template: the code and where it stands. */
function faultsOf(template: string): string[] {
  return checkNarrative(textSource("narrative/a.hbs", template), ["收入合计", "支出合计"]).map(
    ({ code, place }) => `${code} ${place?.line}:${place?.column}`,
  );
}

describe("a template that reaches beyond its words is refused where it does so, before anything runs", () => {
  test.each([
    // prototypes
    ["甲{{constructor}}", "模板/未知 1:4"],
    ["甲{{constructor.name}}", "模板/未知 1:4"],
    ["甲{{__proto__}}", "模板/未知 1:4"],
    ["甲{{单位名称.constructor}}", "模板/未知 1:4"],
    ["甲{{单位名称.length}}", "模板/未知 1:4"],
    ["甲{{[__proto__]}}", "模板/未知 1:4"],
    ["甲{{toString}}", "模板/未知 1:4"],
    ["甲{{hasOwnProperty 单位名称}}", "模板/未知 1:4"],
    ['{{#with "".constructor}}甲{{/with}}', "模板/语法 1:1"],
    ["{{#with 单位名称}}甲{{/with}}", "模板/未知 1:4"],
    ["{{#if constructor}}甲{{/if}}", "模板/未知 1:7"],
    ["{{#if (constructor 收入合计)}}甲{{/if}}", "模板/未知 1:8"],
    ["{{万元 constructor}}", "模板/未知 1:6"],
    ["{{顿号 __proto__}}", "模板/未知 1:6"],
    // lookups
    ['甲{{lookup this "__proto__"}}', "模板/未知 1:4"],
    ['{{#if (lookup this "constructor")}}甲{{/if}}', "模板/未知 1:8"],
    ['{{是 单位性质 (lookup this "constructor")}}', "模板/语法 1:10"],
    ['{{增减 收入合计 原因=(lookup this "constructor")}}', "模板/语法 1:11"],
    ["{{增减 收入合计 原因=../原因}}", "模板/语法 1:11"],
    ['{{增减 收入合计 理由="甲"}}', "模板/语法 1:11"],
    ['{{万元 收入合计 原因="甲"}}', "模板/语法 1:11"],
    ['{{单位名称 constructor="甲"}}', "模板/语法 1:8"],
    ['{{#if 年 includeZero=(lookup this "x")}}甲{{/if}}', "模板/语法 1:9"],
    // other contexts
    ["{{this}}", "模板/未知 1:3"],
    ["{{.}}", "模板/未知 1:3"],
    ["{{this.单位名称}}", "模板/未知 1:3"],
    ["{{../单位名称}}", "模板/未知 1:3"],
    ["{{#each (非零 收入合计)}}{{../单位名称}}{{/each}}", "模板/未知 1:22"],
    ["{{@root}}", "模板/未知 1:3"],
    ["{{@root.constructor}}", "模板/未知 1:3"],
    ["{{#if @root}}甲{{/if}}", "模板/未知 1:7"],
    ["{{#if @last}}甲{{/if}}", "模板/未知 1:7"],
    ["{{#each (非零 收入合计)}}{{#if @root.constructor}}甲{{/if}}{{/each}}", "模板/未知 1:26"],
    ["{{#each this}}甲{{/each}}", "模板/语法 1:9"],
    ["{{#each @root}}甲{{/each}}", "模板/语法 1:9"],
    ["{{#each 内设机构}}甲{{/each}}", "模板/语法 1:9"],
    ["{{#each (为零 收入合计)}}甲{{/each}}", "模板/语法 1:9"],
    ["{{#each (非零 收入合计) as |单位名称|}}{{单位名称}}{{/each}}", "模板/语法 1:1"],
    // other ways of writing
    ["{{{单位名称}}}", "模板/语法 1:1"],
    ["{{&单位名称}}", "模板/语法 1:1"],
    ["{{> layout}}", "模板/语法 1:1"],
    ["{{#> layout}}甲{{/layout}}", "模板/语法 1:1"],
    ['{{#*inline "甲"}}乙{{/inline}}', "模板/语法 1:1"],
    ["{{* decorator}}", "模板/语法 1:1"],
    ["{{log 单位名称}}", "模板/未知 1:3"],
    ["{{helperMissing}}", "模板/未知 1:3"],
    ["{{blockHelperMissing 单位名称}}", "模板/未知 1:3"],
    ["{{^单位名称}}甲{{/单位名称}}", "模板/未知 1:4"],
    ["{{{{raw}}}}甲{{{{/raw}}}}", "模板/未知 1:5"],
    ['{{"单位名称"}}', "模板/未知 1:3"],
    ["{{123}}", "模板/未知 1:3"],
    ["{{undefined}}", "模板/未知 1:3"],
    // values that a helper cannot take
    ['{{万元 "收入合计"}}', "模板/未知 1:6"],
    ["{{万元 (非零 收入合计)}}", "模板/未知 1:6"],
    ['{{顿号 "内设机构"}}', "模板/未知 1:6"],
    ["{{顿号 单位名称}}", "模板/未知 1:6"],
    ["{{#if}}甲{{/if}}", "模板/语法 1:1"],
    ["{{#if 年 上年}}甲{{/if}}", "模板/语法 1:1"],
    ["{{#each}}甲{{/each}}", "模板/语法 1:1"],
  ])("%s", (template, expected) => {
    expect(faultsOf(template)).toEqual([expected]);
  });
});

test("what templates do use is left in peace", () => {
  const template = [
    '{{单位名称}}{{万元 收入合计}}{{#if (是 单位性质 "行政单位")}}甲{{else if (持平 收入合计)}}乙{{/if}}',
    '{{#each (按 收入合计 "功能类")}}{{名称}}{{万元 本项}}{{#unless @last}}；{{/unless}}{{/each}}',
    '{{#if 内设机构}}{{顿号 内设机构}}{{/if}}{{增减 收入合计 原因="。主要原因是"}}',
  ];
  expect(faultsOf(template.join("\n"))).toEqual([]);
});

describe("a template of any size is read in bounded time", () => {
  test.each([
    ["100,000 unknown names", "{{甲}}\n".repeat(100_000)],
    ["100,000 blocks in each other", "{{#if (为零 收入合计)}}\n".repeat(100_000)],
    ["5,000 closed blocks in each other", `${"{{#if 年}}\n".repeat(5000)}${"{{/if}}\n".repeat(5000)}`],
    [
      "5,000 lists in each other",
      `${"{{#each (非零 收入合计)}}\n".repeat(5000)}${"{{/each}}\n".repeat(5000)}`,
    ],
    ["5,000 cases of one block", `{{#if 年}}${"{{else if 年}}\n".repeat(5000)}{{/if}}`],
    ["50,000 brackets", `{{#if ${"(是 年 ".repeat(50_000)}`],
    ["a megabyte of braces", "{".repeat(1_000_000)],
  ])(
    "%s",
    (_name, template) => {
      expect(bounded(() => faultsOf(template)).length).toBeGreaterThan(0);
    },
    BOUND,
  );
});
