import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { agendaKinds } from '../../../contract/states.ts';
import type { AgendaItem } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { typedText } from '../../platform/http/form-rows.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { styleOfAddress } from '../directory/style-of-address.ts';
import { conflict } from './present-conflict.ts';
import { newItemId } from './new-item-id.ts';
import { itemVersion } from './item-version.ts';
import type { Speaker } from './speakers.ts';
import { storedItem } from './stored-item.ts';
import type { ItemFormModel } from './views.ts';

export interface ItemFormFacts {
  event: Conference;
  /** Null for a new item. */
  item: AgendaItem | null;
  candidates: readonly Speaker[];
}

/** The form of one agenda item, filled with what is stored or with what was typed. */
export function itemFormModel(
  facts: ItemFormFacts,
  locale: Locale,
  form: FormState | null,
): z.input<typeof ItemFormModel> {
  const { event, item } = facts;
  const fields = formFields(storedItem(item), form);
  const chosen = new Set(form ? typedSpeakers(form) : (item?.speakers ?? []).map(String));
  return {
    title: translate(locale, item ? 'agenda.edit-title' : 'agenda.new-title'),
    action: item ? paths.agendaItem(event, item.id) : paths.agenda(event),
    back: paths.agenda(event),
    id: item ? '' : typedText(form?.values['id']) || newItemId(),
    seen: item ? itemVersion(item) : '',
    conflict: item && form ? conflict(facts, item, { locale, form }) : [],
    errors: errorSummary(form),
    fields,
    kinds: agendaKinds.map((kind) => ({
      value: kind,
      label: translate(locale, `states.agenda.${kind}`),
      selected: kind === fields.kind.value,
    })),
    sessions: event.sessions.map((session) => ({
      value: session.id,
      label: inLocale(session.title, locale),
      selected: session.id === fields.session.value,
    })),
    speakers: facts.candidates.map((speaker) => ({
      value: String(speaker._id),
      label: styleOfAddress(speaker, locale),
      selected: chosen.has(String(speaker._id)),
    })),
    speakersError: form?.errors['speakers'] ?? '',
    remove: item ? paths.removeAgendaItem(event, item.id) : null,
  };
}

/** Whom a form that came back names; what is no id at all names nobody. */
export function typedSpeakers(form: FormState | null): string[] {
  const typed = [form?.values['speakers'] ?? []].flat().map(String);
  return typed.filter((id) => /^[0-9a-f]{24}$/.test(id));
}
