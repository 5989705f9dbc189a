import Handlebars from "handlebars";

type KnownSyntax = (text: string) => hbs.AST.Program | undefined;

/** One for the process: it saves parsing, and no answer depends on it. */
let known: KnownSyntax = () => undefined;

/** Has the syntax of templates taken from `syntax`, which knows some, anew each time, instead of parsing them. */
export function provideSyntax(syntax: KnownSyntax): void {
  known = syntax;
}

/** The syntax of a template, the caller's own to change; throws as Handlebars does where it has none. */
export function syntaxOf(text: string): hbs.AST.Program {
  return known(text) ?? parseTemplate(text);
}

/** The same of any text, for what makes it known. */
export function parseTemplate(text: string): hbs.AST.Program {
  return Handlebars.parseWithoutProcessing(text);
}
