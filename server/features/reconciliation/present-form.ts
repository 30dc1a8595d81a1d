import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { doubleDecisions, strayDecisions } from '../../../contract/attendance/decisions.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Decision } from '../../../models/fields/decision.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { DoubleCase } from './doubles.ts';
import type { StrayCase } from './strays.ts';
import type { CaseModel } from './views.ts';

type Form = NonNullable<z.input<typeof CaseModel>['form']>;

/** A form that came back: which case it was about, and whom its words may mean. */
export interface TypedForm {
  about: string;
  form: FormState;
  candidates: readonly Guest[];
}

interface Showing {
  event: Conference;
  locale: Locale;
  typed: TypedForm | null;
}

export function doubleForm({ about, checkIn, decisions }: DoubleCase, showing: Showing): Form {
  const kinds = doubleDecisions.map((value) => ({
    value,
    label: translate(showing.locale, `reconciliation.kind.${value}`),
    hint: translate(showing.locale, `reconciliation.hint.${value}`),
  }));
  const hidden = [
    { name: 'checkIn', value: checkIn._id },
    { name: 'about', value: about },
  ];
  const action = paths.decideDouble(showing.event);
  return formOf(showing, { about, action, hidden, kinds, decision: decisions.at(-1), names: true });
}

export function strayForm({ stray, facts }: StrayCase, showing: Showing): Form {
  const offered = strayDecisions.filter((value) => value !== 'assigned' || !facts.isUndo);
  const kinds = offered.map((value) => ({
    value,
    label: translate(showing.locale, `reconciliation.kind.${value}`),
    hint: translate(
      showing.locale,
      value === 'assigned' ? 'reconciliation.hint.assigned' : 'reconciliation.hint.stray-aside',
    ),
  }));
  const hidden = [{ name: 'stray', value: stray._id }];
  const action = paths.decideStray(showing.event);
  const decision = stray.decisions?.at(-1);
  return formOf(showing, { about: stray._id, action, hidden, kinds, decision, names: false });
}

interface Asking {
  about: string;
  action: string;
  hidden: Form['hidden'];
  kinds: { value: string; label: string; hint: string }[];
  decision: Decision | undefined;
  /** Whether the second person may be named. */
  names: boolean;
}

function formOf({ locale, typed, ...rest }: Showing, asking: Asking): Form {
  const own = typed?.about === asking.about ? typed : null;
  const { decision, hidden, kinds } = asking;
  const field = (name: string, value = '') => ({
    id: `f-${asking.about.replaceAll(/[^\w-]/g, '')}-${name}`,
    name,
    value: own ? typedText(own.form.values[name]) : value,
    error: own?.form.errors[name] ?? '',
  });
  const kind = field('kind', decision?.kind);
  return {
    action: asking.action,
    id: randomUUID(),
    seen: decision?.id ?? '',
    hidden,
    errors: own?.form.refused ? [{ href: `#${kind.id}`, text: own.form.refused }] : [],
    kind,
    kinds: kinds.map((each) => ({ ...each, selected: each.value === kind.value })),
    who: asking.names ? field('who', decision?.who) : null,
    q: field('q'),
    candidates: candidates({ locale, typed: own, ...rest }, field('guest')),
    note: field('note', decision?.note),
  };
}

function candidates({ locale, typed }: Showing, field: Form['q']): Form['candidates'] {
  if (!typed || typed.candidates.length < 2) return null;
  const options = typed.candidates.map((guest) => ({
    value: String(guest._id),
    label: displayName(guest.name, locale),
    hint: officeIn(guest, locale),
    selected: field.value === String(guest._id),
  }));
  return { field, options };
}

function typedText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
