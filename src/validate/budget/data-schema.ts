import { FACTS_KEY, NO_CODE } from "../../model/budget.js";
import { unitOfFact, type WrittenFact, type WrittenField } from "../../model/pack/asked-fact.js";
import { LONGEST_CODE, type OmittedPart, type ProjectCodeForm } from "../../model/pack/pack.js";
import type { Asked } from "../pack/asked-facts.js";
import type { SchemaPart } from "../schema/schema.js";

/** What the data of a format is held against: what every format needs but for what this one omits, and what it asks itself. */
export function dataSchema(core: SchemaPart, { facts, assets, omits, asks, projectCode }: Asked): SchemaPart {
  const known = withProjectCode(withAssets(without(core, omits), assets), projectCode);
  const asking = withRevenueFunctions(known, asks, true);
  return facts.length === 0 ? asking : withFacts(asking, facts, true);
}

/** The same of a unit of a kind of which nothing is known yet: what is to be said in some cases only is asked, too. */
export function askingSchema(core: SchemaPart, asked: Asked, kind: string): SchemaPart {
  const facts = asked.facts.map((fact) => {
    const { when, ...rest } = fact;
    const applies = when && (when.单位性质 === undefined || when.单位性质.some((each) => each === kind));
    return applies ? rest : fact;
  });
  return dataSchema(core, { ...asked, facts });
}

/** The same of the data of a year before, which the format may have asked other things of, or another format. */
export function dataSchemaBefore(
  core: SchemaPart,
  { facts, assets, omits, asks, projectCode }: Asked,
): SchemaPart {
  const anyKind: SchemaPart = { type: "object", additionalProperties: { $ref: "#/$defs/个数" } };
  const open = assets ? { ...core, properties: { ...core.properties, 国有资产: anyKind } } : core;
  const coded = withProjectCode(without(open, omits), projectCode && ANY_CODE);
  return withFacts(withRevenueFunctions(coded, asks, false), facts, false);
}

/** Codes of projects of whatever form. */
export const ANY_CODE: ProjectCodeForm = {
  lengths: Array.from({ length: LONGEST_CODE }, (_, index) => index + 1),
  of: "数字和字母",
};

/** Codes of projects as the format has them. */
function withProjectCode(core: SchemaPart, form: ProjectCodeForm | undefined): SchemaPart {
  const { 项目: projects } = core.properties ?? {};
  if (!form || !projects?.items) return core;
  const lengths = [...form.lengths].sort((a, b) => a - b);
  const characters = form.of === "数字" ? "[0-9]" : "[0-9A-Za-z]";
  const says = `${lengths.join(" 位或 ")} 位${form.of === "数字" ? "数字" : "数字或字母"}`;
  const code: SchemaPart = {
    ...projects.items.properties?.编码,
    description: `预算管理一体化系统里的项目编码，${says}，照系统里的写。系统还没有给编码的写 ${NO_CODE}。`,
    pattern: `^(?:${[...lengths.map((each) => `${characters}{${each}}`), NO_CODE].join("|")})$`,
    patternErrorMessage: `项目编码是 ${says}；系统还没有给编码的写 ${NO_CODE}`,
  };
  const items = { ...projects.items, properties: { ...projects.items.properties, 编码: code } };
  return { ...core, properties: { ...core.properties, 项目: { ...projects, items } } };
}

/** Parts of the data that need not be said. */
function without(core: SchemaPart, omits: readonly OmittedPart[]): SchemaPart {
  if (omits.length === 0) return core;
  const { required = [], properties = {} } = core;
  const { 项目: projects } = properties;
  const isAsked = (omitted: OmittedPart): boolean => !omits.includes(omitted);
  const items = projects?.items && {
    ...projects.items,
    required: (projects.items.required ?? []).filter(
      (key) => (key !== "类别" || isAsked("项目类别")) && (key !== "绩效目标" || isAsked("绩效目标")),
    ),
  };
  return {
    ...core,
    required: required.filter((key) => key !== "国有资产" || isAsked("国有资产")),
    properties: { ...properties, ...(items && { 项目: { ...projects, items } }) },
  };
}

/** What each line of revenue is received for, where the format asks for it. */
function withRevenueFunctions(core: SchemaPart, asks: Asked["asks"], demanded: boolean): SchemaPart {
  const { 收入: revenue, 基本支出: basic } = core.properties ?? {};
  const code = basic?.items?.properties?.功能科目;
  if (!asks.includes("收入的功能科目") || !revenue?.items || !code) return core;
  const { required = [], properties: { 金额: amount, ...properties } = {} } = revenue.items;
  const items = {
    ...revenue.items,
    required: demanded ? [...required, "功能科目"] : required,
    properties: { ...properties, 功能科目: code, ...(amount && { 金额: amount }) },
  };
  return { ...core, properties: { ...core.properties, 收入: { ...revenue, items } } };
}

/** The kinds of assets that the format counts. */
function withAssets(core: SchemaPart, kinds: readonly string[] | undefined): SchemaPart {
  if (!kinds) return core;
  const counted: SchemaPart = {
    title: "国有资产",
    description: "上年年末占用国有资产的数量，没有的写 0。",
    type: "object",
    additionalProperties: false,
    required: kinds,
    properties: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        { $ref: "#/$defs/个数", title: kind, description: `${kind}，上年年末的数量，写整数；没有写 0。` },
      ]),
    ),
  };
  return { ...core, properties: { ...core.properties, 国有资产: counted } };
}

function withFacts(core: SchemaPart, facts: readonly WrittenFact[], demanded: boolean): SchemaPart {
  const of = (per: WrittenFact["per"]): SchemaPart | undefined =>
    objectOf(
      facts.filter((fact) => (fact.per ?? "单位") === per),
      demanded,
    );
  const [ofProject, ofFunction, ofAsset] = [of("项目"), of("功能科目"), of("资产类型")];
  const ofUnit = of("单位");
  const maps = {
    ...(ofFunction && { 功能科目: byCode(ofFunction, facts) }),
    ...(ofAsset && { 资产类型: byKind(ofAsset, core) }),
  };
  const own: SchemaPart = {
    ...(ofUnit ?? emptyObject(demanded)),
    title: FACTS_KEY,
    description: describing("本版式另外要求的事项", facts, "单位"),
    properties: { ...ofUnit?.properties, ...maps },
  };
  const root = withProperty(core, own);
  const projects = root.properties?.项目;
  if (!projects?.items || (!ofProject && demanded)) return root;
  const items = withProperty(projects.items, {
    ...(ofProject ?? emptyObject(demanded)),
    title: FACTS_KEY,
    description: describing("本版式对每个项目另外要求的事项", facts, "项目"),
  });
  return { ...root, properties: { ...root.properties, 项目: { ...projects, items } } };
}

/** What they are, as whoever has said none of them reads it. */
function describing(what: string, facts: readonly WrittenFact[], per: string): string {
  const own = facts.filter((fact) => (fact.per ?? "单位") === per);
  return own.length === 0
    ? `${what}。`
    : `${what}：${own.map(({ name, says }) => `${name}，${says}`).join("；")}。`;
}

function withProperty(part: SchemaPart, facts: SchemaPart): SchemaPart {
  const required = [...(part.required ?? []), ...(facts.required?.length ? [FACTS_KEY] : [])];
  return { ...part, required, properties: { ...part.properties, [FACTS_KEY]: facts } };
}

function emptyObject(demanded: boolean): SchemaPart {
  return { type: "object", additionalProperties: !demanded, required: [], properties: {} };
}

function objectOf(facts: readonly (WrittenFact | WrittenField)[], demanded: boolean): SchemaPart | undefined {
  if (facts.length === 0) return undefined;
  return {
    ...emptyObject(demanded),
    required: demanded ? facts.filter(isAlwaysRequired).map(({ name }) => name) : [],
    properties: Object.fromEntries(facts.map((fact) => [fact.name, partOf(fact)])),
  };
}

/** Whether it must be said wherever there is what it is about. */
export function isAlwaysRequired(fact: Pick<WrittenFact, "required" | "when"> | WrittenField): boolean {
  return (fact.required ?? "true") === "true" && !("when" in fact && fact.when);
}

/**
 * By the code of a 项; which of them must have it depends on what is spent. A department's figures are those of its units,
 * so that it may say of a code its words alone.
 */
function byCode(part: SchemaPart, facts: readonly WrittenFact[]): SchemaPart {
  const figures = facts.filter((fact) => unitOfFact(fact) !== undefined).map(({ name }) => name);
  const required = (part.required ?? []).filter((name) => !figures.includes(name));
  return {
    ...emptyObject(true),
    title: "功能科目",
    description: "按功能科目的项级代码（7 位数字），一个科目一行。",
    propertyNames: { pattern: "^\\d{7}$", patternErrorMessage: "功能科目写项级代码，7 位数字" },
    additionalProperties: { ...part, required, title: "一个功能科目" },
  };
}

function byKind(part: SchemaPart, core: SchemaPart): SchemaPart {
  const { properties: counted } = core.properties?.国有资产 ?? {};
  const kinds = Object.keys(counted ?? {});
  return {
    ...emptyObject(true),
    // of a year before, the format may have counted other kinds
    additionalProperties: counted ? false : part,
    title: "资产类型",
    description: "按资产的种类，一种一行。",
    properties: Object.fromEntries(kinds.map((kind) => [kind, { ...part, title: kind }])),
  };
}

function partOf(fact: WrittenFact | WrittenField): SchemaPart {
  const { name: title, says } = fact;
  const unit = unitOfFact(fact);
  switch (fact.kind) {
    case "amount":
      return { $ref: "#/$defs/金额", title, description: `${says}。以元计。` };
    case "count":
      return { $ref: "#/$defs/个数", title, description: `${says}（${unit}），写整数；没有写 0。` };
    case "text":
    case "code":
      return { $ref: "#/$defs/文字", title, description: `${says}。` };
    case "paragraphs":
      return { ...PARAGRAPHS, title, description: `${says}。分段的，先写 | ，每段另起一行，缩进。` };
    case "yes-no":
      return { enum: ["是", "否"], title, description: `${says}。写 是 或者 否。` };
    case "list":
      if ("items" in fact && fact.items) return entriesPart(fact, fact.items);
      return {
        type: "array",
        uniqueItems: true,
        items: { $ref: "#/$defs/一个名称", title: "一项", description: "清单里的一项。" },
        title,
        description: `${says}。写成清单，如 [甲, 乙]；没有就写 []。`,
      };
  }
}

/** A list of entries with fields of their own. */
function entriesPart(
  { name: title, says }: Pick<WrittenFact, "name" | "says">,
  fields: readonly WrittenField[],
): SchemaPart {
  const example = fields.map(({ name, kind }) => `${name}: ${EXAMPLES[kind]}`).join(", ");
  return {
    type: "array",
    items: {
      ...objectOf(fields, true),
      title: "一项",
      description: `清单里的一项：${fields.map(({ name, says: what }) => `${name}，${what}`).join("；")}。`,
    },
    title,
    description: `${says}。一项一行，如 - { ${example} }；没有就写 []。`,
  };
}

const EXAMPLES: Readonly<Record<WrittenField["kind"], string>> = {
  ...{ text: "名称", code: "代码", amount: "1000.00", count: "1", "yes-no": "是" },
};

/** Whole sentences may end as they do. */
const PARAGRAPHS: SchemaPart = {
  type: "string",
  allOf: [{ $ref: "#/$defs/一段或几段/allOf/0" }, { $ref: "#/$defs/一段或几段/allOf/1" }],
};
