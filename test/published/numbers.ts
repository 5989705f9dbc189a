import { expect } from "@jest/globals";
import { numberIn, type PrintedRow } from "../properties/tables.js";
import { added, type Document, wordsIn } from "./document.js";
import {
  ADMINISTRATIVE,
  attempt,
  DATA,
  edit,
  MEASURES,
  narrative,
  type PublishedFault,
  proofread,
  table,
} from "./fault.js";

const WAGES = "基本支出/人员经费/工资福利支出";
const HOUSEHOLD = "基本支出/人员经费/对个人和家庭的补助";

/** The row of totals on top, the unit's own below it, and the rows that they are the sum of. */
function parted(
  { rows }: Document,
  number: string,
): readonly [PrintedRow, PrintedRow, readonly PrintedRow[]] {
  const [total, unit, ...parts] = rows(number);
  if (!total || !unit) throw new Error(`${number}没有合计`);
  return [total, unit, parts];
}

function expectTotal(document: Document, number: string, column: string, hundredths: bigint): void {
  const [total, unit, parts] = parted(document, number);
  expect([total, unit].map((row) => numberIn(row, column))).toEqual([hundredths, hundredths]);
  expect(added(parts, column)).toBe(hundredths);
}

/** What the rows printed above each other lack of their printed total is said below the table. */
function expectRounding(document: Document, number: string, column: string, totals: number): void {
  const [total, ...parts] = document.rows(number).filter((_, index) => index === 0 || index >= totals);
  if (!total) throw new Error(`${number}没有合计`);
  const difference = (numberIn(total, column) ?? 0n) - added(parts, column);
  expect(difference).not.toBe(0n);
  expect(document.around(number)).toContain("注：因四舍五入，本表有的分项相加与合计略有出入。");
}

const doubled = (name: string): ReturnType<typeof attempt> =>
  attempt(
    table(name),
    "header: 工资福利支出, where: { 类别: 工资福利支出 }",
    "header: 工资福利支出, where: {}",
    "校对/表内合计",
    "number",
  );

/** Faults of amounts, rates and totals. */
export const NUMBERS: readonly PublishedFault[] = [
  {
    fault: "增长率以本年数作分母：增加 15.60 万元到 46.80 万元，写成增长 33.33%，应为 50.00%",
    attempts: [
      proofread(
        "growth divided by this year's figure",
        "增加{{万元 项目支出}}",
        "增长{{占比 项目支出 支出合计}}",
      ),
    ],
    instead: async (printed) => {
      const { text } = await printed(
        edit(DATA, "一般公共预算收支: 11314000.00", "一般公共预算收支: 6679320.00"),
        edit(DATA, "  一般公共预算收支: 加强经费管理，对项目经费进行压缩", "  一般公共预算收支: 新增项目"),
      );
      expect(text).toContain("一般公共预算收支预算增加333.97万元，增长50.00%");
    },
  },
  {
    fault: "公务用车购置费与运行费在文字和表里互换",
    of: "administrative",
    attempts: [
      {
        edits: [
          edit(
            MEASURES,
            '安排的公务用车购置, account: 支出, where: { 资金来源: 一般公共预算, 年份来源: 本年, 经济科目: ["30913", "31013"] } }',
            '安排的公务用车购置, account: 支出, where: { 资金来源: 一般公共预算, 年份来源: 本年, 经济科目: ["30231"] } }',
          ),
          edit(MEASURES, '经济科目: "30231" } }', '经济科目: ["30913", "31013"] } }'),
        ],
        told: [["模板/口径", '["30913", "31013"]']],
      },
      {
        edits: [
          edit(
            narrative("three-public"),
            "：公务用车购置费{{万元 公务用车购置费}}",
            "：公务用车购置费{{万元 公务用车运行维护费}}",
          ),
          edit(
            narrative("three-public"),
            "；公务用车运行维护费{{万元 公务用车运行维护费}}",
            "；公务用车运行维护费{{万元 公务用车购置费}}",
          ),
        ],
        told: [
          ["校对/名数不符", "{{万元 公务用车运行维护费}}"],
          ["校对/名数不符", "{{万元 公务用车购置费}}"],
        ],
      },
      {
        edits: [
          edit(
            table("08-three-public"),
            '公务用车购置费, where: { 经济科目: ["30913", "31013"] }',
            '公务用车购置费, where: { 经济科目: ["30231"] }',
          ),
          edit(
            table("08-three-public"),
            '公务用车运行费, where: { 经济科目: "30231" }',
            '公务用车运行费, where: { 经济科目: ["30913", "31013"] }',
          ),
        ],
        told: [["校对/文表不符", "{{万元 公务用车购置费}}"]],
      },
    ],
  },
  {
    fault: "增加0万元，增长0%",
    attempts: [proofread("增加0万元，增长0%", "增加{{万元 因公出国境费}}")],
    instead: async (printed) => {
      const { text } = await printed(
        edit(DATA, "一般公共预算收支: 11314000.00", "一般公共预算收支: 10018950.00"),
        edit(DATA, "\n  一般公共预算收支: 加强经费管理，对项目经费进行压缩", ""),
      );
      expect(text).toContain("一般公共预算收支预算持平");
      expect(text).not.toMatch(/[增减][加少]0\.00万元/);
    },
  },
  {
    fault: "上年为零，写增长100%",
    of: "administrative",
    instead: async (printed) => {
      const { text } = await printed();
      expect(text).toContain("增加50.00万元（上年无该预算，不计算增长率）");
      expect(text).not.toContain("100.00%，主要原因");
    },
  },
  {
    fault: "上年为零，在模板里写上增长100%",
    attempts: [
      proofread("增长100% on a zero base", "增加{{万元 项目支出}}", "增长{{占比 项目支出 项目支出}}"),
      proofread("增长100% on a zero base, typed", "100%"),
    ],
  },
  {
    fault: "同一个数一处印成 105 万元，另一处印成 135 万元",
    attempts: [
      attempt(
        narrative("other-matters"),
        "政府采购预算安排{{万元 政府采购预算}}",
        "政府采购预算安排105万元",
        "校对/手写数字",
        "105万元",
      ),
      attempt(
        DATA,
        "  收入总计: 11314000.00",
        "  收入总计: 1050000.00\n  收入总计: 1350000.00",
        "语法/重复",
        "收入总计",
      ),
    ],
    instead: async (printed) => {
      const before = await printed();
      const after = await printed(
        edit(DATA, "财政拨款: 否, 金额: 2430000.00", "财政拨款: 否, 金额: 2730000.00"),
        edit(DATA, "财政拨款: 否, 金额: 8000000.00", "财政拨款: 否, 金额: 8300000.00"),
      );
      const shown = ({ row }: Document): readonly (bigint | undefined)[] => [
        numberIn(row("预算10表", "2023物业管理费（含经济适用房费用）"), "合计"),
        numberIn(row("预算11表", "2023物业管理费（含经济适用房费用）"), "项目金额（万元）/资金总额"),
        numberIn(row("预算07表", "物业管理费"), "总计"),
      ];
      expect(shown(before)).toEqual([24300n, 24300n, 24300n]);
      expect(shown(after)).toEqual([27300n, 27300n, 27300n]);
    },
  },
  {
    fault: "各类车辆之和不等于车辆总数",
    of: "administrative",
    attempts: [
      attempt(ADMINISTRATIVE, "  一般公务用车: 2", "  车辆: 4\n  一般公务用车: 2", "数据/多余", "车辆"),
      attempt(
        MEASURES,
        "其他用车, 一般公务用车, 一般执法执勤用车]",
        "其他用车, 一般公务用车]",
        "勾稽/口径合计",
        "车辆",
      ),
    ],
    instead: async (printed) => {
      const { text } = await printed();
      expect(text).toContain("共有车辆3辆，其中：一般公务用车2辆、一般执法执勤用车1辆");
    },
  },
  {
    fault: "增减 844.18 万元，各项原因之和是 844.17 万元",
    attempts: [
      attempt(
        DATA,
        "  收入总计: 加强经费管理，对项目经费进行压缩",
        "  收入总计: 压缩项目经费844.17万元",
        "校对/手写数字",
        "844.17万元",
      ),
    ],
  },
  {
    fault: "表三合计的工资福利支出印成 383.26，是 191.63 的两倍",
    attempts: [
      attempt(DATA, "基本支出:\n", "基本支出合计: 3832600.00\n基本支出:\n", "数据/多余", "基本支出合计"),
      { ...doubled("03-expenditure"), told: [["校对/表内合计", "预算03表"]] },
    ],
    instead: async (printed) => expectTotal(await printed(), "预算03表", WAGES, 19163n),
  },
  {
    fault: "表三合计的对个人和家庭的补助印成 0.00",
    attempts: [
      attempt(
        table("03-expenditure"),
        "{ 功能科目.名称: 合计 }",
        "{ 功能科目.名称: 合计, 对个人和家庭的补助: 0.00 }",
        "模板/未知",
        "对个人和家庭的补助",
      ),
    ],
    instead: async (printed) => expectTotal(await printed(), "预算03表", HOUSEHOLD, 262n),
  },
  {
    fault: "表五合计的工资福利支出印成 383.26",
    attempts: [{ ...doubled("05-general-public-budget"), told: [["校对/表内合计", "预算05表"]] }],
    instead: async (printed) => expectTotal(await printed(), "预算05表", WAGES, 19163n),
  },
  {
    fault: "表十合计印成 1595.00，各项目之和是 800.00",
    attempts: [
      {
        edits: [
          edit(
            table("10-projects"),
            "{ header: 合计, where: {}, role: total }",
            '{ header: 合计, where: { 功能科目: "2210106", 经济科目: ["30209", "30213"] }, role: total }',
          ),
        ],
        told: [
          ["校对/表内合计", "预算10表"],
          ["校对/文表不符", "{{万元 项目支出}}"],
          ["校对/文表不符", "{{万元 项目支出}}"],
        ],
      },
    ],
    instead: async (printed) => expectTotal(await printed(), "预算10表", "合计", 80000n),
  },
  ...["basic-expenditure", "other-matters"].flatMap((name) => personnelAndOperating(name)),
  {
    fault: "表六各行之和是 201.89，合计是 201.90，没有说明尾差",
    attempts: [
      attempt(
        "templates/henan/pack.yaml",
        "  residual: 注：因四舍五入，本表有的分项相加与合计略有出入。\n",
        "",
        "模板/缺少",
        "words",
      ),
    ],
    instead: async (printed) =>
      expectRounding(await printed(), "预算06表", "本年一般公共预算基本支出/合计", 1),
  },
  {
    fault: "表七各行之和是 1,001.89，合计是 1,001.90，没有说明尾差",
    instead: async (printed) => expectRounding(await printed(), "预算07表", "总计", 2),
  },
  {
    fault: "退休费在表六、表七是 2.63，在表三、表五是 2.62",
    attempts: [attempt(DATA, "金额:  26220.00", "金额:  26300.00", "勾稽/收支平衡", "2018980.00")],
    instead: async (printed) => {
      const shown = ({ row }: Document): readonly (bigint | undefined)[] => [
        numberIn(row("预算03表", "事业单位离退休"), HOUSEHOLD),
        numberIn(row("预算05表", "事业单位离退休"), HOUSEHOLD),
        numberIn(row("预算06表", "退休费"), "本年一般公共预算基本支出/合计"),
        numberIn(row("预算07表", "退休费"), "总计"),
      ];
      expect(shown(await printed())).toEqual([262n, 262n, 262n, 262n]);
      const after = await printed(
        edit(DATA, "金额:  26220.00", "金额:  26300.00"),
        edit(DATA, "金额: 2018980.00", "金额: 2019060.00"),
      );
      expect(shown(after)).toEqual([263n, 263n, 263n, 263n]);
    },
  },
  {
    fault: "243.0 与 108.00 并列，小数位数不一",
    attempts: [
      attempt(
        narrative("other-matters"),
        "支出总额{{万元 大额项目支出}}",
        "支出总额243.0万元",
        "校对/手写数字",
        "243.0万元",
      ),
    ],
    instead: async (printed) => {
      const { rows } = await printed(edit(DATA, "金额: 2430000.00", "金额: 2430000.0"));
      const amounts = wordsIn(rows("预算11表"), "项目金额（万元）/资金总额");
      expect(amounts).toContain("243.00");
      expect(amounts.filter((amount) => !/^[\d,]+\.\d\d$/.test(amount))).toEqual([]);
    },
  },
  {
    fault: "数字断在两行",
    instead: async (printed) => {
      const document = await printed();
      const [text, lines] = [document.text, await document.lines()];
      const figure = /[\d.]+(?:万元|%|[个辆]|台（套）)/g;
      const whole = lines.flatMap((line) => line.match(figure) ?? []);
      const figures = text.match(figure) ?? [];
      expect(figures.length).toBeGreaterThan(40);
      for (const each of new Set(figures)) expect(whole).toContain(each);
      expect(
        lines.filter((line) => /\d$/.test(line) && !/^[—\d]/.test(line) && !/[\s.…]\d+$/.test(line)),
      ).toEqual([]);
    },
  },
];

function personnelAndOperating(name: string): readonly PublishedFault[] {
  const where = name === "basic-expenditure" ? "第六节" : "第十节";
  const [personnel, operating] =
    name === "basic-expenditure" ? ["财政拨款人员经费", "财政拨款公用经费"] : ["人员经费", "公用经费"];
  return [
    {
      fault: `${where}的人员经费印成 194.20 万元，各科目之和是 194.25 万元`,
      attempts: [
        attempt(narrative(name), `{{万元 ${personnel}}}`, "194.20万元", "校对/手写数字", "194.20万元"),
      ],
      instead: async (printed) => {
        const document = await printed();
        const [, , parts] = parted(document, "预算03表");
        expect(added(parts, WAGES) + added(parts, HOUSEHOLD)).toBe(19425n);
        expect(document.text.split("人员经费支出194.25万元")).toHaveLength(3);
      },
    },
    {
      fault: `${where}的公用经费印成 7.70 万元，表里是 7.65 万元`,
      attempts: [attempt(narrative(name), `{{万元 ${operating}}}`, "7.70万元", "校对/手写数字", "7.70万元")],
      instead: async (printed) => {
        const { text } = await printed();
        expect(text.match(/公用经费(?:支出)?7\.65万元/g)).toHaveLength(2);
      },
    },
  ];
}
