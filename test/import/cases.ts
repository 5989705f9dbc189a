import { CFB } from "@e965/xlsx";
import { zipSync } from "fflate";
import { bookOf, type Cell, type ListSheet } from "./sheets.js";

/** Files that an officer gives, in a project of the sample, and what she writes behind them. */
export interface GivenCase {
  readonly says: string;
  readonly files: Readonly<Record<string, Uint8Array | string>>;
  readonly options?: readonly string[];
  /** what of the sample's data is written otherwise */
  readonly data?: readonly [find: string, replacement: string];
}

const HEAD = [
  "功能科目编码",
  "部门经济科目编码",
  "资金来源",
  "财政拨款",
  "类别",
  "项目编码",
  "项目名称",
  "金额（元）",
];
const NO_PROJECT = ["", ""];

/** A line of the sample, as it stands in its data. */
const WELFARE: readonly Cell[] = [
  "2080502",
  "30229",
  "一般公共预算",
  "是",
  "工资福利支出",
  ...NO_PROJECT,
  3360,
];
const PENSION: readonly Cell[] = [
  "2080505",
  "30108",
  "一般公共预算",
  "是",
  "工资福利支出",
  ...NO_PROJECT,
  155000,
];
const NEW: readonly Cell[] = [
  "2120199",
  "30211",
  "一般公共预算",
  "是",
  "商品和服务支出",
  ...NO_PROJECT,
  "1,200.50",
];

/** What a list has that goes by government codes alone. */
const GOVERNMENT: readonly Cell[] = ["功能科目编码", "政府经济科目编码", "资金来源", "类别", "金额（元）"];
const BONUS: readonly Cell[] = ["2120199", "50501", "一般公共预算", "人员类", 100];

const sheet = (
  rows: readonly (readonly Cell[])[],
  more: Partial<ListSheet> = {},
  title = "2023年支出明细表",
): ListSheet => ({
  name: "支出明细",
  rows: [[title], ["单位：[403008]三门峡市住房保障中心"], HEAD, ...rows],
  ...more,
});
const book = (...sheets: readonly ListSheet[]): Uint8Array => bookOf(sheets);
const LIST = book(sheet([WELFARE, PENSION, NEW]));

function encrypted(): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const name of ["EncryptionInfo", "EncryptedPackage"])
    CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(64, 1));
  return new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
}

function oldWord(): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/WordDocument", Buffer.alloc(64, 1));
  return new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
}

const manySheets = Array.from(
  { length: 200 },
  (_, index): ListSheet => ({ name: `表${index}`, rows: [["一"]] }),
);

/** Nothing is written of these. */
export const REFUSED: readonly GivenCase[] = [
  {
    says: "别的单位的",
    files: {
      "别的单位.xlsx": book({
        name: "明细",
        rows: [["2023年支出明细"], ["单位：[403009]三门峡市公积金中心"], HEAD, WELFARE],
      }),
    },
    options: ["--unit", "403008"],
  },
  {
    says: "别的单位的，单位写在表里",
    files: {
      "2023年.xlsx": book({
        name: "明细",
        rows: [
          ["2023年支出明细"],
          ["预算单位", ...HEAD],
          ["403009-三门峡市公积金中心", ...WELFARE],
          ["403009-三门峡市公积金中心", ...PENSION],
        ],
      }),
    },
    options: ["--unit", "403008"],
  },
  {
    says: "别的年度的",
    files: { "2021年.xlsx": book(sheet([WELFARE], {}, "2021年支出明细表")) },
    options: ["--unit", "403008", "--year", "2023"],
  },
  {
    says: "几个单位只写名称，不知道哪一个是要的",
    files: {
      "2023年.xlsx": book({
        name: "明细",
        rows: [
          ["2023年支出明细"],
          ["预算单位", ...HEAD],
          ["三门峡市公积金中心", ...WELFARE],
          ["三门峡市房产测绘中心", ...PENSION],
        ],
      }),
    },
    options: ["--unit", "403010"],
  },
  {
    says: "没有部门经济科目的",
    files: {
      "2023年.xlsx": book({ name: "政府经济科目", rows: [["2023年支出明细表"], GOVERNMENT, BONUS] }),
    },
  },
  { says: "加了密", files: { "2023.xlsx": encrypted() } },
  {
    says: "坏了的和找不到的，一次说完",
    files: { "2023.xlsx": LIST.slice(0, LIST.length / 2) },
    options: ["没有.xlsx"],
  },
  { says: "二百张表", files: { "2023.xlsx": bookOf(manySheets) } },
  { says: "旧的 Word 文件", files: { "2023.doc": oldWord() } },
  { says: "压缩包", files: { "2023.zip": zipSync({ "a.txt": Buffer.from("一") }) } },
  { says: "图片", files: { "2023.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]) } },
  {
    says: "没有能取的",
    files: {
      "2023年通讯录.xlsx": book({
        name: "通讯录",
        rows: [
          ["姓名", "房间"],
          ["张", "101"],
        ],
      }),
    },
  },
  { says: "看不出哪一年", files: { "明细.xlsx": book({ name: "明细", rows: [HEAD, WELFARE] }) } },
];

/** These are taken, and something is told of them. */
export const TOLD: readonly GivenCase[] = [
  { says: "与数据相同的、数据里没有的", files: { "2023年明细.xlsx": LIST } },
  {
    says: "与数据不同的，数据不动",
    files: { "2023年明细.xlsx": book(sheet([[...WELFARE.slice(0, -1), 3361]])) },
  },
  {
    says: "待填的，填上",
    files: { "2023年明细.xlsx": LIST },
    data: ["金额:   3360.00 }", "金额: 待填 }"],
  },
  {
    says: "合计与明细不同",
    files: {
      "2023年明细.csv": `2023年支出明细\n${[HEAD, WELFARE, PENSION, ["合计", "", "", "", "", "", "", "158,360.10"]].map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n")}`,
    },
  },
  {
    says: "隐藏的行、列、表，没有算的公式",
    files: {
      "2023年明细.xlsx": book(
        sheet([WELFARE, PENSION, ["合计", "", "", "", "", "", "", { formula: "SUM(H4:H5)" }]], {
          hiddenRows: [3],
          hiddenColumns: [6],
        }),
        sheet([NEW], { name: "旧的", isHidden: true }),
      ),
    },
  },
  { says: "同一张表给了两次", files: { "2023年明细.xlsx": LIST, "2023年明细（副本）.xlsx": LIST } },
  {
    says: "别的单位的行、负数、认不出的资金来源、没有读的列",
    files: {
      "2023年明细.xlsx": book({
        name: "明细",
        rows: [
          ["2023年支出明细表（单位：元）"],
          ["单位编码", ...HEAD.slice(0, -1), "金额", "上年预算数"],
          ["403008", ...WELFARE, 1],
          ["403009", ...PENSION, 1],
          ["403008", ...PENSION.slice(0, -1), -5, 1],
          ["403008", "2120199", "30211", "统筹资金", "", "商品和服务支出", "", "", 7.5, 1],
        ],
      }),
    },
    options: ["--unit", "403008"],
  },
  {
    says: "照通常的写法认的，名称与代码不合的",
    files: {
      "2023年明细.csv": [
        "2023年支出明细（单位：元）",
        "功能科目编码,部门经济科目编码,部门经济科目名称,资金来源,支出类别,金额",
        "2120199,30201,办公费,一般公共预算（本级安排）-统筹,人员类,12.00",
        "2120199,30211,会议费,一般公共预算,公用类,3.00",
      ].join("\n"),
    },
  },
  {
    says: "部门的表：单位只写在它的第一行，或者自成一行，合计是几个单位的",
    files: {
      "2023年明细.xlsx": book(
        {
          name: "第一行",
          rows: [
            ["2023年支出明细表（单位：元）"],
            ["预算单位", ...HEAD],
            ["合计", ...["", "", "", "", "", "", ""], 468360],
            ["403008-三门峡市住房保障中心", ...WELFARE],
            ["403009-三门峡市公积金中心", ...WELFARE],
            ["", ...PENSION],
          ],
        },
        {
          name: "自成一行",
          rows: [
            ["2023年支出明细表（单位：元）"],
            HEAD,
            ["[403008]三门峡市住房保障中心"],
            PENSION,
            ["[403009]三门峡市公积金中心"],
            NEW,
          ],
        },
      ),
    },
    options: ["--unit", "403008"],
  },
  {
    says: "读不成数的，认不出的词，没有说明是哪一种的资金一列，比分还细的",
    files: {
      "2023年明细.xlsx": book({
        name: "明细",
        rows: [
          ["2023年支出明细表（单位：元）"],
          ["功能科目编码", "部门经济科目编码", "类别", "项目名称", "本年或结转", "一般公共预算", "单位资金"],
          ["2120199", "30201", "怪类", "", "本年", "约300", 12.345],
          ["2120199", "30202", "公用类", "", "怪年", 7, { error: "#N/A" }],
          ["2120199", "30207", "", "公用经费", "", 8, ""],
        ],
      }),
    },
  },
  {
    says: "只有文字的行不是表头，没有项目的绩效目标，认不出的采购和资产",
    files: {
      "2023年明细.xlsx": book(
        sheet([WELFARE]),
        {
          name: "绩效",
          rows: [
            ["2023年项目绩效目标表"],
            ["项目名称", "一级指标", "二级指标", "三级指标", "指标值"],
            ["没有的项目", "产出指标", "数量指标", "次数", "≥5次"],
            ["没有的项目", "其他", "质量指标", "合格率", "≥95%"],
          ],
        },
        {
          name: "采购",
          rows: [
            ["2023年政府采购明细表（单位：元）"],
            ["采购类型", "单位", "金额"],
            ["货物", "台", 5],
            ["怪", "项", 6],
          ],
        },
        {
          name: "资产",
          rows: [["2023年国有资产情况表"], ["资产类型", "数量"], ["其他用车", "2辆"], ["飞机", 1]],
        },
      ),
    },
  },
  {
    says: "有宏的",
    files: { "2023年明细.xlsm": withMacros(LIST) },
  },
];

function withMacros(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes, Buffer.from("xl/vbaProject.bin")]));
}
