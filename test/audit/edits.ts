import type { Code } from "../../src/diagnostic/diagnostic-codes.js";
import { ownWording } from "../../src/model/wording.js";
import {
  both,
  type Change,
  headsSwapped,
  inAllTexts,
  inCell,
  inHeading,
  inRow,
  inTable,
  inText,
  noteIn,
  paragraphBehind,
  rowBehind,
  withoutRow,
  withoutSection,
  withoutTable,
} from "./changes.js";

/** Something that somebody has changed in a finished document, and under which codes it is found. */
export interface Edit {
  readonly fault: string;
  readonly of: "sample" | "administrative";
  readonly change: Change;
  readonly codes: readonly Code[];
}

const OPERATION = "支出预算28.00万元，较2023年预算减少12.00万元，下降30.00%，主要原因是压减一般性支出。";
const PURCHASE =
  "公务用车购置费18.00万元，预算数比2023年增加18.00万元（上年无该预算，不计算增长率），主要原因是报废更新一辆";

/** The faults that published disclosures have. */
export const PUBLISHED: readonly Edit[] = [
  {
    fault: "增长率用本年数作分母",
    of: "administrative",
    change: inText("收入增加30.00万元，增长8.57%", "收入增加30.00万元，增长7.89%"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "文字里购置费和运行费写反",
    of: "administrative",
    change: both(
      inText("购置费18.00万元", "购置费7.00万元"),
      inText("运行维护费7.00万元", "运行维护费18.00万元"),
    ),
    codes: ["审核/矛盾"],
  },
  {
    fault: "表里购置费和运行费写反",
    of: "administrative",
    change: inRow("预算08表", "28.00", (texts) => texts.with(3, "7.00").with(4, "18.00")),
    codes: ["审核/矛盾"],
  },
  {
    fault: "有数的表注明“本表为空表”",
    of: "sample",
    change: noteIn("预算10表", "注：本表为空表。"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "“主要原因是。”",
    of: "administrative",
    change: inText(
      "减少3.00万元，下降50.00%，主要原因是压减公务接待。",
      "减少3.00万元，下降50.00%，主要原因是。",
    ),
    codes: ["审核/文字"],
  },
  {
    fault: "自造的经济科目",
    of: "sample",
    change: inCell("预算06表", "办公费", "30201", "30288"),
    codes: ["审核/数"],
  },
  {
    fault: "原因写在别的项下",
    of: "administrative",
    change: both(
      inText("下降50.00%，主要原因是压减公务接待", "下降50.00%，主要原因是封存车辆"),
      inText("下降63.16%，主要原因是封存车辆", "下降63.16%，主要原因是压减公务接待"),
    ),
    codes: ["审核/措辞", "审核/措辞"],
  },
  {
    fault: "“增加0万元，增长0%”",
    of: "administrative",
    change: inText("一般公共预算收支预算持平", "一般公共预算收支预算增加0万元，增长0%"),
    codes: ["审核/文字"],
  },
  {
    fault: "上年为零，写增长100%",
    of: "administrative",
    change: inText("增加18.00万元（上年无该预算，不计算增长率）", "增加18.00万元，增长100.00%"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "“元元”",
    of: "sample",
    change: inText("收入合计1001.90万元，其中", "收入合计1001.90万元元，其中"),
    codes: ["审核/单位"],
  },
  {
    fault: "“占 %”",
    of: "sample",
    change: inText(
      "基本支出201.90万元，占20.15%；项目支出800.00万元，占79.85%。主要",
      "基本支出201.90万元，占 %；项目支出800.00万元，占79.85%。主要",
    ),
    codes: ["审核/文字"],
  },
  {
    fault: "同一个数两处不同",
    of: "sample",
    change: inText("收入总计1001.90万元", "收入总计1007.90万元"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "车辆各类相加不是总数",
    of: "administrative",
    change: inText("一般公务用车2辆", "一般公务用车3辆"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "各项原因相加不是增减额",
    of: "administrative",
    change: inText(
      "增加3.00万元，增长12.00%，主要原因是更新公务用车",
      "增加3.00万元，增长12.00%，主要原因是公务用车购置费增加18.00万元，接待费减少3.00万元，运行维护费减少12.01万元",
    ),
    codes: ["审核/矛盾"],
  },
  {
    fault: "“增加（减少）”",
    of: "administrative",
    change: inText("支出预算数比2023年增加3.00万元", "支出预算数比2023年增加（减少）3.00万元"),
    codes: ["审核/文字"],
  },
  {
    fault: "“XX”",
    of: "sample",
    change: inText("本预算为三门峡市住房保障中心本级预算", "本预算为XX本级预算"),
    codes: ["审核/文字"],
  },
  {
    fault: "“比上年持平”",
    of: "sample",
    change: inText("支出预算数与2022年持平", "支出预算数比2022年持平"),
    codes: ["审核/文字"],
  },
  {
    fault: "持平却写压缩的原因",
    of: "sample",
    change: inText(
      "培训费等支出。预算数与2022年持平，主要原因是无此项业务开展",
      "培训费等支出。预算数与2022年持平，主要原因是加强管理，压缩出国经费",
    ),
    codes: ["审核/文字"],
  },
];

/** What hands do otherwise to a finished document. */
export const OTHERS: readonly Edit[] = [
  {
    fault: "表里改了一个数字",
    of: "sample",
    change: inCell("预算06表", "水费", "0.77", "0.71"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "表里改了合计",
    of: "sample",
    change: inCell("预算03表", "403008", "191.63", "193.61"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "一个数各处都改了",
    of: "sample",
    change: both(
      inAllTexts("12.11万元", "12.21万元"),
      inCell("预算01表", "十、卫生健康", "12.11", "12.21"),
      inRow("预算03表", "事业单位医疗", (texts) => texts.map((text) => text.replace("12.11", "12.21"))),
      inRow("预算04表", "（十）卫生健康支出", (texts) => texts.map((text) => text.replace("12.11", "12.21"))),
      inRow("预算05表", "事业单位医疗", (texts) => texts.map((text) => text.replace("12.11", "12.21"))),
      inRow("预算06表", "30110", (texts) => texts.map((text) => text.replace("12.11", "12.21"))),
      inRow("预算07表", "职工基本医疗保险缴费", (texts) =>
        texts.map((text) => text.replace("12.11", "12.21")),
      ),
    ),
    codes: ["审核/矛盾"],
  },
  {
    fault: "减少写成增加",
    of: "sample",
    change: inText("收入减少129.50万元，下降11.45%", "收入增加129.50万元，增长11.45%"),
    codes: ["审核/文字"],
  },
  {
    fault: "无写成有",
    of: "sample",
    change: inText("本年无负责管理的专项转移支付项目", "本年有负责管理的专项转移支付项目"),
    codes: ["审核/文字"],
  },
  {
    fault: "文字里的数改了，它的增减没有改",
    of: "administrative",
    change: inText("机关运行经费支出预算28.00万元", "机关运行经费支出预算39.11万元"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "占比改了",
    of: "sample",
    change: inText("住房保障支出811.63万元，占81.01%", "住房保障支出811.63万元，占80.11%"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "万元写成元",
    of: "sample",
    change: inText("住房保障支出811.63万元", "住房保障支出811.63元"),
    codes: ["审核/单位"],
  },
  {
    fault: "表上方的单位写成元",
    of: "sample",
    change: inTable("预算06表", (table) => ({ ...table, right: ownWording("单位：元") })),
    codes: ["审核/单位"],
  },
  {
    fault: "掉了一行",
    of: "sample",
    change: withoutRow("预算06表", "电费"),
    codes: ["审核/缺少"],
  },
  {
    fault: "掉了一行，合计也减了",
    of: "sample",
    change: both(
      withoutRow("预算06表", "电费"),
      inRow("预算06表", "合计", (texts) => texts.with(4, "200.90").with(6, "6.65")),
    ),
    codes: ["审核/缺少"],
  },
  {
    fault: "多了一行",
    of: "sample",
    change: rowBehind("预算06表", "电费", ["30207", "邮电费", "50502", "商品和服务支出", "1.50", "", "1.50"]),
    codes: ["审核/多出"],
  },
  {
    fault: "数印在了别的栏里",
    of: "sample",
    change: inRow("预算06表", "电费", (texts) => texts.with(5, "1.00").with(6, "")),
    codes: ["审核/数"],
  },
  {
    fault: "掉了一个数",
    of: "sample",
    change: inRow("预算06表", "电费", (texts) => texts.with(6, "")),
    codes: ["审核/缺少"],
  },
  {
    fault: "空格里多了一个数",
    of: "sample",
    change: inRow("预算03表", "档案馆", (texts) => texts.with(5, "3.00")),
    codes: ["审核/多出"],
  },
  {
    fault: "表头两栏对调",
    of: "sample",
    change: headsSwapped("预算06表", "人员经费", "公用经费"),
    codes: ["审核/数"],
  },
  {
    fault: "表头改了字",
    of: "sample",
    change: headsSwapped("预算06表", "公用经费", "日常公用经费"),
    codes: ["审核/措辞"],
  },
  {
    fault: "两行换了次序",
    of: "sample",
    change: inTable("预算06表", (table) => ({
      ...table,
      rows: [...table.rows.slice(0, 3), ...table.rows.slice(3, 5).reverse(), ...table.rows.slice(5)],
    })),
    codes: ["审核/次序"],
  },
  {
    fault: "掉了一张表",
    of: "sample",
    change: withoutTable("预算09表"),
    codes: ["审核/缺少"],
  },
  {
    fault: "掉了一句话",
    of: "administrative",
    change: inText("2024年我单位拟组织对1个项目进行预算绩效评价，涉及资金170.00万元。", ""),
    codes: ["审核/缺少"],
  },
  {
    fault: "掉了一节，后面的编号改了",
    of: "sample",
    change: both(
      withoutSection("八、“三公”经费支出预算情况说明"),
      inHeading("九、政府性基金预算支出情况说明", "八、政府性基金预算支出情况说明"),
      inHeading("十、其他重要事项的情况说明", "九、其他重要事项的情况说明"),
    ),
    codes: ["审核/缺少", "审核/次序"],
  },
  {
    fault: "多了一句话",
    of: "sample",
    change: paragraphBehind("下设办公室", "现有在职人员30人，其中管理人员5人。"),
    codes: ["审核/多出"],
  },
  {
    fault: "句子改了说法，数没有变",
    of: "sample",
    change: inText(
      "三门峡市住房保障中心2023年收入合计1001.90万元，其中：一般公共预算收入1001.90万元。",
      "2023年我单位收入共计1001.90万元，全部是一般公共预算收入，为1001.90万元。",
    ),
    codes: ["审核/措辞"],
  },
  {
    fault: "两段换了位置",
    of: "sample",
    change: both(
      inText("下设办公室、财务科、工程管理科、物业管理科、住房保障管理科等。", "【】"),
      inText(
        "根据预算管理有关规定，本预算为三门峡市住房保障中心本级预算。",
        "下设办公室、财务科、工程管理科、物业管理科、住房保障管理科等。",
      ),
      inText("【】", "根据预算管理有关规定，本预算为三门峡市住房保障中心本级预算。"),
    ),
    codes: ["审核/次序"],
  },
  {
    fault: "列举的科目与表不符",
    of: "sample",
    change: inText("住房公积金、福利费、退休费；", "住房公积金、职业年金缴费、退休费；"),
    codes: ["审核/矛盾"],
  },
  {
    fault: "项目名称印得不全",
    of: "sample",
    change: inCell(
      "预算10表",
      "2023综合费用（含经济适用房费用）",
      "2023综合费用（含经济适用房费用）",
      "2023综合费用（含经济",
    ),
    codes: ["审核/文字"],
  },
  {
    fault: "指标值改了",
    of: "sample",
    change: inCell("预算11表", "服务的家庭户数", "8700-9400户", "8700-9500户"),
    codes: ["审核/数"],
  },
  {
    fault: "金额只印一位小数",
    of: "sample",
    change: inCell("预算06表", "电费", "1.00", "1.0"),
    codes: ["审核/写法"],
  },
  {
    fault: "括号写成半角",
    of: "sample",
    change: inText("（二）公务接待费", "(二)公务接待费"),
    codes: ["审核/写法"],
  },
  {
    fault: "解释了没有用到的名词",
    of: "sample",
    change: paragraphBehind("五、机关运行经费：", "六、事业基金：是指事业单位以前年度积累的资金。"),
    codes: ["审核/多出"],
  },
  {
    fault: "留着手机号",
    of: "sample",
    change: paragraphBehind("下设办公室", "联系人电话13812345678。"),
    codes: ["审核/文字"],
  },
  {
    fault: "年份没有改过来",
    of: "sample",
    change: inText("2022年期末，我单位共有车辆", "2021年期末，我单位共有车辆"),
    codes: ["审核/文字"],
  },
  {
    fault: "原因没有写",
    of: "administrative",
    change: inText(OPERATION, "支出预算28.00万元，较2023年预算减少12.00万元，下降30.00%。"),
    codes: ["审核/文字"],
  },
  {
    fault: "购置费掉了金额",
    of: "administrative",
    change: inText(PURCHASE, PURCHASE.replace("费18.00万元，", "，")),
    codes: ["审核/文字"],
  },
  {
    fault: "≥写成不低于",
    of: "sample",
    change: inCell("预算11表", "公共设施设备完好率", "≥95%", "不低于95%"),
    codes: ["审核/措辞"],
  },
];
