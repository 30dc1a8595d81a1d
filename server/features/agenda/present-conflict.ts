import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { AgendaItem } from '../../../models/agenda.ts';
import { type FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { styleOfAddress } from '../directory/style-of-address.ts';
import type { ItemFormFacts } from './item-form.ts';
import { AgendaItemInput } from './input.ts';
import { itemVersion } from './item-version.ts';

export interface Difference {
  label: string;
  theirs: string;
  yours: string;
}

type Comparable = Omit<AgendaItem, 'id' | 'speakers'> & { speakers: readonly { toString(): string }[] };

/** Both versions side by side where they differ, when the form was filled in on an older state of the item. */
export function conflict(
  facts: ItemFormFacts,
  item: AgendaItem,
  at: { locale: Locale; form: FormState },
): Difference[] {
  const { locale, form } = at;
  const typed = AgendaItemInput.safeParse(form.values);
  if (!typed.success || form.values['seen'] === itemVersion(item)) return [];
  const theirs = texts(facts, item, locale);
  const yours = texts(facts, typed.data, locale);
  return theirs.flatMap(({ label, text }, place) => {
    const own = yours[place]?.text ?? '';
    return own === text ? [] : [{ label, theirs: text, yours: own }];
  });
}

function texts(
  { event, candidates }: ItemFormFacts,
  item: Comparable,
  locale: Locale,
): { label: string; text: string }[] {
  const names = new Map(candidates.map((speaker) => [String(speaker._id), styleOfAddress(speaker, locale)]));
  const session = event.sessions.find(({ id }) => id === item.session);
  const plain = [
    { label: translate(locale, 'agenda.field.kind'), text: translate(locale, `states.agenda.${item.kind}`) },
    { label: translate(locale, 'agenda.field.minutes'), text: String(item.minutes) },
    { label: translate(locale, 'agenda.field.pinned'), text: item.pinnedStart },
    {
      label: translate(locale, 'agenda.field.session'),
      text: session ? inLocale(session.title, locale) : '',
    },
    {
      label: translate(locale, 'agenda.field.speakers'),
      text: item.speakers.map((id) => names.get(String(id)) ?? '').join('; '),
    },
    { label: translate(locale, 'agenda.field.script'), text: item.script },
  ];
  return [...localisedTexts(item, locale), ...plain];
}

function localisedTexts(item: Comparable, locale: Locale): { label: string; text: string }[] {
  return (['title', 'about', 'by'] as const).flatMap((field) =>
    locales.map((language) => ({
      label: translate(locale, 'agenda.conflict-field', {
        field: translate(locale, `agenda.field.${field}`),
        language: translate(locale, `common.language.${language}`),
      }),
      text: item[field][language] ?? '',
    })),
  );
}
