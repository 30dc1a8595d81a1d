import type { z } from 'zod';
import type { Quorum, QuorumStanding } from '../../../contract/attendance/quorum.ts';
import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { newId } from '../../platform/new-id.ts';
import type { Statement } from '../attendance/statement.ts';
import type { FrozenLine } from './frozen-statements.ts';
import { quorumForm, quorumModel } from './present-quorum.ts';
import { figureCards, unitsModel } from './present-units.ts';
import { type StatementFacts, statementText } from './statement-text.ts';
import type { LiveModel } from './views.ts';

type Model = z.input<typeof LiveModel>;

export interface LiveFacts extends StatementFacts {
  statement: Statement;
  quorum: (Quorum & QuorumStanding) | null;
  frozen: readonly FrozenLine[];
  /** Contradictions at the doors that wait for somebody. */
  undecided: number;
  canFreeze: boolean;
  /** The form that came back. */
  freezing: FormState | null;
  choosing: FormState | null;
}

export function liveModel(facts: LiveFacts, locale: Locale, spoken: Locale): Model {
  const { event, statement, at, quorum } = facts;
  const base = paths.statement(event);
  return {
    title: inLocale(event.title, locale),
    at,
    isEmpty: statement.summoned === 0,
    text: statementText(facts, spoken),
    textLocale: spoken,
    tabs: locales.map((each) => ({
      href: `${base}?text=${each}`,
      label: translate(locale, `shell.language.${each}`),
      current: each === spoken,
    })),
    figures: figureCards(statement, locale),
    table: unitsModel({ figures: statement, units: statement.units }, locale),
    print: `${paths.statementSheet(event)}?text=${spoken}`,
    back: `${base}?text=${spoken}`,
    quorum: quorumModel(event, quorum, locale),
    quorumForm: facts.canFreeze ? quorumForm(event, quorum, { form: facts.choosing, locale }) : null,
    isChoosing: facts.choosing !== null,
    freeze: facts.canFreeze ? freezeForm(facts, locale) : null,
    frozen: facts.frozen.map((line) => frozenLine(facts, line, locale)),
  };
}

function freezeForm({ event, freezing, undecided }: LiveFacts, locale: Locale): Model['freeze'] {
  return {
    action: paths.freezeStatement(event),
    id: newId(),
    fields: formFields({ at: '', note: '' }, freezing),
    errors: errorSummary(freezing),
    undecided: undecided > 0 ? translate(locale, 'statements.undecided', { count: undecided }) : '',
    reconciliation: paths.reconciliation(event),
  };
}

function frozenLine(
  { event }: LiveFacts,
  { number, at, by, note, figures, quorum }: FrozenLine,
  locale: Locale,
): Model['frozen'][number] {
  const { present, summoned } = figures;
  return {
    href: paths.frozenStatement(event, number),
    title: translate(locale, 'statements.number', { number }),
    at,
    by,
    note,
    figures: translate(locale, 'statements.present-of', { present, summoned }),
    quorum: quorum
      ? translate(locale, quorum.isReached ? 'statements.quorum.reached' : 'statements.quorum.open')
      : '',
    tone: quorum?.isReached ? 'present' : 'waiting',
  };
}
