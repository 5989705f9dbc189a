import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readSchemas } from "../../src/project/sources.js";
import { editorSchema, packForms } from "../../src/startup/ready-schemas.js";
import { createAjv } from "../../src/validate/schema/validators.js";
import { readYaml } from "../../src/yaml/yaml.js";
import { PROGRAM } from "../project.js";
import { DATA, projectWith } from "./format.js";

const schemas = readSchemas(PROGRAM);

test("each format of the program has its schema for editors, the core's where it asks no facts", () => {
  for (const form of packForms(PROGRAM, schemas)) {
    const file = join(PROGRAM, "dist/schemas", `${form.name}.schema.json`);
    expect(readFileSync(file, "utf8")).toBe(editorSchema(form));
  }
  const henan = readFileSync(join(PROGRAM, "dist/schemas/henan.schema.json"), "utf8");
  expect(JSON.parse(henan)).toEqual(schemas.budget);
});

test("it says the facts that a format asks, with what they are, and takes the data that says them", () => {
  const project = projectWith([]);
  const [form] = packForms(project, schemas);
  if (!form) throw new Error("no format");
  const schema = JSON.parse(editorSchema(form));
  const { 版式事项, 项目 } = schema.properties;
  expect(版式事项.properties.接待批次).toEqual({
    $ref: "#/$defs/个数",
    title: "接待批次",
    description: "本年计划接待的批次（批次），写整数；没有写 0。",
  });
  expect(版式事项.required).toEqual(["接待批次", "购买服务"]);
  expect(项目.items.properties.版式事项.properties.项目描述.description).toContain("项目的内容");
  expect(版式事项.properties.资产类型.properties).toHaveProperty("其他用车");
  const validate = createAjv().compile(schema);
  expect([validate(readYaml(project, DATA).value), validate.errors]).toEqual([true, null]);
});
