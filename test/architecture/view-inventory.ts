import { type Finding, lineOf } from './sources.ts';
import { isMail, isPartial, kindOf, type Template, type TemplateSet, templatesOf } from './template-set.ts';
import { partialsOf, wordsOf } from './template-uses.ts';

export interface InventoryOptions {
  /** The names of the icons of the sprite; null when there is no folder of icons yet. */
  icons: ReadonlySet<string> | null;
  /** Folders whose templates may use the partials of every feature, with the reason. */
  borrowers: Readonly<Record<string, string>>;
}

/** Whether declarations, templates, partials, mails and icons fit together. */
export function checkInventory(set: TemplateSet, options: InventoryOptions): Finding[] {
  const templates = [...set.templates.values()];
  return [
    ...declaredTwice(set),
    ...declaredInVain(set),
    ...undeclared(set),
    ...unused(set),
    ...templates.flatMap((template) => lonelyMail(template, set)),
    ...templates.flatMap((template) => borrowed(template, options.borrowers)),
    ...templates.flatMap((template) => unknownIcons(template, options.icons)),
  ];
}

function declaredTwice({ views }: TemplateSet): Finding[] {
  return views
    .filter((view, index) => views.findIndex(({ name }) => name === view.name) < index)
    .map(({ name, file }) =>
      finding(file, lineOf(file.text, `'${name}'`), `${name} is declared a second time`),
    );
}

function declaredInVain({ views, templates }: TemplateSet): Finding[] {
  return views
    .filter(({ name }) => templatesOf(name, templates).length === 0)
    .map(({ name, file }) => finding(file, lineOf(file.text, `'${name}'`), `there is no template ${name}`));
}

function undeclared({ views, templates }: TemplateSet): Finding[] {
  const declared = new Set(views.flatMap(({ name }) => templatesOf(name, templates)));
  return [...templates.values()]
    .filter((template) => ['page', 'mail'].includes(kindOf(template.name)) && !declared.has(template))
    .map(({ name, source }) => finding(source, 1, `${name} is declared in no views.ts`));
}

function unused({ views, templates }: TemplateSet): Finding[] {
  if (![...templates.keys()].some((name) => kindOf(name) === 'page' && !name.startsWith('errors/')))
    return [];
  const used = new Set(views.map(({ name }) => name));
  for (const template of templates.values()) {
    for (const { name } of partialsOf(template)) if (name !== template.name) used.add(name);
  }
  return [...templates.values()]
    .filter(({ name }) => isPartial(name) && !used.has(name))
    .map(({ name, source }) => finding(source, 1, `the partial ${name} is used nowhere`));
}

function lonelyMail({ name, source }: Template, { templates }: TemplateSet): Finding[] {
  if (!isMail(name) || isPartial(name)) return [];
  const twin = name.endsWith('.text') ? name.replace(/\.text$/, '.html') : name.replace(/\.html$/, '.text');
  if (!/\.(html|text)$/.test(name)) return [finding(source, 1, `${name} is named neither .html nor .text`)];
  return templates.has(twin)
    ? []
    : [finding(source, 1, `${name} has no ${twin.split('.').at(-1)} beside it`)];
}

/** A page uses the pieces of its own folder and of components/. */
function borrowed(template: Template, borrowers: Readonly<Record<string, string>>): Finding[] {
  const folder = folderOf(template.name);
  if (borrowers[folder] !== undefined) return [];
  return partialsOf(template)
    .filter(({ name }) => ![folder, 'components'].includes(folderOf(name)))
    .map(({ name, line }) =>
      finding(template.source, line, `${folder}/ must not use ${name} of another folder`),
    );
}

function unknownIcons(template: Template, icons: ReadonlySet<string> | null): Finding[] {
  if (!icons) return [];
  return wordsOf(template, 'icon')
    .filter(({ name }) => !icons.has(name))
    .map(({ name, line }) => finding(template.source, line, `there is no icon ${name}`));
}

function folderOf(name: string): string {
  return name.split('/')[0] ?? '';
}

function finding(source: { path: string }, line: number, message: string): Finding {
  return { file: source.path, line, message };
}
