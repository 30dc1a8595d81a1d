import { z } from 'zod';
import { shapeOf } from '../model-shape.ts';
import { type Finding, report, type Source } from '../sources.ts';
import { type DeclaredView, parseTemplates } from '../template-set.ts';
import { checkViews } from '../view-checker.ts';
import { checkInventory } from '../view-inventory.ts';
import { checkMarkup } from '../view-markup.ts';
import { planted, type Violation } from './violation.ts';

interface Node {
  name: string;
  children: Node[];
}
const Node: z.ZodType<Node> = z.object({ name: z.string(), children: z.lazy(() => z.array(Node)) });

const model = z.object({
  title: z.string(),
  date: z.date(),
  guests: z.array(z.object({ name: z.string(), at: z.date().nullable() })),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('attending'), companions: z.number() }),
    z.object({ kind: z.literal('declined'), reason: z.string().optional() }),
  ]),
  totals: z.record(z.string(), z.number()),
  note: z.object({ text: z.string() }).nullable(),
  loud: z.string().default('yes'),
  tabs: z.array(z.object({ label: z.string() })),
  tree: Node,
});
const shell = shapeOf(z.object({ title: z.string(), user: z.object({ name: z.string() }).nullable() }));
const declaration = planted(
  'server/features/guests/views.ts',
  "defineViews({\n  'guests/index': model,\n});\n",
);
const views: DeclaredView[] = [{ name: 'guests/index', schema: model, file: declaration }];

const library: Record<string, string> = {
  'layouts/site': '<title>{{@shell.title}}</title>{{{body}}}',
  'components/_csrf': '<input type="hidden" name="csrf" value="{{@csrf}}">',
  'components/_field': '<input name="{{name}}"{{> components/_hint hint=hint}}>{{#if title}}{{title}}{{/if}}',
  'components/_tabs':
    '{{#each tabs}}{{label}}{{#if badge}}{{badge}}{{/if}}{{/each}}{{#if link}}{{link}}{{note}}{{/if}}',
  'components/_hint': '{{#if hint}} title="{{hint}}"{{/if}}',
  'components/_box': '<div>{{label}}{{> @partial-block}}</div>',
  'guests/_row': '<li>{{name}}{{#if strong}}!{{/if}}</li>',
  'guests/_node': '{{name}}{{#each children}}{{> guests/_node this}}{{/each}}',
};

const good = `{{title}} {{date this.date}} {{iso this.date}} {{@shell.user.name}} {{@locale}}
{{#each guests}}{{> guests/_row this strong=@first}}{{@index}} {{../title}} {{time at}}{{@root.title}}
{{else}}{{t "guests.none" count=guests.length}}{{/each}}
{{#each guests as |guest place|}}{{guest.name}} {{place}} {{> guests/_row name=guest.name}}{{/each}}
{{#with note}}{{text}}{{/with}} {{#if answer.reason}}{{answer.reason}}{{else if answer.companions}}{{answer.kind}}{{/if}}
{{#each totals}}{{@key}} {{number this}}{{/each}} {{totals.present}} {{> guests/_node tree}}
{{> components/_tabs tabs=tabs}} {{#> components/_box label=(t "guests.box")}}{{title}} {{label}}{{/components/_box}}
<form method="post">{{> components/_csrf}}{{> components/_field name="a" hint="b" title=""}}
<input type="checkbox" {{checked title}} value="{{title}}" {{#if note}}disabled{{/if}}> {{icon "check"}}</form>`;

/** Templates around the planted one; `text` stands in guests/index. */
function sourcesWith(text: string, others: Record<string, string>): Source[] {
  const all = { ...library, 'guests/index': `${good}\n${text}`, ...others };
  return Object.entries(all).map(([name, content]) => planted(`views/${name}.hbs`, content));
}

function check(text: string, others: Record<string, string> = {}, declared = views): Finding[] {
  const sources = sourcesWith(text, others);
  const { templates, findings } = parseTemplates(sources);
  const helpers = ['t', 'date', 'time', 'iso', 'number', 'icon', 'checked', 'selected'];
  return [
    ...findings,
    ...checkViews({ templates, views: declared, helpers, shell }),
    ...checkInventory({ templates, views: declared }, { icons: new Set(['check']), borrowers: {} }),
    ...checkMarkup(sources, {}),
  ];
}

const lineOfPlant = good.split('\n').length + 1;

/** What is wrong, what is written at the end of guests/index, what must be said. */
const inTheTemplate: [what: string, text: string, says: RegExp][] = [
  ['a name that is not in the model', '{{titel}}', /titel is not in the model, which has title/],
  ['a wrong name below a good one', '{{note.txet}}', /txet/],
  ['a wrong name of a list item', '{{#each guests}}{{nmae}}{{/each}}', /nmae/],
  ['a wrong name of the context around', '{{#each guests}}{{../titel}}{{/each}}', /titel/],
  ['a wrong name through the root', '{{#each guests}}{{@root.titel}}{{/each}}', /titel/],
  ['a wrong name in a condition', '{{#if titel}}x{{/if}}', /titel/],
  ['a wrong name in the otherwise', '{{#if title}}x{{else}}{{titel}}{{/if}}', /titel/],
  ['a wrong name in no form of a union', '{{answer.companion}}', /companion /],
  ['a wrong name of a block parameter', '{{#each guests as |guest|}}{{guest.nmae}}{{/each}}', /nmae/],
  ['a wrong name given to a helper', '{{t "a.b" name=titel}}', /titel/],
  ['a wrong name given to a partial', '{{> guests/_row name=titel}}', /titel/],
  ['a wrong name of the shell', '{{@shell.usr}}', /usr/],
  ['a data variable that does not exist', '{{@shel.title}}', /@shel /],
  ['an index outside a list', '{{@index}}', /@index/],
  ['a list that is none', '{{#each title}}x{{/each}}', /needs a list/],
  ['an object that is printed', '{{note}}', /print an object/],
  ['a date that is printed', '{{this.date}}', /use date/],
  ['a helper in place of a field', '{{date}}', /this\.date/],
  ['a helper that does not exist', '{{shout title}}', /no helper shout/],
  ['a helper inside a call that does not exist', '{{t (shout title)}}', /no helper shout/],
  ['a block that does not exist', '{{#unlike title}}x{{/unlike}}', /unlike/],
  ['a number made of text', '{{number title}}', /type string/],
  ['a default in a view model', '{{loud}}', /plain/],
  ['a partial that does not exist', '{{> guests/_rwo this}}', /_rwo/],
  ['an argument a component does not take', '{{> components/_csrf nmae="a"}}', /takes no nmae/],
  ['an argument a component needs', '{{> components/_field title="" hint="a"}}', /needs name/],
  [
    'a name that leaks into a component',
    '{{> components/_field name="a" hint="b"}}',
    /take title from around/,
  ],
  ['an icon without a name', '{{icon}}', /needs a value/],
  ['a value that is not escaped', '{{{title}}}', /not escaped/],
  ['an ampersand that does not escape', '{{&title}}', /not escaped/],
  ['an inline partial', '{{#*inline "x"}}a{{/inline}}', /inline partial/],
  ['an unquoted value', '<a href={{title}}>a</a>', /outside quotes/],
  ['an attribute that is computed', '<a {{title}}>a</a>', /outside quotes/],
  ['an inline handler', '<a onclick="go()">a</a>', /onclick/],
  ['an inline style', '<a style="color: red">a</a>', /style=/],
  ['a style in the page', '<style>a {}</style>', /<style>/],
  ['a script in the page', '<script>go()</script>', /<script>/],
  ['a script in an address', '<a href="javascript:go()">a</a>', /must not be script/],
  ['a form without a token', '<form action="/x" method="post"></form>', /_csrf/],
  ['an icon that is not there', '{{icon "chekc"}}', /no icon chekc/],
];

const aroundIt: Violation[] = [
  {
    what: 'items that a component cannot show',
    check: () => check('{{> components/_tabs tabs=guests}}'),
    file: 'views/components/_tabs.hbs',
    line: 1,
    says: /label is not in the model/,
  },
  {
    what: 'a template that cannot be parsed',
    check: () => check('', { 'layouts/desk': '{{{body}}}\n{{#if title}}x' }),
    file: 'views/layouts/desk.hbs',
    line: 2,
    says: /cannot be parsed/,
  },
  {
    what: 'a wrong name in a partial, in the context of its call',
    check: () =>
      check('{{> guests/_row tree}}', { 'guests/_row': '{{name}}\n{{#if strong}}{{seat}}{{/if}}' }),
    file: 'views/guests/_row.hbs',
    line: 2,
    says: /seat is not in the model.*guests\/index/,
  },
  {
    what: 'a shell in a piece that is sent alone',
    check: () =>
      check('{{> guests/_piece this}}', { 'guests/_piece': '{{@shell.title}}' }, [
        ...views,
        { name: 'guests/_piece', schema: model, file: declaration },
      ]),
    file: 'views/guests/_piece.hbs',
    line: 1,
    says: /@shell/,
  },
  {
    what: 'a wrong name in a layout',
    check: () => check('', { 'layouts/site': '{{{body}}}{{@shell.tilte}}' }),
    file: 'views/layouts/site.hbs',
    line: 1,
    says: /tilte/,
  },
  {
    what: 'a page that no feature declares',
    check: () => check('', { 'guests/lost': 'x' }),
    file: 'views/guests/lost.hbs',
    line: 1,
    says: /declared in no/,
  },
  {
    what: 'a page that is declared twice',
    check: () => check('', {}, [...views, ...views]),
    file: declaration.path,
    line: 2,
    says: /second time/,
  },
  {
    what: 'a view without a template',
    check: () => check('', {}, [...views, { name: 'guests/gone', schema: model, file: declaration }]),
    file: declaration.path,
    line: 1,
    says: /no template guests\/gone/,
  },
  {
    what: 'a partial that nobody uses',
    check: () => check('', { 'guests/_spare': 'x' }),
    file: 'views/guests/_spare.hbs',
    line: 1,
    says: /used nowhere/,
  },
  {
    what: 'a mail without its text',
    check: () =>
      check('', { 'mails/hello.html': '<p style="margin: 0">{{title}}</p>' }, [
        ...views,
        { name: 'mails/hello', schema: model, file: declaration },
      ]),
    file: 'views/mails/hello.html.hbs',
    line: 1,
    says: /no text beside it/,
  },
  {
    what: "a page that borrows another feature's partial",
    check: () =>
      check('', { 'stage/console': '{{> guests/_row this}}' }, [
        ...views,
        { name: 'stage/console', schema: Node, file: declaration },
      ]),
    file: 'views/stage/console.hbs',
    line: 1,
    says: /another folder/,
  },
];

export const viewViolations: Violation[] = [
  ...inTheTemplate.map(([what, text, says]) => ({
    what,
    check: () => check(text),
    file: 'views/guests/index.hbs',
    line: lineOfPlant,
    says,
  })),
  ...aroundIt,
];

/** Sources in which nothing is wrong. */
export const viewsInOrder = (): string => report(check(''));
