import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import type { Source } from "../../src/model/source.js";
import { readSchemas } from "../../src/project/sources.js";
import { readYamlText } from "../../src/yaml/yaml.js";
import { PROGRAM } from "../project.js";

export const SCHEMAS = readSchemas(PROGRAM);

/** A YAML text as a file. */
export function sourceOf(text: string, file = "data/403008/2023.yaml"): Source {
  return readYamlText(file, text);
}

/** What is found, each as “line code message”, with what it says to do. */
export function told(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, message, place }) => `${place?.line ?? "-"} ${code} ${message}`);
}

export function notesOf(found: readonly Diagnostic[]): string {
  return found.flatMap(({ notes }) => notes).join("\n");
}
