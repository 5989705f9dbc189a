// Makes a city for tests: node test/city/make.mjs FOLDER UNITS [SEED]. Each unit's data is valid and like no other's:
// amounts, projects, offices and comparisons with last year differ. The same seed makes the same city.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";

const PROGRAM = fileURLToPath(new URL("../..", import.meta.url));
const SAMPLE = readFileSync(join(PROGRAM, "data/403008/2023.yaml"), "utf8");
const KINDS = [
  "住房保障",
  "物资储备",
  "水利工程",
  "园林绿化",
  "市政设施",
  "文化馆藏",
  "体育场馆",
  "疾病预防",
];
const REASONS = [
  "加强经费管理，对项目经费进行调整",
  "项目按进度安排，支出比上年变化",
  "人员变动，相应调整经费",
];
const COMPARED = ["收入总计", "支出总计", "一般公共预算收支"];

const [folder = "", count = "300", seed = "2023"] = process.argv.slice(2);
if (folder === "") throw new Error("node test/city/make.mjs FOLDER UNITS [SEED]");
makeCity(folder, Number(count), Number(seed));

function makeCity(city, units, seed) {
  mkdirSync(city, { recursive: true });
  cpSync(join(PROGRAM, "templates"), join(city, "templates"), { recursive: true });
  for (let index = 0; index < units; index++) {
    const code = String(500_001 + index);
    mkdirSync(join(city, "data", code), { recursive: true });
    writeFileSync(
      join(city, "data", code, "2023.yaml"),
      stringify(makeUnit(code, index, random(seed + index))),
    );
  }
}

function makeUnit(code, index, next) {
  const data = parse(SAMPLE, { schema: "failsafe" });
  const pick = (list) => list[Math.floor(next() * list.length)];
  data.单位.代码 = code;
  data.单位.名称 = `第${index + 1}${pick(KINDS)}中心`;
  data.单位.主要职责 = `承担第${index + 1}片区保障性住房的建设、管理、使用及棚户区改造的实施工作`;
  data.单位.内设机构 = data.单位.内设机构.slice(0, 2 + Math.floor(next() * 4));
  // as large as the sample on average: one project may be missing, and each amount is its own
  data.项目 = data.项目.filter((_, at) => at !== Math.floor(next() * data.项目.length * 2));
  const projectLines = data.项目.flatMap((project) => project.支出);
  for (const line of [...data.基本支出, ...projectLines]) line.金额 = yuan(cents(line.金额) * (0.5 + next()));
  data.项目.forEach((project, at) => {
    project.编码 = `4112002300000${code}${String(at).padStart(2, "0")}`;
    const [cost] = project.绩效目标.成本指标;
    const total = sum(project.支出);
    project.绩效目标.成本指标 = [{ ...cost, 指标值: `≤${Math.floor(total / 1_000_000)}万元` }];
  });
  const paid = [...data.基本支出, ...projectLines].filter((line) => line.财政拨款 === "是");
  const other = projectLines.filter((line) => line.财政拨款 === "否");
  data.收入[0].金额 = yuan(sum(paid));
  data.收入[1].金额 = yuan(sum(other));
  const whole = sum(paid) + sum(other);
  const before = next() < 0.2 ? whole : Math.round(whole * (0.8 + 0.4 * next()));
  for (const name of COMPARED) data.上年[name] = yuan(before);
  data.原因 =
    printed(before) === printed(whole)
      ? {}
      : Object.fromEntries(COMPARED.map((name) => [name, pick(REASONS)]));
  return data;
}

function sum(lines) {
  return lines.reduce((total, line) => total + cents(line.金额), 0);
}

function cents(amount) {
  return Math.round(Number(amount) * 100);
}

/** Whole cents as the officer writes them. */
function yuan(amount) {
  return (Math.max(1, Math.round(amount)) / 100).toFixed(2);
}

/** Two amounts compare by what is printed of them, in units of 100 元. */
function printed(amount) {
  return Math.round(amount / 10_000);
}

/** Numbers from 0 to 1 that the seed determines (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
