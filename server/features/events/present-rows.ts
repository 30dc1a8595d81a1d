import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { type FieldNames, otherVersion } from '../../platform/http/other-version.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { editTabs, inThree } from './present-edit.ts';
import type { views } from './views.ts';

type Sessions = ViewModel<typeof views, 'events/sessions'>;
type Categories = ViewModel<typeof views, 'events/categories'>;

const none = { vi: '', en: '', ru: '' };

/** The sessions there are, and an empty one to fill in. */
export function sessionsModel(locale: Locale, event: Conference, form: FormState | null): Sessions {
  const empty = {
    id: '',
    title: none,
    day: event.days[0] ?? '',
    startsAt: '',
    endsAt: '',
    room: '',
    remove: '',
  };
  const stored = event.sessions.map(({ title, ...session }) => ({
    ...empty,
    ...session,
    title: inThree(title),
  }));
  const sessions = rowsOf([...stored, empty], form?.values['sessions'], empty);
  const { sessions: rows } = formFields({ sessions }, form);
  return {
    tabs: editTabs(locale, event, 'sessions'),
    action: paths.eventSessions(event),
    rev: shownRev(form, event.rev),
    errors: errorSummary(form),
    otherVersion: otherVersion(form, { rev: event.rev, values: { sessions: stored } }, sessionNames, locale),
    rows: Object.values(rows).map((row, index) => ({
      ...row,
      ...headingOf(locale, 'sessions', row.id.value, index),
    })),
  };
}

export function categoriesModel(locale: Locale, event: Conference, form: FormState | null): Categories {
  const empty = { id: '', title: none, order: event.categories.length + 1, tone: '', remove: '' };
  const stored = event.categories.map(({ title, ...category }) => ({
    ...empty,
    ...category,
    title: inThree(title),
  }));
  const categories = rowsOf([...stored, empty], form?.values['categories'], empty);
  const { categories: rows } = formFields({ categories }, form);
  const options = tones.map((value) => ({
    value,
    label: translate(locale, `events.tone.${value || 'none'}`),
  }));
  return {
    tabs: editTabs(locale, event, 'categories'),
    action: paths.eventCategories(event),
    rev: shownRev(form, event.rev),
    errors: errorSummary(form),
    otherVersion: otherVersion(
      form,
      { rev: event.rev, values: { categories: stored } },
      { ...categoryNames, choices: { 'categories.*.tone': options } },
      locale,
    ),
    rows: Object.values(rows).map((row, index) => ({
      ...row,
      ...headingOf(locale, 'categories', row.id.value, index),
      tones: tones.some((tone) => tone === row.tone.value)
        ? options
        : [...options, { value: row.tone.value, label: row.tone.value }],
    })),
  };
}

const sessionNames: FieldNames = {
  rows: { sessions: 'events.sessions.one' },
  labels: {
    'sessions.*.title': 'events.sessions.title',
    'sessions.*.day': 'events.sessions.day',
    'sessions.*.startsAt': 'events.field.starts-at',
    'sessions.*.endsAt': 'events.field.ends-at',
    'sessions.*.room': 'events.sessions.room',
  },
};

const categoryNames: FieldNames = {
  rows: { categories: 'events.categories.one' },
  labels: {
    'categories.*.title': 'events.categories.title',
    'categories.*.order': 'events.categories.order',
    'categories.*.tone': 'events.categories.tone',
  },
};

const tones = ['', 'lacquer', 'gold', 'live', 'present', 'waiting', 'attention'] as const;

/** As many rows as were posted, so that nothing typed is lost; otherwise those that are stored. */
function rowsOf<T>(stored: readonly T[], posted: unknown, empty: T): T[] {
  if (typeof posted !== 'object' || posted === null) return [...stored];
  return Object.keys(posted).map((_, index) => stored[index] ?? empty);
}

function headingOf(
  locale: Locale,
  kind: 'sessions' | 'categories',
  id: string,
  index: number,
): { heading: string; isNew: boolean } {
  if (id === '') return { heading: translate(locale, `events.${kind}.new`), isNew: true };
  return { heading: translate(locale, `events.${kind}.one`, { number: index + 1 }), isNew: false };
}
