import Handlebars from 'handlebars';
import type { z } from 'zod';
import type { Finding, Source } from './sources.ts';

export interface Template {
  /** The path below views/ without the extension. */
  name: string;
  source: Source;
  program: hbs.AST.Program;
}

/** A view as a feature declares it, and the file that does. */
export interface DeclaredView {
  name: string;
  schema: z.ZodType;
  file: Source;
}

export interface TemplateSet {
  templates: ReadonlyMap<string, Template>;
  views: readonly DeclaredView[];
}

/** Parses templates. What cannot be parsed is a finding and is left out. */
export function parseTemplates(sources: readonly Source[]): {
  templates: Map<string, Template>;
  findings: Finding[];
} {
  const templates = new Map<string, Template>();
  const findings: Finding[] = [];
  for (const source of sources) {
    const name = source.path.replace(/^views\//, '').replace(/\.hbs$/, '');
    try {
      templates.set(name, { name, source, program: Handlebars.parse(source.text) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const line = Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
      findings.push({ file: source.path, line, message: `cannot be parsed: ${message.split('\n')[0]}` });
    }
  }
  return { templates, findings };
}

/** `layouts/site` is a layout, `mails/invitation.text` a mail, `guests/_row` a partial, everything else a page. */
export function kindOf(name: string): 'layout' | 'partial' | 'mail' | 'page' {
  if (isPartial(name)) return 'partial';
  if (name.startsWith('layouts/')) return 'layout';
  return name.startsWith('mails/') ? 'mail' : 'page';
}

/** `this.date` and `./date` are fields even where a helper or a block parameter has the name. */
export function isScoped(path: hbs.AST.PathExpression): boolean {
  return /^(\.|this\b)/.test(path.original);
}

export function isPartial(name: string): boolean {
  return (name.split('/').at(-1) ?? '').startsWith('_');
}

export function isMail(name: string): boolean {
  return name.startsWith('mails/') || name.startsWith('layouts/mail');
}

/** The templates a declared name stands for: a mail is declared once for its html and its text. */
export function templatesOf(view: string, templates: ReadonlyMap<string, Template>): Template[] {
  const names = view.startsWith('mails/') ? [view, `${view}.html`, `${view}.text`] : [view];
  return names.flatMap((name) => templates.get(name) ?? []);
}
