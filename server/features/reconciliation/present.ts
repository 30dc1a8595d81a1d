import type { z } from 'zod';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Passage } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import type { Decision } from '../../../models/fields/decision.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { DoubleCase, Shown } from './doubles.ts';
import { doubleForm, strayForm, type TypedForm } from './present-form.ts';
import { factModel, gapText, revokedFact } from './present-fact.ts';
import type { StrayCase } from './strays.ts';
import type { CaseModel, CountModel, ReconciliationModel } from './views.ts';

type Case = z.input<typeof CaseModel>;

export interface ReconciliationFacts {
  event: Conference;
  doubles: readonly DoubleCase[];
  strays: readonly StrayCase[];
  lists: readonly CheckInList[];
  canDecide: boolean;
  /** The one form that came back. */
  typed: TypedForm | null;
}

export function reconciliationModel(
  facts: ReconciliationFacts,
  locale: Locale,
): z.input<typeof ReconciliationModel> {
  const cases = [
    ...facts.doubles.map((each) => doubleModel(facts, each, locale)),
    ...facts.strays.map((each) => strayModel(facts, each, locale)),
  ];
  const waiting = cases.filter(({ decision }) => decision === null);
  return {
    count: countModel(facts.event, waiting.length, locale),
    isEmpty: cases.length === 0,
    waiting,
    decided: cases.filter(({ decision }) => decision !== null),
  };
}

/** Live, while the cases stay as they are: somebody may be in the middle of deciding. */
export function countModel(event: Conference, count: number, locale: Locale): z.input<typeof CountModel> {
  const text = count > 0 ? translate(locale, 'arrivals.alert.doubles', { count }) : '';
  return { source: `${paths.reconciliation(event)}?part=count`, text };
}

function doubleModel(facts: ReconciliationFacts, found: DoubleCase, locale: Locale): Case {
  const { event, lists } = facts;
  const { first, second, guest, checkIn, about, revokedAt } = found;
  const list = lists.find(({ id }) => id === checkIn.list);
  const shown = { event, locale };
  const form = facts.canDecide ? doubleForm(found, { ...shown, typed: facts.typed }) : null;
  const name = displayName(guest.name, locale);
  return {
    id: `case-${about}`,
    name,
    office: officeIn(guest, locale),
    href: paths.guest(event, guest),
    list: lists.length > 1 && list ? inLocale(list.name, locale) : '',
    gap: first ? gapText(first, second, locale) : '',
    facts: [
      ...(revokedAt ? [revokedFact(revokedAt, { ...shown, name })] : []),
      ...(first ? [fact(first, 'first')] : []),
      fact(second, revokedAt ? 'revoked-entry' : 'second'),
    ],
    ...decided(found.decisions, found.other, locale),
    form,
    isOpen: form !== null && facts.typed?.about === about,
  };

  function fact(passage: Passage, which: 'first' | 'second' | 'revoked-entry') {
    const title = translate(locale, `reconciliation.fact.${which}`);
    return factModel(passage, { ...shown, title, tone: which === 'first' ? 'present' : 'waiting', name });
  }
}

function strayModel(facts: ReconciliationFacts, found: StrayCase, locale: Locale): Case {
  const { event } = facts;
  const { stray, facts: said, other, meant, isRevoked } = found;
  const who = meant ? displayName(meant.name, locale) : said.text;
  const why = translate(locale, isRevoked ? 'reconciliation.stray-revoked' : 'reconciliation.stray');
  const shown = { event, locale };
  const form = facts.canDecide ? strayForm(found, { ...shown, typed: facts.typed }) : null;
  const title = translate(
    locale,
    said.isUndo ? 'reconciliation.fact.stray-undo' : 'reconciliation.fact.stray',
  );
  return {
    id: `case-${shortOf(stray._id)}`,
    name: meant ? who : why,
    office: meant ? [why, officeIn(meant, locale)].filter((text) => text !== '').join(' · ') : who,
    href: meant ? paths.guest(event, meant) : '',
    list: '',
    gap: '',
    facts: [factModel({ ...said.passage, id: '' }, { ...shown, title, tone: 'attention', name: who })],
    ...decided(stray.decisions ?? [], other, locale),
    form,
    isOpen: form !== null && facts.typed?.about === stray._id,
  };
}

function shortOf(stray: string): string {
  return stray.split(':').at(-1)?.slice(0, 12) ?? '';
}

function decided(
  decisions: readonly Decision[],
  other: Shown | null,
  locale: Locale,
): Pick<Case, 'decision' | 'earlier'> {
  const name = other ? displayName(other.name, locale) : '';
  const told = decisions.map((each, place) =>
    decisionModel(each, place === decisions.length - 1 ? name : '', locale),
  );
  return { decision: told.at(-1) ?? null, earlier: told.slice(0, -1).toReversed() };
}

function decisionModel({ kind, who, note, by, at }: Decision, name: string, locale: Locale) {
  const said = kind === 'two-people' || kind === 'companion' ? who : name;
  const text = translate(locale, `reconciliation.decided.${kind}`, {
    name: said,
    named: said ? 'yes' : 'no',
  });
  return { text, note, by, at };
}
