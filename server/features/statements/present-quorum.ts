import type { z } from 'zod';
import { type Quorum, quorumRules, type QuorumStanding } from '../../../contract/attendance/quorum.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { QuorumFormModel, QuorumModel } from './views.ts';

/** Whether the meeting can decide, in words; null where nothing is asked for. */
export function quorumModel(
  event: Pick<Conference, 'categories'>,
  quorum: (Quorum & QuorumStanding) | null,
  locale: Locale,
): z.input<typeof QuorumModel> | null {
  if (!quorum) return null;
  const { present, summoned, needed, isReached, of } = quorum;
  const official = event.categories.filter(({ id }) => of.includes(id));
  return {
    isReached,
    tone: isReached ? 'present' : 'waiting',
    title: translate(locale, isReached ? 'statements.quorum.reached' : 'statements.quorum.open'),
    text: translate(locale, 'statements.quorum.text', {
      present,
      summoned,
      needed,
      missing: Math.max(0, needed - present),
    }),
    rule: translate(locale, `statements.quorum.rule.${quorum.rule}`, { value: quorum.value }),
    of: official.map(({ title }) => inLocale(title, locale)).join(', '),
    present,
    needed: Math.max(1, needed),
  };
}

export function quorumForm(
  event: Conference,
  quorum: Quorum | null,
  { form, locale }: { form: FormState | null; locale: Locale },
): z.input<typeof QuorumFormModel> {
  const stored = quorum?.value ? String(quorum.value) : '';
  const typed = form?.values['of'];
  const chosen = form ? [typed].flat().filter((each) => typeof each === 'string') : (quorum?.of ?? []);
  return {
    action: paths.quorum(event),
    fields: formFields({ rule: quorum?.rule ?? 'none', value: stored }, form),
    errors: errorSummary(form),
    rules: quorumRules.map((value) => ({
      value,
      label: translate(locale, `statements.quorum.choice.${value}`),
    })),
    categories: event.categories.map(({ id, title }) => ({
      id,
      label: inLocale(title, locale),
      on: chosen.includes(id),
    })),
  };
}
