import { describe, expect, test } from "@jest/globals";
import { codesInCell } from "./words.js";

describe("a number of a person is known however it was typed", () => {
  test.each([
    "138　0013　8000",
    "138·0013·8000",
    "138–0013–8000",
    "138\u00A00013\u00A08000",
    "138.0013.8000",
    "138 00138000",
    "1380013 8000",
    "１３８－００１３－８０００",
    "（+86）13800138000",
    "＋８６ 13800138000",
    "0086 13800138000",
    "+86 138-0013-8000",
    "+86-138 0013 8000",
    "0086-138 0013-8000",
    "1 3 8 0 0 1 3 8 0 0 0",
    "11010519491231002x",
    "11010519491231002×",
    "1101 0519 4912 3100 2X",
    "110105.19491231.002X",
    "110105 491231 002",
    "身份证号110105194912310021",
    "622202 1234567890128",
    "6222　0212　3456　7890　128",
    "卡号4112002023000013",
    "护照（EA1234567）",
    "护照E 1234 5678",
    "豫M12345私家车",
    "138/0013/8000",
    "通行证号C12345678",
    "车主豫Ｍ·12345",
    "zhang.san ＠ qq．com",
    "zhang(at)163.com",
    "zhang[at]163.com",
    "zhang【AT】163点com",
    "zhang（艾特）mail.example.com",
    "zhang at 163 (dot) com",
    "zhang#qq.com",
    "zhang@163点com",
    "一三八零零一三八零零零",
    "幺三八〇〇幺三八〇〇〇",
    "一三八 零零一三 八零零零",
    "138零零一三8000",
    "壹叁捌零零壹叁捌零零零",
    "一一零一零五一九四九一二三一零零二X",
  ])("%s", (words) => expect(codesInCell(words)).toEqual(["校对/个人信息"]));

  test("in groups that nobody sees", () => {
    expect(codesInCell("138\u200B0013\u200B8000")).toContain("校对/个人信息");
  });
});

describe("what may be the office's is a warning", () => {
  test.each([
    "豫M12345",
    "豫M·D12345",
    "E12345678",
    "110105194912310021",
    "4112002023000014",
    "zfbz@smx.gov.cn",
    "zfbz(at)smx.gov.cn",
    "QQ12345678",
    "微信：zhang_abc",
    "豫 M12345",
    "豫M-12345",
    "8613800138000",
    "138-0013 8000",
  ])("%s", (words) => expect(codesInCell(words)).toEqual(["校对/可能是个人信息"]));
});

describe("a mark of secrecy is known however it was typed", () => {
  test.each([
    "★机密",
    "秘密★３年",
    "机　密",
    "密　级：机　密",
    "内部资料·注意保存",
    "内部文件，请勿外传",
    "工作秘密　妥善保管",
    "仅供内部参考",
    "此件不公开",
    "［机密］",
    "「秘密」",
    "密级：内部",
    "（机密、5年）",
    "（内部资料，仅供参考）",
    "（内部资料，机密级）",
  ])("%s", (words) => expect(codesInCell(words)).toEqual(["校对/密级"]));
});

describe("what is read out, or between other words, is not taken for a person's", () => {
  test.each([
    "服务热线幺二三四五",
    "电话零三九八二一八一二三四",
    "二〇二三年一月一日至二〇二三年一二月三一日",
    "一二三四五六七八九十",
    "第一二三四五六七八九册",
    "项目411200230000000004110一般公共预算",
    "大小写一三五七九二四六八〇均可",
    "data at rest",
    "每平方米#3号楼",
  ])("%s", (words) => {
    const personal = codesInCell(words).filter((code) => code.includes("个人信息"));
    expect(personal).toEqual([]);
  });
});
