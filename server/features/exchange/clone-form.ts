import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { newId } from '../../platform/new-id.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { typedText } from '../../platform/http/form-rows.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { cloneParts } from './clone-input.ts';
import type { cloneViews } from './clone-views.ts';

/** What one nearly always wants again is ticked. */
const usual = {
  details: 'true',
  categories: 'true',
  agenda: 'true',
  texts: 'true',
  replyForm: 'true',
  hall: 'true',
  doors: 'true',
  paper: 'true',
  units: '',
  guests: '',
  awards: '',
  members: '',
};

export function cloneModel(
  locale: Locale,
  event: Conference,
  form: FormState | null,
): ViewModel<typeof cloneViews, 'exchange/clone'> {
  const { vi = '', en = '', ru = '' } = event.title;
  const { title, parts } = formFields({ title: { vi, en, ru }, parts: usual }, form);
  return {
    lead: translate(locale, 'events.clone.lead', { title: inLocale(event.title, locale) }),
    action: paths.cloneEvent(event),
    back: paths.editEvent(event),
    errors: errorSummary(form),
    id: typedText(form?.values['id']) || newId(),
    title,
    parts: cloneParts.map((part) => ({
      field: parts[part],
      label: translate(locale, `events.clone.part.${part}`),
      hint: translate(locale, `events.clone.part-text.${part}`),
    })),
  };
}
