import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { doubleDecisions, revokedDecisions, strayDecisions } from '../../../contract/attendance/decisions.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Decision } from '../../../models/fields/decision.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { DoubleCase, Shown } from './doubles.ts';
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

export function doubleForm(found: DoubleCase, showing: Showing): Form {
  const { about, checkIn, decisions } = found;
  const isShort = found.revokedAt !== null;
  const kinds = isShort ? revokedKinds(showing.locale) : doubleKinds(showing.locale);
  const hidden = [
    { name: 'checkIn', value: checkIn._id },
    { name: 'about', value: about },
  ];
  const action = paths.decideDouble(showing.event);
  return formOf(showing, { about, action, hidden, kinds, decision: decisions.at(-1), names: true, isShort });
}

function doubleKinds(locale: Locale): Asking['kinds'] {
  return doubleDecisions.map((value) => ({
    value,
    label: translate(locale, `reconciliation.kind.${value}`),
    hint: translate(locale, `reconciliation.hint.${value}`),
  }));
}

function revokedKinds(locale: Locale): Asking['kinds'] {
  return revokedDecisions.map((value) => ({
    value,
    label: translate(locale, `reconciliation.revoked.${value}`),
    hint: '',
  }));
}

export function strayForm({ stray, facts, meant }: StrayCase, showing: Showing): Form {
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
  return formOf(showing, {
    about: stray._id,
    action,
    hidden,
    kinds,
    decision,
    names: false,
    meant: facts.isUndo ? null : meant,
  });
}

interface Asking {
  about: string;
  action: string;
  hidden: Form['hidden'];
  kinds: { value: string; label: string; hint: string }[];
  decision: Decision | undefined;
  /** Whether the second person may be named. */
  names: boolean;
  isShort?: boolean;
  /** Whom the device named: offered and chosen before anybody says otherwise. */
  meant?: Shown | null;
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
  const meant = asking.meant ?? null;
  const kind = field('kind', decision?.kind ?? (meant ? 'assigned' : ''));
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
    candidates: candidates(
      { locale, typed: own, ...rest },
      field('guest', meant ? String(meant._id) : ''),
      meant,
    ),
    note: field('note', decision?.note),
    isShort: asking.isShort ?? false,
  };
}

function candidates({ locale, typed }: Showing, field: Form['q'], meant: Shown | null): Form['candidates'] {
  const found = typed && typed.candidates.length > 1 ? typed.candidates : meant ? [meant] : [];
  if (found.length === 0) return null;
  const options = found.map((guest) => ({
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
