import type { FieldProblem } from '../../platform/errors.ts';
import { WHOLE_EVENT } from './format/door-plan.ts';
import { type Found, isRecord, valuesAt } from './json-paths.ts';

type Kind = 'organisation' | 'guest' | 'category' | 'session' | 'item' | 'list' | 'gate';

/** Where a thing gets its name, and what must not share it. */
const namedAt: Readonly<Record<Kind, string>> = {
  organisation: 'organisations.*.ref',
  guest: 'guests.*.ref',
  category: 'event.categories.*.ref',
  session: 'event.sessions.*.ref',
  item: 'agenda.*.ref',
  list: 'doorPlan.lists.*.ref',
  gate: 'doorPlan.gates.*.ref',
};

/** Named as well, but nothing points to them; or at most once each. */
const uniqueAt: readonly string[] = [
  ...Object.values(namedAt),
  'figures.*.ref',
  'documents.*.ref',
  'delegations.*.ref',
  'awards.*.ref',
  'recap.photos.*.ref',
  'seating.areas.*.ref',
  'seating.seats.*.seat',
  'answers.*.guest',
  'doorPlan.profiles.*.ref',
  'stage.introduced.*.guest',
];

const pointers: readonly (readonly [pattern: string, to: Kind])[] = [
  ['event.host.organisation', 'organisation'],
  ['organisations.*.parent', 'organisation'],
  ['guests.*.organisation', 'organisation'],
  ['guests.*.category', 'category'],
  ['guests.*.standsFor.guest', 'guest'],
  ['guests.*.replacedBy.guest', 'guest'],
  ['seating.areas.*.categories.*', 'category'],
  ['seating.seats.*.guest', 'guest'],
  ['agenda.*.speakers.*', 'guest'],
  ['agenda.*.session', 'session'],
  ['awards.*.presenter', 'guest'],
  ['awards.*.recipients.*.guest', 'guest'],
  ['awards.*.recipients.*.representedBy', 'guest'],
  ['answers.*.guest', 'guest'],
  ['checkIns.*.guest', 'guest'],
  ['checkIns.*.list', 'list'],
  ['checkIns.*.decisions.*.elsewhere.guest', 'guest'],
  ['doorPlan.lists.*.categories.*', 'category'],
  ['doorPlan.lists.*.requires', 'list'],
  ['doorPlan.gates.*.categories.*', 'category'],
  ['doorPlan.profiles.*.gate', 'gate'],
  ['doorPlan.profiles.*.lists.*', 'list'],
  ['badges.designs.*.category', 'category'],
  ['stage.introduced.*.guest', 'guest'],
  ['stage.running', 'item'],
  ['stage.runs.*.item', 'item'],
  ['waves.*.selection.category', 'category'],
  ['waves.*.selection.guests.*', 'guest'],
  ['nominations.*.organisation', 'organisation'],
  ['nominations.*.category', 'category'],
  ['nominations.*.nominees.*.guest', 'guest'],
];

/** Names used twice, names that nothing has, parents in a circle, organisations without a purpose. */
export function referenceProblems(file: unknown): FieldProblem[] {
  const recipients = valuesAt(file, 'awards.*').map(({ path }) => `${path}.recipients.*.ref`);
  return [
    ...[...uniqueAt, ...recipients].flatMap((pattern) => duplicates(textsAt(file, pattern))),
    ...pointers.flatMap(([pattern, to]) => dangling(file, pattern, to)),
    ...duplicates(passagesIn(file)),
    ...circles(file, { at: 'organisations.*', above: 'parent', key: 'exchange.problem.parent-circle' }),
    ...circles(file, { at: 'doorPlan.lists.*', above: 'requires', key: 'exchange.problem.requires-circle' }),
    ...unused(file),
  ];
}

interface Text {
  path: string;
  value: string;
}

function textsAt(file: unknown, pattern: string): Text[] {
  return valuesAt(file, pattern).filter(isText);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isText(found: Found): found is Text {
  return typeof found.value === 'string' && found.value !== '';
}

/** A guest passes on each list for themselves. */
function passagesIn(file: unknown): Text[] {
  return valuesAt(file, 'checkIns.*').flatMap(({ path, value }) => {
    const guest = isRecord(value) ? textOf(value['guest']) : '';
    const list = isRecord(value) ? textOf(value['list']) : '';
    return guest === '' ? [] : [{ path: `${path}.guest`, value: list === '' ? guest : `${guest}, ${list}` }];
  });
}

function duplicates(texts: readonly Text[]): FieldProblem[] {
  const first = new Map<string, string>();
  return texts.flatMap(({ path, value }) => {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, path);
    return earlier === undefined
      ? []
      : [problem(path, 'exchange.problem.duplicate', { ref: value, first: earlier })];
  });
}

function dangling(file: unknown, pattern: string, to: Kind): FieldProblem[] {
  const known = new Set(textsAt(file, namedAt[to]).map(({ value }) => value));
  if (to === 'list') known.add(WHOLE_EVENT);
  return textsAt(file, pattern)
    .filter(({ value }) => !known.has(value))
    .map(({ path, value }) => problem(path, `exchange.problem.unknown-${to}`, { ref: value }));
}

interface Chain {
  at: string;
  above: string;
  key: FieldProblem['key'];
}

function circles(file: unknown, { at, above, key }: Chain): FieldProblem[] {
  const links = valuesAt(file, at).flatMap(({ path, value }) =>
    isRecord(value) ? [{ path, ref: textOf(value['ref']), parent: textOf(value[above]) }] : [],
  );
  const parents = new Map(links.map(({ ref, parent }) => [ref, parent]));
  return links
    .filter(({ ref }) => isOwnAncestor(ref, parents))
    .map(({ path, parent }) => problem(`${path}.${above}`, key, { ref: parent }));
}

function isOwnAncestor(ref: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(ref); at && !seen.has(at); at = parents.get(at)) {
    if (at === ref) return true;
    seen.add(at);
  }
  return false;
}

// An organisation that neither the host, a guest nor a unit asked belongs to would not be in the next export.
function unused(file: unknown): FieldProblem[] {
  const used = new Set(
    [
      'event.host.organisation',
      'organisations.*.parent',
      'guests.*.organisation',
      'nominations.*.organisation',
    ]
      .flatMap((pattern) => textsAt(file, pattern))
      .map(({ value }) => value),
  );
  return textsAt(file, namedAt.organisation)
    .filter(({ value }) => !used.has(value))
    .map(({ path, value }) => problem(path, 'exchange.problem.unused-organisation', { ref: value }));
}

function problem(path: string, key: FieldProblem['key'], params: FieldProblem['params']): FieldProblem {
  return { path, key, params };
}
