import { checkImports } from '../import-checker.ts';
import { planted, type Violation } from './violation.ts';

/** What is wrong, the file it stands in, the import, what must be said. */
const table: [what: string, file: string, statement: string, says: RegExp][] = [
  [
    'the contract reaching out',
    'contract/a.ts',
    "import { x } from '../server/config.ts';",
    /contract must not/,
  ],
  ['a package in the contract', 'contract/a.ts', "import { z } from 'zod';", /contract must not import zod/],
  ['a model that knows express', 'models/guest.ts', "import express from 'express';", /models must not/],
  [
    'a model that knows a feature',
    'models/guest.ts',
    "import '../server/features/guests/add-guest.ts';",
    /models/,
  ],
  [
    'the platform knowing a model',
    'server/platform/text.ts',
    "import { Guests } from '../../models/guest.ts';",
    /platform/,
  ],
  [
    'the platform knowing a feature',
    'server/platform/a.ts',
    "export { a } from '../features/mail/a.ts';",
    /platform/,
  ],
  ['paths that know a model', 'server/paths.ts', "import type { Guest } from '../models/guest.ts';", /paths/],
  [
    'the browser knowing the server',
    'public/src/main.ts',
    "import { a } from '../../server/paths.ts';",
    /public/,
  ],
  ['the browser knowing Node', 'public/src/main.ts', "import { readFile } from 'node:fs';", /public/],
  [
    'a feature knowing a sibling',
    'server/features/stage/a.ts',
    "import { a } from '../attendance/a.ts';",
    /lower tier/,
  ],
  ['a feature looking up', 'server/features/guests/a.ts', "import { a } from '../recap/a.ts';", /lower tier/],
  [
    'an import inside a function',
    'server/features/guests/a.ts',
    "const a = import('../recap/a.ts');",
    /lower tier/,
  ],
  [
    "another feature's routes",
    'server/features/stage/a.ts',
    "import { a } from '../guests/routes.ts';",
    /routes/,
  ],
  [
    "another feature's present",
    'server/features/stage/a.ts',
    "import { a } from '../guests/present.ts';",
    /present/,
  ],
  [
    "another feature's views",
    'server/features/stage/routes.ts',
    "import { a } from '../guests/views.ts';",
    /views/,
  ],
  [
    "another feature's input",
    'server/features/stage/a.ts',
    "import { A } from '../guests/input.ts';",
    /type only/,
  ],
  [
    'routes that know mongoose',
    'server/features/guests/routes.ts',
    "import { Types } from 'mongoose';",
    /mongoose/,
  ],
  [
    'routes that read a model',
    'server/features/guests/routes.ts',
    "import { G } from '../../../models/guest.ts';",
    /models/,
  ],
  [
    'live news that knows express',
    'server/features/stage/live.ts',
    "import type { Request } from 'express';",
    /express/,
  ],
  [
    'a verb that knows express',
    'server/features/guests/add-guest.ts',
    "import type { Request } from 'express';",
    /express/,
  ],
  [
    'a verb that knows sockets',
    'server/features/guests/add-guest.ts',
    "import { Server } from 'socket.io';",
    /socket\.io/,
  ],
  [
    'a verb that renders',
    'server/features/guests/add-guest.ts',
    "import Handlebars from 'handlebars';",
    /handlebars/,
  ],
  [
    'a verb that translates',
    'server/features/guests/add-guest.ts',
    "import { translate } from '../../platform/i18n/translate.ts';",
    /verb or query must not know/,
  ],
  [
    'a verb that presents',
    'server/features/guests/add-guest.ts',
    "import { row } from './present.ts';",
    /present/,
  ],
  [
    'a verb that parses',
    'server/features/guests/add-guest.ts',
    "import { A } from './input.ts';",
    /type only/,
  ],
  [
    'present with the database',
    'server/features/guests/present.ts',
    "import { G } from '../../../models/g.ts';",
    /present/,
  ],
  [
    'input with a verb',
    'server/features/guests/input.ts',
    "import { addGuest } from './add-guest.ts';",
    /input may use/,
  ],
  ['a feature without a tier', 'server/features/catering/order-lunch.ts', '', /no tier/],
  ['a file named after a pattern', 'server/features/guests/utils.ts', '', /utils/],
  ['a barrel file', 'server/features/guests/index.ts', '', /barrel/],
];

const allowed = [
  planted('server/features/stage/a.ts', "import { find } from '../guests/find-guest.ts';"),
  planted('server/features/api/routes.ts', "import { A } from '../guests/input.ts';"),
  planted('server/features/guests/add-guest.ts', "import { type A, type B } from './input.ts';"),
  planted('server/features/guests/present.ts', "import type { Guest } from '../../../models/guest.ts';"),
  planted('contract/a.ts', "// import { x } from 'zod';\nconst text = \"import { x } from 'zod'\";"),
];

export const importViolations: Violation[] = table.map(([what, file, statement, says]) => ({
  what,
  check: () => checkImports([...allowed, planted(file, `\n${statement}\n`)]),
  file,
  line: statement === '' ? 1 : 2,
  says,
}));

/** Sources in which nothing is wrong. */
export const importsInOrder = (): string =>
  checkImports(allowed)
    .map((finding) => finding.message)
    .join('\n');
