/** The tiers of the features: a feature imports from lower tiers only, siblings do not know each other. */
export const tiers: Readonly<Record<string, number>> = {
  access: 0,
  audit: 1,
  mail: 2,
  directory: 2,
  inbound: 2,
  users: 3,
  events: 3,
  deliverability: 3,
  agenda: 4,
  guests: 4,
  passes: 4,
  'door-plan': 4,
  imports: 5,
  invitations: 5,
  attendance: 5,
  stage: 5,
  awards: 5,
  seating: 5,
  badges: 5,
  letters: 6,
  nominations: 6,
  screens: 6,
  arrivals: 6,
  'door-app': 6,
  'door-list': 6,
  statements: 6,
  reconciliation: 6,
  recap: 6,
  'formal-letters': 6,
  substitutes: 6,
  replies: 7,
  attention: 7,
  exchange: 7,
  doors: 7,
  home: 7,
  api: 7,
};

/** Features that speak the language of forms for programs: they may parse with the inputs of the others. */
export const inputReaders: readonly string[] = ['exchange', 'api', 'doors'];

/** A target is a prefix of a project path, or the name of a package; `node:*` and `npm:*` stand for all of them. */
export interface AreaRule {
  area: string;
  /** Files of the area, by prefix of their path. */
  of: readonly string[];
  may: readonly string[];
}

/** The first area that fits a file decides. Files outside all areas may import everything. */
export const areas: readonly AreaRule[] = [
  { area: 'contract', of: ['contract/'], may: ['contract/'] },
  { area: 'locales', of: ['locales/'], may: ['locales/', 'contract/'] },
  { area: 'models', of: ['models/'], may: ['models/', 'contract/', 'mongoose'] },
  {
    area: 'platform',
    of: ['server/platform/'],
    // The two shapes the machinery itself writes: a job, and the effects that any document may carry.
    may: [
      'server/platform/',
      'contract/',
      'locales/',
      'models/job.ts',
      'models/fields/effects.ts',
      'npm:*',
      'node:*',
    ],
  },
  {
    area: 'paths and config',
    of: [
      'server/paths.ts',
      'server/door-paths.ts',
      'server/path-parts.ts',
      'server/config.ts',
      'server/mail-config.ts',
    ],
    may: [
      'contract/',
      'server/door-paths.ts',
      'server/path-parts.ts',
      'server/mail-config.ts',
      'server/platform/mail-address.ts',
      'zod',
      'node:*',
    ],
  },
  {
    area: 'features',
    of: ['server/features/'],
    may: [
      'server/features/',
      'server/platform/',
      'server/paths.ts',
      'server/config.ts',
      'contract/',
      'locales/',
      'models/',
      'npm:*',
      'node:*',
    ],
  },
  {
    // A device speaks every language without network, so its texts are part of the page.
    area: 'page of devices',
    of: ['public/src/door/'],
    may: [
      'public/src/',
      'contract/',
      'npm:*',
      ...['vi', 'en', 'ru'].map((each) => `locales/${each}/door-app.json`),
    ],
  },
  { area: 'public', of: ['public/src/'], may: ['public/src/', 'contract/', 'npm:*'] },
];

/** What a file of a feature must not know, by the role its name gives it. `values` may still be named as types. */
export interface RoleRule {
  role: string;
  named: RegExp;
  /** Must not be imported at all, not even as a type. */
  never: readonly string[];
  /** Must not be imported as a value. */
  values: readonly string[];
  /** When given: nothing but these. */
  only?: readonly string[];
}

const web = ['express', 'socket.io', 'handlebars'];
const database = ['mongoose', 'mongodb'];
const wording = ['server/platform/i18n/', 'server/platform/views/', 'intl-messageformat'];

/** The first role whose name fits decides; whatever has no fixed name is a verb or a query. */
export const roles: readonly RoleRule[] = [
  {
    role: 'routes',
    named: /^(.+-)?routes$/,
    never: database,
    values: ['models/', 'server/platform/database/'],
  },
  {
    // Routes for programs.
    role: 'api',
    named: /^(.+-)?api$/,
    never: database,
    values: ['models/', 'server/platform/database/'],
  },
  { role: 'live', named: /^(.+-)?live$/, never: ['express', ...database], values: ['models/'] },
  { role: 'jobs', named: /^(.+-)?jobs$/, never: ['express', 'socket.io'], values: [] },
  {
    role: 'present',
    // Forms and lists of choices are pages in the making.
    named: /^(present|present-.+|.+-present|.+-form|choices)$/,
    never: database,
    values: ['models/', 'server/platform/database/'],
  },
  { role: 'views', named: /^(.+-)?views$/, never: [...database, 'express'], values: ['models/'] },
  { role: 'mails', named: /^(.+-)?mails$/, never: ['express', 'socket.io'], values: [] },
  {
    role: 'input',
    named: /^(.+-)?input$/,
    never: [],
    values: [],
    // Beside zod and the contract only pure descriptions of what may be typed.
    only: [
      'zod',
      'contract/',
      'input',
      'locales/keys.ts',
      'server/platform/http/fields.ts',
      'server/platform/mail-address.ts',
    ],
  },
  { role: 'verb or query', named: /^/, never: web, values: wording },
];

/** The edges of a feature, which no other feature and no verb may use. */
export const edges = new Set(['routes', 'api', 'live', 'present', 'mails', 'views', 'jobs']);

/** Queries whose result is a text in the reader's language, each with its reason. */
export const composers: Readonly<Record<string, string>> = {
  'server/features/statements/statement-text.ts':
    'the sentence of a statement is frozen and signed in all three languages',
  'server/features/awards/decision-text.ts':
    'a decision is cited in the same words on certificates, lists and in the recap',
  'server/features/audit/describe.ts': 'turns an entry of the history into a sentence',
  'server/features/guests/seat-text.ts': 'a seat is called the same on pass, mail, door and plan',
  'server/features/directory/office.ts': 'joins position and unit as each language does',
  'server/features/invitations/event-lines.ts': 'the facts of an event as letters and pages write them',
  'server/features/invitations/mail-shell.ts': 'the frame of every mail to a guest, in their language',
  'server/features/invitations/guest-mail.ts': 'joins the text of a mail to a guest with its frame',
  'server/features/directory/style-of-address.ts': 'the style of address is a text in one of three languages',
};

/** Files that stand at an edge although their name does not say so, with the reason. */
export const edgeFiles: Readonly<Record<string, string>> = {
  'server/features/access/enter.ts': 'the way from a request into an event',
  'server/features/doors/device-request.ts': 'the way of a signed request of a device to its route',
  'server/features/users/passport.ts': 'signs people in for express',
  'server/features/users/sign-in.ts': 'opens and ends the session of a request',
  'server/features/invitations/guest-cookie.ts': 'the way from a personal link to its page',
  'server/features/invitations/lost-page.ts':
    'where whoever comes without a working link ends, from every kind of link',
  'server/features/invitations/secretary/secretary-cookie.ts': "the way from a secretary's link to its page",
  'server/features/invitations/visit.ts': 'reads from a request who opens a link',
  'server/features/arrivals/escort-cookie.ts': "the way from an escort's link to its page",
  'server/features/nominations/unit-cookie.ts': "the way from a unit's link to its page",
  'server/features/nominations/naming-page.ts': 'what the public pages of a unit begin with',
  'server/features/directory/style-of-address.ts':
    'writes for the edges of all features how a person is addressed',
  'server/features/directory/office.ts': 'the part of style-of-address that joins position and organisation',
};
