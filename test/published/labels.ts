import { expect } from "@jest/globals";
import { textIn } from "../properties/tables.js";
import { type Document, wordsIn } from "./document.js";
import { attempt, DATA, edit, type PublishedFault, proofread, table } from "./fault.js";

const FUNCTION = "单位（科目名称）";
const PROJECT = "项目名称";
const TARGETS_PROJECT = "项目单位（项目名称）";
const LONG = "2023保障房小区维护及维修费用（含经济适用房费用）";

/** The names of the projects in both tables that list them. */
function projectsIn({ rows }: Document): readonly (readonly string[])[] {
  const unit = "三门峡市住房保障中心";
  const [listed, targeted] = [wordsIn(rows("预算10表"), PROJECT), wordsIn(rows("预算11表"), TARGETS_PROJECT)];
  return [listed, targeted].map((names) => [...new Set(names.filter((name) => name !== unit))]);
}

const EXPENDITURE =
  "{ 功能科目: 2080502, 经济科目: 30229, 类别: 工资福利支出,       资金来源: 一般公共预算, 财政拨款: 是, 金额:   3360.00 } # 福利费";

/** Faults of names, codes and the order of rows. */
export const LABELS: readonly PublishedFault[] = [
  {
    fault: "“国防支出(”多出半个括号",
    attempts: [attempt(table("01-balance"), '"203": 国防\n', '"203": 国防(\n', "校对/标点", "(")],
  },
  {
    fault: "文化体育旅游与传媒，应为文化旅游体育与传媒",
    attempts: [proofread("文化体育旅游与传媒 for 文化旅游体育与传媒", "文化体育旅游与传媒")],
    instead: async (printed) => {
      expect(textIn((await printed()).row("预算04表", "（七）文化旅游体育与传媒支出"), "支出/项目")).not.toBe(
        "",
      );
    },
  },
  {
    fault: "医疗卫生与计划生育支出已经取消，第九类是社会保险基金支出",
    attempts: [
      attempt(
        table("01-balance"),
        '"208": 社会保障和就业\n',
        '"208": 社会保障和就业\n          "209": 医疗卫生与计划生育\n',
        "校对/称呼",
        "医疗卫生与计划生育",
      ),
    ],
    instead: async (printed) => {
      const { row } = await printed();
      expect(textIn(row("预算04表", "（九）社会保险基金支出"), "支出/项目")).toBe("（九）社会保险基金支出");
    },
  },
  ...[
    ["212", "城乡社区", "城乡社区事务", "（十二）城乡社区支出"],
    ["213", "农林水", "农林水事务", "（十三）农林水支出"],
    ["215", "资源勘探工业信息等", "资源勘探信息等", "（十五）资源勘探工业信息等支出"],
  ].map(
    ([code = "", now = "", before = "", printedAs = ""]): PublishedFault => ({
      fault: `科目的旧名：${before}`,
      attempts: [
        attempt(table("01-balance"), `"${code}": ${now}\n`, `"${code}": ${before}\n`, "校对/称呼", before),
      ],
      instead: async (printed) => {
        expect((await printed()).row("预算04表", printedAs)).toBeDefined();
      },
    }),
  ),
  {
    fault: "各行不按科目编码排列",
    instead: async (printed) => {
      const moved = await printed(
        edit(DATA, `  - ${EXPENDITURE}\n`, ""),
        edit(DATA, "\n# 没有金额也要", `  - ${EXPENDITURE}\n\n# 没有金额也要`),
        edit(DATA, "[2011105, 2012604,", "[2012604, 2011105,"),
      );
      const names = ({ rows }: Document) => wordsIn(rows("预算03表"), FUNCTION);
      expect(names(moved)).toEqual(names(await printed()));
      const codes = moved
        .rows("预算03表")
        .map((row) => ["类", "款", "项"].map((level) => textIn(row, `科目编码/${level}`)).join(""));
      const listed = codes.filter((code) => code !== "");
      expect(listed).toEqual(listed.toSorted());
    },
  },
  {
    fault: "没有任何金额的行",
    attempts: [
      {
        edits: [
          edit(
            DATA,
            `  - ${EXPENDITURE}`,
            `  - ${EXPENDITURE}\n  - ${EXPENDITURE.replace("3360.00", "0.00").replace("2080502", "2120199")}`,
          ),
        ],
        told: [["勾稽/零金额", "0.00"]],
      },
    ],
    instead: async (printed) => {
      const bare = await printed(
        edit(
          DATA,
          "列示科目: [2011105, 2012604, 2080501, 2080801, 2101101, 2120101, 2120102, 2120103, 2120399, 2210106]\n",
          "",
        ),
      );
      const empty = bare.rows("预算03表").filter((row) => textIn(row, "合计") === "");
      expect(empty.map((row) => textIn(row, FUNCTION))).toEqual([]);
    },
  },
  {
    fault: "项目名称在表十里被截断",
    instead: async (printed) => {
      const [listed] = projectsIn(await printed());
      expect(listed).toContain(LONG);
      expect(listed).toContain("2023保障房系统建设费（系统运行、升级）");
    },
  },
  {
    fault: "项目在表十一里换了次序",
    instead: async (printed) => {
      const [listed, targeted] = projectsIn(await printed());
      expect(listed).toHaveLength(9);
      expect(targeted).toEqual(listed);
      const swapped = await printed(edit(DATA, "编码: 411200230000000004110", "编码: 411200230000000004999"));
      const [otherwise, targetedOtherwise] = projectsIn(swapped);
      expect(otherwise).not.toEqual(listed);
      expect(targetedOtherwise).toEqual(otherwise);
    },
  },
  {
    fault: "项目编码 411200230000000000000 是占位的",
    attempts: [
      attempt(
        DATA,
        "编码: 未赋码 #",
        "编码: 411200230000000000000 #",
        "勾稽/占位编码",
        "411200230000000000000",
      ),
    ],
  },
  {
    fault: "指标值“活动3 前完成”缺字",
    attempts: [proofread("an indicator without its unit: 活动3 前完成", "3 前")],
  },
  {
    fault: "指标值“（明显、一般”被截断",
    attempts: [proofread("an indicator cut short: （明显、一般", "（")],
    instead: async (printed) => {
      const values = wordsIn((await printed()).rows("预算11表"), "绩效目标/效益指标/指标值");
      expect(values).toContain("改善程度（明显、一般、不明显）");
    },
  },
  {
    fault: "半角和全角的括号混用",
    attempts: [
      proofread("half-width brackets", "(含协调)"),
      proofread("half-width brackets in an indicator", "(一般)"),
    ],
  },
  {
    fault: "解释了文件里没有用到的名词",
    instead: async (printed) => {
      expect((await printed()).text).not.toContain("使用非财政拨款结余");
      const used = await printed(
        edit(DATA, "主要职责: 承担", "主要职责: 审核使用非财政拨款结余的事项，承担"),
      );
      expect(used.text).toContain("使用非财政拨款结余：是指事业单位按预算管理要求");
    },
  },
  {
    fault: "用到的名词没有解释",
    attempts: [proofread("a technical term that is not explained", "附属单位上缴收入")],
    instead: async (printed) => {
      const { text } = await printed();
      for (const term of ["上级补助收入", "附属单位上缴收入", "年终结转结余", "上年结转结余"]) {
        expect(text).toContain(`、${term}：是指`);
      }
    },
  },
];
