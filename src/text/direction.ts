/** 人员没有增加 and 不再新增 say that nothing changed. */
const CHANGED =
  /(?<!没有|未|无|不|不再|尚未)(?:增加|增长|减少|下降|压缩|压减|削减|缩减|核减|新增|追加|上涨|上调|下调|调增|调减|降低)|加强[^，；。]{0,10}(?:管理|控制)/;

/** Whether words say that something rose or fell, or was made to. */
export function namesChange(words: string): boolean {
  return CHANGED.test(words);
}
