import { describe, expect, test } from "@jest/globals";
import { column, row, table } from "../render/sample.js";
import { foundAfter } from "./reading.js";
import { codesIn, codesInCell, codesOf, unit } from "./words.js";

const COLUMNS = [column("项目"), column("金额")];

describe("nothing is wrong with", () => {
  test.each([
    "截至2022年12月31日，共有车辆{3个}。",
    "2023年1月起执行，每年12月31日前报送。",
    "根据财预〔2017〕98号，从2018年起改革。",
    "推进5G建设，采购A4纸，监测PM2.5。",
    "主要任务：1.承担建设；2.负责管理。（1）拟订规划；（2）组织实施。",
    "坚持一元化领导和多元投入，每百元收入的成本下降。",
    "表中单位：万元。",
    "百分之百完成任务。",
    "共{9个}个体工商户参加。",
    "收入{1.00万元}，元旦期间不休。",
  ])("numbers and units: %s", (words) => expect(codesIn(words)).toEqual([]));

  test.each([
    "与2022年持平，主要原因是无此项业务开展。",
    "与2022年持平，主要原因是人员没有增加。",
    "与2022年持平，主要原因是严格执行中央八项规定精神。",
    "收入减少{1.00万元}，支出持平，主要原因是压减经费。",
    "收入持平；支出减少{1.00万元}，主要原因是压减经费。",
    "收入减少{1.00万元}。主要原因是压减经费；支出持平。",
    "与2022年预算相比持平。",
    "与2022年相比，收入持平。",
    "由于压减经费，支出减少{1.00万元}。",
    "收入减少{1.00万元}；支出减少{1.00万元}，主要原因均为压减经费。",
    "增减变化的主要原因：详见附表。",
    "主要原因如下。",
  ])("changes and reasons: %s", (words) => expect(codesIn(words)).toEqual([]));

  test.each([
    "公务接待定点饭店，招待定额内开支。",
    "人人平等等原则，划分为一等等级。",
    "负责单元元件的检修，公元元年以来的文物。",
    "采购XL号工作服和XXL号工作服。",
    "说明原因。",
    "会议〔2023年〕纪要……",
    "访问https://example.com了解。",
    "“三公”经费（含因公出国（境）费）按规定开支。",
    "1）承担建设；2）负责管理。",
    "“三公”经费主要包括：差旅和会议。",
    "安排了经费，预算数{1.00万元}与上年持平。",
  ])("words and marks: %s", (words) => {
    expect(codesIn(words)).toEqual([]);
  });

  test.each([
    "411200230000000004110",
    "12411200MB0123456X",
    "保密工作费",
    "机密级计算机采购",
    "工作秘密管理培训",
    "公务用车豫M12345维修",
    "密级内部控制",
    "微信公众号：smxzfbz",
    "云计算 A12345",
    "2023/0013/8000",
    "出国护照工本费E系列",
    "资金3000 2000 1000 4000元分四批",
    "8613项",
    "内部使用",
    "保守国家秘密、机要保密工作",
    "涉及国家秘密、商业秘密不得公开",
    "绝密、机密、秘密文件的管理",
    "秘密级以上文件管理",
    "此件公开发布",
    "警用车辆通行证C级",
    "15000-200000户",
    "13,812,345,678元",
    "13812345.678元",
    "2023-13812345678",
    "4112 0020 2300 0012",
    "0398 2812345转8001",
    "豫财〔2023〕12号",
    "豫A2023年",
    "执法执勤用车豫M12345",
    "微信公众号zfbz2023",
    "国家秘密载体销毁",
    "商业秘密保护",
    "内部资料印刷费",
    "联系电话0398-2812345",
    "110105199413310021",
    "6222021234567890123",
    "≥2000.00",
    "元元社区改造",
    "13800138000.00",
    "指标值<预期",
    "比例为1:3，时间8:30",
    "明显、一般",
    "≥95%/发票送达10日内",
    "系统故障发生24小时内",
    "2023年11月1日前完成",
    "第3前哨小学",
    "B5内页印刷",
  ])("what a cell shows: %s", (words) => expect(codesInCell(words)).toEqual([]));
});

describe("numbers in names are printed as they are", () => {
  test("the unit's", () => {
    expect(
      codesIn("某市第1中学(本部)设立于1950年。", unit({ name: "某市第1中学(本部)设立于1950年" })),
    ).toEqual([]);
  });

  test("the offices' and the subordinates'", () => {
    const names = unit({ offices: ["普查2科"], subordinates: ["第12小学"] });
    expect(codesIn("下设普查2科，下属单位为第12小学。", names)).toEqual([]);
  });

  test("but not beside them", () => {
    expect(codesIn("第12小学有12人。", unit({ subordinates: ["第12小学"] }))).toEqual(["校对/手写数字"]);
    expect(codesIn("修缮甲栋A12万元。", unit({ offices: ["甲栋A"] }))).toEqual(["校对/手写数字"]);
  });

  test("and do not cut what they begin in the midst of", () => {
    const names = unit({ offices: ["年度考核"], subordinates: ["总"] });
    expect(codesIn("2023年度考核从1月到12月。", names)).toEqual([]);
    expect(codesIn("2021年度考核已经完成。", names)).toEqual(["校对/年份"]);
    const note = "注：因四舍五入，本表有的分项相加与合计略有出入。";
    expect(codesOf([table("收入", COLUMNS, [row("收入", "1.00")], [note])], names)).toEqual([]);
  });
});

test("what the duties were approved to say is left as it is", () => {
  const duties = "指导本部门的工作，主要包括：办公费的审核";
  expect(codesIn(`主要职责是：${duties}。`, unit({ duties: [duties] }))).toEqual([]);
});

test("duties that differ in their numbers only are each left as they are", () => {
  const duties = ["编制2", "编制22，另有21"];
  for (const each of duties) expect(codesIn(`主要职责是：${each}。`, unit({ duties }))).toEqual([]);
});

test("in the duties a number is a fact, but not an amount", () => {
  const duties = "根据编办〔2019〕12号，1950年成立，受理12345热线，编制30，下设3个科";
  expect(codesIn(`主要职责是：${duties}。`, unit({ duties: [duties] }))).toEqual([]);
  const money = "管理资金30.5 万元，占5%";
  expect(codesIn(`主要职责是：${money}。`, unit({ duties: [money] }))).toEqual([
    "校对/手写数字",
    "校对/手写数字",
  ]);
});

test("what a reason counts is no amount of the document", () => {
  const find = "  一般公共预算收支: 加强经费管理，对项目经费进行压缩";
  const counts = [
    "退休3人、调入２人，停用1、2号楼，减少3—5台",
    "根据豫财〔2023〕12号和豫财[2019]7号，第3批项目完工",
    "移交3.5万平方米，7×24小时值班取消，12345热线并入",
    "按1:1配套改为2比3，“1+6+N”体系建成",
    "咨询电话0398-2812345转8001，三分之一的人员分流，百倍努力",
  ];
  const replace = `  一般公共预算收支: "${counts.join("，")}"`;
  expect(foundAfter([{ file: "data/403008/2023.yaml", find, replace }])).toEqual([]);
});
