import { edit, makeCity } from "./city.js";

/** A city in which two units have one name. */
export function makeNamesakes(): string {
  const city = makeCity(2);
  for (const unit of ["500001", "500002"]) edit(city, unit, /名称: 第\d.*/, "名称: 某中心");
  return city;
}

/** What is told of both. */
export const SAID = "单位 500001、500002 的名称相同，PDF 都要写到 out/某中心2023年度单位预算公开.pdf";
