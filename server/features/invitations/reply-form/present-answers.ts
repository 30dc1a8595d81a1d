import type { z } from 'zod';
import { inLocale } from '../../../../contract/localised.ts';
import type { Locale } from '../../../../contract/locales.ts';
import type { MessageKey } from '../../../../locales/keys.ts';
import { paths } from '../../../paths.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { type Access, can } from '../../access/access.ts';
import { addressedName, atStart, officeIn } from '../../directory/style-of-address.ts';
import type { AnswerFigures } from './answer-figures.ts';
import type { Detailed } from './detailed-answers.ts';
import { optionsOf } from './present-details.ts';
import { personOf, saidLines, valueText } from './present-said.ts';
import { replyFormOf } from './reply-form-of.ts';
import type { AnswersModel } from './answers-views.ts';

type Model = z.input<typeof AnswersModel>;

export interface AnswersFacts {
  figures: AnswerFigures;
  guests: readonly Detailed[];
  total: number;
}

export function answersModel(
  access: Access,
  { figures, guests, total }: AnswersFacts,
  locale: Locale,
): Model {
  const { event } = access;
  return {
    edit: can(access, 'invitations.edit') ? paths.replyForm(event) : '',
    csv: paths.answersCsv(event),
    xlsx: paths.answersXlsx(event),
    isEmpty: total === 0,
    groups: groupsOf(access, figures, locale),
    people: guests.map((guest) => ({
      href: paths.guest(event, guest),
      name: atStart(addressedName(guest, locale), locale),
      office: officeIn(guest, locale),
      said: saidLines(event, guest.answer?.details, locale),
    })),
    more:
      total > guests.length
        ? translate(locale, 'reply-form.answers.more', { count: total - guests.length })
        : '',
  };
}

type Group = Model['groups'][number];

function groupsOf({ event }: Access, figures: AnswerFigures, locale: Locale): Group[] {
  const number = (value: number): string => formatNumber(locale, value);
  const guests = (count: number): string => translate(locale, 'reply-form.answers.guests', { count });
  const usual = (key: MessageKey, total: number, rows: Group['rows'] = []): Group[] =>
    total > 0 ? [{ label: translate(locale, key), total: guests(total), rows }] : [];
  const { photos } = figures;
  const wordings = figures.dietary.map(({ text, count }) => ({ label: text, count: number(count) }));
  const consents = (['yes', 'no'] as const).map((each) => ({
    label: translate(locale, `reply-form.photo.${each}`),
    count: number(photos[each]),
  }));
  const companions = translate(locale, 'reply-form.answers.people-count', { count: figures.companions });
  return [
    ...(figures.companions > 0
      ? [{ label: translate(locale, 'reply-form.ask.companions'), total: companions, rows: [] }]
      : []),
    ...usual('reply-form.ask.dietary', figures.dietaryCount, wordings),
    ...usual('reply-form.ask.access', figures.access),
    ...usual('reply-form.ask.transport', figures.transport),
    ...usual('reply-form.ask.photos', photos.yes + photos.no, consents),
    ...replyFormOf(event)
      .questions.filter(({ id }) => figures.counts.answered.has(id))
      .map((question) => ({
        label: inLocale(question.label, locale),
        total: guests(figures.counts.answered.get(question.id) ?? 0),
        rows: optionsOf(question, locale).map(({ id, text }) => ({
          label: text,
          count: number(figures.counts.chosen.get(`${question.id}/${id}`) ?? 0),
        })),
      })),
  ];
}

/** The same as a table to take away: a row for each guest, a column for each question. */
export function answersTable(
  access: Access,
  guests: readonly Detailed[],
  locale: Locale,
): { header: string[]; rows: string[][]; title: string } {
  const { event } = access;
  const { questions } = replyFormOf(event);
  const t = (key: MessageKey): string => translate(locale, key);
  const category = (id: string): string =>
    inLocale(event.categories.find((each) => each.id === id)?.title ?? {}, locale);
  const header = [
    ...(['name', 'office', 'category', 'answer', 'companions-count'] as const).map((key) =>
      t(`reply-form.answers.${key}`),
    ),
    ...(['companions', 'dietary', 'access', 'transport', 'photos'] as const).map((key) =>
      t(`reply-form.ask.${key}`),
    ),
    ...questions.map(({ label }) => inLocale(label, locale)),
    t('reply-form.answers.note'),
  ];
  const rows = guests.map((guest) => {
    const { answer, standing } = guest;
    const details = answer?.details;
    const given = new Map(details?.questions.map(({ id, value }) => [id, value]));
    return [
      atStart(addressedName(guest, locale), locale),
      officeIn(guest, locale),
      category(guest.category),
      t(`states.standing.${standing}`),
      String(details?.companions.length ?? 0),
      details?.companions.map(personOf).join('; ') ?? '',
      details?.dietary ?? '',
      details?.access ?? '',
      details?.transport ?? '',
      details?.photo ? t(`reply-form.photo.${details.photo}`) : '',
      ...questions.map((question) => valueText(question, given.get(question.id) ?? [], locale)),
      answer?.note ?? '',
    ];
  });
  return { header, rows, title: t('reply-form.answers.title') };
}
