/** Where in a file something stands. Lines and columns count from 1, columns and length in characters (code points). */
export interface Place {
  /** relative to the project, with forward slashes; a file to be audited as the officer wrote it */
  readonly file: string;
  /** of a PDF; its lines are then counted on each page, and not shown */
  readonly page?: number;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** the whole line, without its end */
  readonly excerpt: string;
}

/** The place that stands for a whole file, or a whole page: its beginning, with nothing to show of it. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, length: 0, excerpt: "" };
}

export function isWholeFile({ line, column, length, excerpt }: Place): boolean {
  return line === 1 && column === 1 && length === 0 && excerpt === "";
}

/** Every kind of problem the program can report, with the sentence that documents it. The list is closed. */
export const CODES = {
  "文件/找不到": "要读的文件或文件夹不存在。",
  "文件/不能读": "文件存在，但是读不出来。",
  "文件/空": "文件里没有内容。",
  "文件/编码": "文件不是 UTF-8。",
  "文件/过大": "文件大得不像一份预算数据。",
  "文件/不能写": "结果文件写不进去。",
  "更正/不公开": "公开过的内容现在不公开，更正说明不能把它再印一遍。",
  "记录/找不到": "没有这个 PDF 的构建记录。",
  "记录/损坏": "构建记录读不出来，或者被改过。",
  "记录/不知哪个": "有几个构建记录，不知道公开的是哪一个。",
  "记录/不能用": "公开时的数据和版式，现在的程序读不了。",
  "记录/不符": "PDF 不是由现在的数据生成的，或者生成后被改过。",
  "文件/已存在": "要新建的文件已经有了，程序不覆盖它。",
  "语法/YAML": "YAML 语法有错，读不出结构。",
  "语法/重复": "同一处把同一个键写了两次。",
  "语法/制表符": "YAML 的缩进用了制表符。",
  "语法/别名": "用了锚点、别名或标签，本程序的数据不用这些写法。",
  "数据/待填": "写着“待填”的地方还没有填。",
  "数据/缺少": "必填的内容没有写。",
  "数据/多余": "写了不认识的键。",
  "数据/类型": "内容的结构不对，例如该写清单的地方写了一个值。",
  "数据/取值": "内容不在允许的范围内。",
  "数据/金额": "金额写法不对。",
  "数据/字符": "含有不能排印的控制字符。",
  "数据/科目": "科目代码不在科目表里，或者写的不是代码。",
  "数据/科目年份": "科目在预算年度里还没有，或者已经取消。",
  "数据/科目名称": "“科目名称”里写的与科目表不同，科目表里没有，或者不必写。",
  "数据/科目表年份": "没有预算年度的科目表，用了别的年度的。",
  "数据/科目未核": "用到的科目或对应关系还没有与官方的科目表核对过。",
  "数据/引用": "指到的内容不存在。",
  "数据/重复": "应当唯一的内容出现了两次。",
  "数据/别的单位": "项目编码、主要职责或自称是别的单位的。",
  "数据/注释": "文字后面的 # 是注释的开头，像是把文字截断了。",
  "数据/已核对": "“已核对”里写的没有对应的警告。",
  "数据/项目": "项目没有支出明细，或者没有编码。",
  "汇总/找不到": "“汇总单位”里的单位没有数据文件。",
  "汇总/年度": "“汇总单位”里的单位只有别的年度的数据文件。",
  "汇总/重复": "一个单位或者一个项目在汇总里算了两次。",
  "汇总/循环": "“汇总单位”汇总到了部门自己。",
  "汇总/构成": "“下属单位”与“汇总单位”不一致。",
  "口径/上年数": "要与上年比较，但上年数没有写。",
  "口径/缺少原因": "数字有变化，但没有写原因。",
  "口径/多余原因": "数字没有变化或者不作比较，却写了原因。",
  "勾稽/收支平衡": "收入总计与支出总计不相等。",
  "勾稽/资金来源": "一种资金来源的支出与年终结转超过了它的收入。",
  "勾稽/财政拨款收支": "一种资金来源里，财政拨款或非财政拨款的支出与年终结转超过了收入。",
  "勾稽/上年结转": "用上年结转或本年资金安排的支出超过了它的收入。",
  "勾稽/收入科目": "收入写功能科目的，一个科目的支出超过了它的收入。",
  "勾稽/财政拨款范围": "不属于财政拨款的资金来源写成了财政拨款。",
  "勾稽/口径合计": "合计的口径不等于各部分的口径之和。",
  "勾稽/口径范围": "部分的口径超过了总的口径。",
  "勾稽/行政单位收入": "行政单位有事业单位才有的收入。",
  "勾稽/科目资金": "功能科目是一种预算的，用的是另一种预算的资金。",
  "勾稽/科目资金存疑": "功能科目与资金来源多半不相符。",
  "勾稽/三公科目": "“三公”经费的口径与它的经济科目不一致。",
  "勾稽/三公类别": "“三公”经费的经济科目与支出类别不一致。",
  "勾稽/三公资金": "“三公”经费的科目用了非财政拨款，不计入“三公”经费。",
  "勾稽/支出类别": "基本支出的经济科目与类别多半不相符。",
  "勾稽/基本建设": "基本支出里有基本建设支出。",
  "勾稽/机关运行经费": "机关运行经费的口径与单位性质或公用经费不一致。",
  "勾稽/车辆运行": "没有车辆，却有公务用车运行维护费。",
  "勾稽/车辆购置": "购置公务用车，政府采购里却没有货物。",
  "勾稽/车辆科目": "可能是公务用车的支出，列在“三公”经费以外的科目里。",
  "勾稽/政府采购总额": "政府采购预算超过了支出合计。",
  "勾稽/政府采购遗漏": "没有政府采购预算，却有一般要采购的大额支出。",
  "勾稽/总投资": "跨年项目的总投资比本年的支出还小。",
  "勾稽/成本指标": "成本指标的金额超过了项目的支出。",
  "勾稽/成本指标合计": "成本指标加起来超过了项目的支出。",
  "勾稽/占位编码": "项目编码是用 0 占位的。",
  "勾稽/项目年份": "项目名称里的年份不是预算年度。",
  "勾稽/汇总往来": "汇总的单位有上级补助收入或附属单位上缴收入，可能是部门内部的往来，算了两次。",
  "勾稽/汇总同名": "汇总的两个单位有同名的项目，可能是同一笔写了两次。",
  "勾稽/汇总上年": "部门预算的上年数不是部门的，或者单位预算的上年数是部门的。",
  "勾稽/汇总范围": "汇总的单位与上年不同，增减不是同一口径。",
  "勾稽/科目性质": "功能科目与单位性质不相符。",
  "勾稽/政府经济科目": "写明的政府经济科目与对应表不一致。",
  "勾稽/社保科目": "社会保险缴费、住房公积金的功能科目与经济科目多半不相符。",
  "勾稽/项目工资": "项目里有工资福利支出。",
  "勾稽/绩效工资": "行政单位或参公事业单位有绩效工资。",
  "勾稽/上年数据": "“上年”里写的数与上年的数据文件不一致。",
  "勾稽/上年合计": "“上年”里的合计不等于各部分之和。",
  "勾稽/上年平衡": "“上年”里的收入总计与支出总计不相等。",
  "勾稽/新设单位": "写明新设的单位有上年的数。",
  "勾稽/上年机关运行": "事业单位的“上年”里有机关运行经费。",
  "勾稽/原因空话": "“原因”里没有写出原因，或者又以“主要原因是”开头。",
  "勾稽/原因相反": "数字增加，原因却只是压减、控制、节约。",
  "勾稽/原因方向": "原因像是与增减的方向相反，或者说的不是这一项。",
  "勾稽/版式事项": "有这样的支出，却没有写版式另外要求的事项。",
  "勾稽/零金额": "支出或专项转移支付的一行没有金额。",
  "勾稽/万元": "数是以万元写的，与另一年的差约一万倍。",
  "勾稽/金额单位": "金额像是以万元写的，或者与上年的单位不同。",
  "模板/语法": "模板有错，读不出来。",
  "模板/缺少": "模板文件里必填的内容没有写。",
  "模板/多余": "模板文件里写了不认识的键。",
  "模板/类型": "模板文件里内容的结构不对。",
  "模板/取值": "模板文件里的内容不在允许的范围内。",
  "模板/未知": "模板用了没有定义的口径、名称或助手。",
  "模板/口径": "口径定义有错。",
  "模板/表": "表的定义有错。",
  "校对/缺字": "所用字体里没有这个字。",
  "校对/个人信息": "文件里有身份证号、手机号、银行卡号、护照号、个人的车牌号或电子邮箱。",
  "校对/可能是个人信息": "文件里有像证件号、卡号、车牌号或联系方式的内容。",
  "校对/密级": "文件里有密级或内部文件的标志。",
  "校对/手写数字": "文字里有手写的数，不是从数据算出的。",
  "校对/计量单位": "数后面的单位写了两次，或者两个数连在一起。",
  "校对/年份": "文字里的年份不是本年或上年。",
  "校对/原因中的年份": "“原因”里的年份不是本年或上年。",
  "校对/表中年份": "表里的年份不是预算年度。",
  "校对/持平": "与上年持平，却写了增加或减少的原因。",
  "校对/增减原因": "写了增加或减少，没有说明原因，或者印出来是零。",
  "校对/增长率": "增长或下降的百分比不是增减额占上年数的百分比。",
  "校对/残留": "留着没有填写的空、没有选定的话或模板的记号。",
  "校对/表中残缺": "表里的名称或指标没有写完。",
  "校对/标点": "半角标点、连用的标点或没有成对的括号。",
  "校对/表中标点": "表里的名称或指标有半角标点，或者括号没有成对。",
  "校对/称呼": "同一事物用了另一个名称。",
  "校对/名词": "用到的专业名词，名词解释里没有说明。",
  "校对/列举": "列举的科目与附表不一致。",
  "校对/空表": "空表没有说明，或者有数的表说成空表。",
  "校对/表内合计": "印出的合计与各分项之和相差超过尾差。",
  "校对/文表不符": "文字里的数与表里同名的数不相等。",
  "校对/名数不符": "数前面写的名称，不是这个数的口径。",
  "校对/漏公开": "说明里没有印必须公开的数，或者没有与上年比较。",
  "校对/占比": "金额后面的占比，不是这个金额占总数的百分比。",
  "排版/放不下": "内容放不进页面。",
  "审核/读不出": "要核对的文件读不出来：不是 PDF 或文本，加了密，坏了，或者没有文字。",
  "审核/不是这一份": "要核对的文件是别的单位或别的年度的。",
  "审核/矛盾": "文件里的数自相矛盾：分项与合计不符，占比、增幅算得不对，或者同一个数在两处不一样。",
  "审核/数": "文件里的数与数据算出的不同。",
  "审核/单位": "金额的单位不对，例如把万元写成元。",
  "审核/缺少": "按数据应当有的句子、表、行或数，文件里没有。",
  "审核/多出": "文件里有按数据不应有的句子、表、行或数。",
  "审核/文字": "文件里的话有错：错字、残留、持平却写增减的原因等。",
  "审核/措辞": "话或名称与程序印的不同。",
  "审核/次序": "句子、行或页的次序不对，或者与程序印的不同。",
  "审核/写法": "标点、括号或数的写法前后不一，或者数折在两行。",
  "审核/没有核对": "文件里有读不出的地方，没有核对。",
  "分批/缺少": "分着做的结果缺了几份，或者与数据里的单位对不上。",
  "程序/没有重做": "程序的源文件改过，运行的还是改以前的程序。",
  "科目表/读不出": "要录入的科目表读不出来：不是表格，加了密，坏了，里面没有支出科目，或者看不出哪一列是。",
  "科目表/年度": "看不出要录入的科目表是哪一年的。",
  "桌面/已开着": "这个文件夹的桌面已经开着。",
  "桌面/端口": "桌面要用的端口开不了。",
  "命令/用法": "命令的选项写得不对。",
} as const;

export type Code = keyof typeof CODES;
export type Severity = "错误" | "警告";

/**
 * How sure it is that a rule holds, by the least sure part of what it rests on, surest first: read in the law or a text
 * of the ministry; read in what others have published; known to practice; not yet held against any source.
 */
export const CERTAINTIES = ["法规原文", "公开文件", "实务", "未核对"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** One problem: what is wrong, where, and what to do about it. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: Code;
  /** one sentence in the officer's words */
  readonly message: string;
  /** the codes and figures that it speaks of, where its confirmation rests on nothing else */
  readonly about?: string;
  /** how the officer says that she has looked at it, and nothing is wrong */
  readonly confirmation?: Confirmation;
  readonly place?: Place;
  /** where else the same is wrong: one cause is one problem */
  readonly others?: readonly Place[];
  /** whether others may follow from it, so that it is told before them */
  readonly first?: true;
  /** whether it can be confirmed, as warnings can, though it is an error */
  readonly confirmable?: true;
  /** further lines: the rule, the figures on both sides, the remedy */
  readonly notes: readonly string[];
  /** lines as they are to stand in the file, ready to be pasted into it */
  readonly paste?: readonly string[];
  /** what is still to be filled in there, where that is what is wrong */
  readonly gap?: GapName;
}

/** What the officer writes into the data once she has looked at a warning. */
export interface Confirmation {
  readonly file: string;
  /** what tells the warning from others */
  readonly mark: string;
  /** the mark that stands there already, of the warning as it was before its figures changed */
  readonly former?: string;
  /** whether the key is there already */
  readonly hasKey: boolean;
}

/** What a gap is called: within what is filled in at one go, and without the names of items. */
export interface GapName {
  readonly section: string;
  /** empty where it is the section itself */
  readonly part: string;
  readonly kind: string;
}

/** Checks that cannot be made before the data is complete and right, as the officer calls them. */
export type LeftOut = "勾稽" | "校对";

/** That they have not been made; nothing where all have. */
export function leftOutWords(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return "";
  return `还没有填完，或者还有写错的：${leftOut.join("和")}没有做，填完、改对以后再看。`;
}

export function problem(code: Code, message: string, place?: Place, ...notes: string[]): Diagnostic {
  return { severity: "错误", code, message, ...(place && { place }), notes };
}

/** A problem of what has no place in a file to show. */
export function unplaced(code: Code, message: string, ...notes: string[]): Diagnostic {
  return problem(code, message, undefined, ...notes);
}

export function warning(code: Code, message: string, place?: Place, ...notes: string[]): Diagnostic {
  return { severity: "警告", code, message, ...(place && { place }), notes };
}

/** Thrown by a stage that cannot go on, with everything it found. */
export class Refusal extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly leftOut: readonly LeftOut[];
  constructor(diagnostics: readonly Diagnostic[], leftOut: readonly LeftOut[] = []) {
    super(diagnostics.map((each) => each.message).join("\n"));
    this.diagnostics = diagnostics;
    this.leftOut = leftOut;
  }
}

/** Returns `diagnostics`; throws a Refusal with all of them when one is an error, or, if `strict`, when there is any. */
export function refuseOnError(diagnostics: readonly Diagnostic[], strict = false): readonly Diagnostic[] {
  if (diagnostics.some((each) => strict || each.severity === "错误")) throw new Refusal(diagnostics);
  return diagnostics;
}

/** Does all the works and returns their results; throws one Refusal with all that they refused, if any did. */
export function collectRefusals<Works extends readonly (() => unknown)[]>(
  ...works: Works
): { -readonly [K in keyof Works]: ReturnType<Works[K]> } {
  const refused: Diagnostic[] = [];
  const results = works.map((work) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(...error.diagnostics);
      return undefined;
    }
  });
  if (refused.length > 0) throw new Refusal(refused);
  return results as { -readonly [K in keyof Works]: ReturnType<Works[K]> };
}

/** What the work gives, or what is made of all that it found wrong where it refuses: nothing, if not said otherwise. */
export function orElse<T, U = undefined>(
  work: () => T,
  otherwise?: (found: readonly Diagnostic[]) => U,
): T | U {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return otherwise?.(error.diagnostics) as U;
    throw error;
  }
}

/** The same of work that takes time. */
export function orElseLater<T, U = undefined>(
  work: () => Promise<T>,
  otherwise?: (found: readonly Diagnostic[]) => U,
): Promise<T | U> {
  return work().catch((error: unknown) =>
    orElse((): T => {
      throw error;
    }, otherwise),
  );
}

/** What the work gives; nothing where it throws, whatever that is. */
export function attempted<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** All places of a problem. */
export function placesOf({ place, others = [] }: Diagnostic): readonly Place[] {
  return place ? [place, ...others] : others;
}

/** One problem for all that are found in the same words, with the places of the others: mended once, all are gone. */
export function oncePerCause(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const causes = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const each of found) {
    const key = `${each.severity} ${each.code} ${each.message}`;
    const same = causes.get(key);
    if (same) same.push(each);
    else causes.set(key, [each]);
  }
  return [...causes.values()].map(([first, ...more]) => {
    const others = [...(first.others ?? []), ...more.flatMap(placesOf)];
    return others.length > 0 ? { ...first, others } : first;
  });
}

/** All lines below its message: its notes, how it is confirmed, and what is to be pasted. */
export function linesOf({ notes, confirmation, paste = [] }: Diagnostic): readonly string[] {
  return [...notes, ...(confirmation ? [confirmationNote(confirmation)] : []), ...paste];
}

/** The note of a warning that says how to confirm it. */
export function confirmationNote({ file, mark, former }: Confirmation): string {
  if (former === undefined) return `核对无误的，“已核对”里写：${mark}`;
  return `核对过的数改了：重新核对，无误的，把 ${file} 的“已核对”里的 ${digitsOf(former)} 换成 ${digitsOf(mark)}`;
}

function digitsOf(mark: string): string {
  return mark.slice(mark.lastIndexOf(" ") + 1);
}

/** How many errors, gaps and warnings there are, in words. */
export function counts(diagnostics: readonly Diagnostic[]): string {
  const gaps = diagnostics.filter(({ gap }) => gap).length;
  const [errors, warnings] = (["错误", "警告"] as const).map(
    (severity) => diagnostics.filter((each) => each.severity === severity && !each.gap).length,
  );
  return [[errors, "个错误"] as const, [gaps, "处待填"] as const, [warnings, "个警告"] as const]
    .flatMap(([count, what]) => (count ? [`${count} ${what}`] : []))
    .join("，");
}

/** For sorting: errors before warnings, each by place. */
export function inOrder(a: Diagnostic, b: Diagnostic): number {
  return Number(a.severity === "警告") - Number(b.severity === "警告") || byPlace(a, b);
}

/** For sorting: what others may follow from first, then what has no place, then by file and place. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.first !== b.first) return a.first ? -1 : 1;
  if (!a.place || !b.place) return Number(Boolean(a.place)) - Number(Boolean(b.place));
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  const pages = (a.place.page ?? 0) - (b.place.page ?? 0);
  return pages || a.place.line - b.place.line || a.place.column - b.place.column;
}
