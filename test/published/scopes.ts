import { expect } from "@jest/globals";
import type { Edit } from "../proofread/reading.js";
import { numberIn, textIn } from "../properties/tables.js";
import { wordsIn } from "./document.js";
import { attempt, DATA, edit, narrative, type PublishedFault, proofread } from "./fault.js";

const NAME = "部门预算支出经济分类科目/科目名称";
const PERSONNEL = "本年一般公共预算基本支出/人员经费";

/** Faults of what a number stands for. */
export const SCOPES: readonly PublishedFault[] = [
  {
    fault: "本单位自造的经济科目",
    attempts: [
      attempt(
        DATA,
        "功能科目: 2120199, 经济科目: 30228",
        "功能科目: 2120199, 经济科目: 30250",
        "数据/科目",
        "30250",
      ),
    ],
  },
  {
    fault: "增减的原因安在别的事项上",
    attempts: [
      {
        edits: [edit(DATA, "  支出总计: 加强经费管理", "  公务接待费: 加强经费管理")],
        told: [
          ["口径/缺少原因", "原因"],
          ["口径/多余原因", "加强经费管理，对项目经费进行压缩"],
        ],
      },
    ],
  },
  {
    fault: "福利费是 302 的科目，算进人员经费才对得上",
    instead: async (printed) => {
      const as = async (kind: string): Promise<readonly (bigint | undefined)[]> => {
        const { row } = await printed(
          edit(
            DATA,
            "2120199, 经济科目: 30229, 类别: 工资福利支出,       ",
            `2120199, 经济科目: 30229, 类别: ${kind}, `,
          ),
        );
        const found = row("预算06表", "福利费");
        return [numberIn(found, PERSONNEL), numberIn(found, PERSONNEL.replace("人员", "公用"))];
      };
      expect(await as("工资福利支出")).toEqual([242n, undefined]);
      expect(await as("商品和服务支出")).toEqual([34n, 208n]);
    },
  },
  {
    fault: "一般公共预算支出在文字里是 1001.90 万元，在同名的表五里是 201.90 万元",
    attempts: [
      proofread(
        "一般公共预算支出 in the text that is not that of the table, and does not say so",
        "{{万元 一般公共预算支出}}",
      ),
      attempt(
        narrative("general-public-budget"),
        "共计{{万元 一般公共预算支出}}",
        "共计1001.90万元",
        "校对/手写数字",
        "1001.90万元",
      ),
    ],
    instead: async (printed) => {
      const { rows, text } = await printed();
      const [total] = rows("预算05表");
      expect(total && textIn(total, "合计")).toBe("201.90");
      expect(text).toContain(
        "一般公共预算当年财政拨款安排的支出年初预算为201.90万元，列入《一般公共预算支出情况表》；",
      );
    },
  },
  {
    fault: "一般公共预算支出多出表五的 800.00 万元，没有说是什么",
    instead: async (printed) => {
      const { text } = await printed();
      expect(text).toContain("列入《一般公共预算支出情况表》；其余800.00万元");
    },
  },
  {
    fault: "列举的科目有四个是表六没有的，又漏了退休费和福利费",
    attempts: [
      proofread(
        "a list of 科目 that the table does not have",
        "办公费、咨询费、水费、电费、工会经费、其他商品和服务支出",
      ),
      proofread("a list of 科目 that leaves out some of the table's", "办公费、水费等"),
    ],
    instead: async (printed) => {
      const listed = async (...edits: readonly Edit[]): Promise<readonly string[]> => {
        const { rows, text } = await printed(...edits);
        const [, list = ""] = /人员经费支出[^；]*；主要包括：([^；]*)；/.exec(text) ?? [];
        const parts = rows("预算06表").filter((row) => textIn(row, NAME) !== "合计");
        expect(list.split("、")).toEqual(
          wordsIn(
            parts.filter((row) => textIn(row, PERSONNEL) !== ""),
            NAME,
          ),
        );
        return list.split("、");
      };
      expect(await listed()).toEqual(expect.arrayContaining(["退休费", "福利费"]));
      const renamed = edit(DATA, "经济科目: 30103", "经济科目: 30106");
      expect(await listed(renamed)).toContain("伙食补助费");
    },
  },
  {
    fault: "“由上年仅反映一般公共预算……调整为按两套科目”是 2018 年的事",
    attempts: [
      proofread("由上年…调整为, which was true of 2018", "由上年仅反映基本支出，调整为"),
      attempt(
        narrative("economic-classification"),
        "我{{主体}}《支出经济分类汇总表》按",
        "我{{主体}}《支出经济分类汇总表》由2017年的一套科目改为按",
        "校对/年份",
        "2017",
      ),
    ],
  },
  {
    fault: "综合费用 108.00 万元支付工资，全部列在办公费，无法证明不对",
    instead: async (printed) => {
      const { row } = await printed();
      expect(numberIn(row("预算07表", "办公费"), "总计")).toBe(450n + 10800n);
    },
  },
  {
    fault: "政府采购 0.00 万元，同时有物业管理费 243 万元",
    attempts: [{ edits: [], told: [["勾稽/政府采购遗漏", "2430000.00"]] }],
    instead: async (printed) => {
      const { text } = await printed();
      expect(text).toContain("政府采购预算安排0.00万元");
    },
  },
];
