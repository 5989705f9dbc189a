import { syntaxOf } from "../../model/template.js";

/** What a line of a format may name, as far as it is known of a document. */
export type KnownFacts = Readonly<Record<string, string>>;

/** The words of a line of a format for what is known of a document; what is not known leaves nothing. */
export function lineWords(text: string, facts: KnownFacts): string {
  return text.includes("{{") ? wordsOf(syntaxOf(text), facts) : text;
}

function wordsOf({ body }: hbs.AST.Program, facts: KnownFacts): string {
  return body.map((statement) => statementWords(statement, facts)).join("");
}

function statementWords(statement: hbs.AST.Statement, facts: KnownFacts): string {
  switch (statement.type) {
    case "ContentStatement":
      return (statement as hbs.AST.ContentStatement).value;
    case "MustacheStatement":
      return facts[nameOf((statement as hbs.AST.MustacheStatement).path)] ?? "";
    case "BlockStatement": {
      const { path, params, program, inverse } = statement as hbs.AST.BlockStatement;
      const isTrue = holds(params[0], facts) !== (nameOf(path) === "unless");
      const branch = isTrue ? program : inverse;
      return branch ? wordsOf(branch, facts) : "";
    }
    default:
      return "";
  }
}

/** Whether a fact is said, or is what it is asked to be: `(是 主体 "单位")`. */
function holds(asked: hbs.AST.Node | undefined, facts: KnownFacts): boolean {
  if (asked?.type !== "SubExpression") return asked !== undefined && (facts[nameOf(asked)] ?? "") !== "";
  const [fact, value] = (asked as hbs.AST.SubExpression).params;
  return fact !== undefined && facts[nameOf(fact)] === (value as hbs.AST.StringLiteral | undefined)?.value;
}

function nameOf(node: hbs.AST.Node): string {
  return node.type === "PathExpression" ? (node as hbs.AST.PathExpression).original : "";
}
