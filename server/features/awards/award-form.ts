import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Award, Recipient } from '../../../models/award.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { rowsIn, shownRev, typedText } from '../../platform/http/form-rows.ts';
import { type FieldNames, otherVersion } from '../../platform/http/other-version.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { atStart, styleOfAddress } from '../directory/style-of-address.ts';
import type { AwardPeople, AwardPerson } from './award-people.ts';
import type { AwardFormModel } from './views.ts';

export interface AwardFormFacts {
  event: Pick<Conference, 'slug'>;
  /** Null for a new award. */
  award: Award | null;
  /** The id a new award will have. */
  id: string;
  /** Guests of high rank, who present and represent. */
  candidates: readonly AwardPerson[];
  /** Everybody the award names, as stored or as typed. */
  named: AwardPeople;
  /** Who was found by the name that was typed; null when nobody was looked for. */
  found: readonly AwardPerson[] | null;
}

type Model = z.input<typeof AwardFormModel>;
type Row = Model['recipients'][number];
type Option = Model['presenters'][number];

const blank = { vi: '', en: '', ru: '' };

/** The form of one award, filled with what is stored or with what was typed. */
export function awardFormModel(facts: AwardFormFacts, locale: Locale, form: FormState | null): Model {
  const { event, award } = facts;
  const rows = form
    ? rowsIn(form.values, 'recipients').map(typedRow)
    : (award?.recipients ?? []).map(storedRow);
  const { recipients, ...fields } = formFields({ ...stored(award), recipients: rows }, form);
  return {
    title: translate(locale, award ? 'awards.edit-title' : 'awards.new-title'),
    action: award ? paths.award(event, award) : paths.awards(event),
    back: paths.awards(event),
    id: award ? '' : typedText(form?.values['id']) || facts.id,
    rev: shownRev(form, award?.rev ?? 0),
    errors: errorSummary(form),
    otherVersion: otherVersion(form, storedVersion(award), namesIn(facts, locale), locale),
    fields,
    presenters: options(facts, fields.presenter.value, locale),
    recipients: Object.values(recipients).map((row, place) => recipientRow({ facts, locale, place }, row)),
    found: (facts.found ?? []).map((person) => ({
      label: atStart(styleOfAddress(person, locale), locale),
      add: `add:recipients:kind=person&guest=${String(person._id)}`,
    })),
    foundNobody: facts.found?.length === 0,
    remove: award ? paths.removeAward(event, award) : null,
  };
}

/** Everybody the typed form names, so that the page can show them again. */
export function peopleTyped({ values }: FormState): string[] {
  const rows = rowsIn(values, 'recipients').flatMap((row) => [row['guest'], row['representedBy']]);
  return [values['presenter'], ...rows].map(typedText);
}

function stored(award: Award | null) {
  const { number = '', date = '', authority = {} } = award?.decision ?? {};
  return {
    title: { ...blank, ...award?.title },
    decision: { number, date, authority: { ...blank, ...authority } },
    presenter: award?.presenter ? String(award.presenter) : '',
    find: '',
  };
}

function storedVersion(award: Award | null): { rev: number | undefined; values: object } {
  return {
    rev: award?.rev,
    values: { ...stored(award), recipients: (award?.recipients ?? []).map(storedRow) },
  };
}

function namesIn({ named, candidates }: AwardFormFacts, locale: Locale): FieldNames {
  const people = [...candidates, ...named.values()].map((person) => ({
    value: String(person._id),
    label: atStart(styleOfAddress(person, locale), locale),
  }));
  const choices = {
    presenter: people,
    'recipients.*.guest': people,
    'recipients.*.representedBy': people,
  };
  return { rows: { recipients: 'awards.recipient-row' }, labels, choices };
}

const labels: FieldNames['labels'] = {
  title: 'awards.field.title',
  'decision.number': 'awards.field.number',
  'decision.date': 'awards.field.date',
  'decision.authority': 'awards.field.authority',
  presenter: 'awards.field.presenter',
  'recipients.*.guest': 'awards.name.person',
  'recipients.*.name': 'common.name',
  'recipients.*.citation': 'awards.field.citation',
  'recipients.*.representedBy': 'awards.field.represented-by',
};

interface RowValues {
  id: string;
  kind: string;
  guest: string;
  name: typeof blank;
  citation: typeof blank;
  representedBy: string;
}

function storedRow(recipient: Recipient): RowValues {
  return {
    id: recipient.id,
    kind: recipient.kind,
    guest: recipient.guest ? String(recipient.guest) : '',
    name: { ...blank, ...recipient.name },
    citation: { ...blank, ...recipient.citation },
    representedBy: recipient.representedBy ? String(recipient.representedBy) : '',
  };
}

/** Only decides which fields there are; their values come from the form. */
function typedRow(): RowValues {
  return { id: '', kind: '', guest: '', name: blank, citation: blank, representedBy: '' };
}

interface At {
  facts: AwardFormFacts;
  locale: Locale;
  place: number;
}

function recipientRow({ facts, locale, place }: At, row: ReturnType<typeof formFields<RowValues>>): Row {
  const guest = facts.named.get(row.guest.value);
  const kind = row.kind.value === 'collective' ? 'collective' : 'person';
  const typedName = inLocale({ vi: row.name.vi.value, en: row.name.en.value, ru: row.name.ru.value }, locale);
  return {
    place: place + 1,
    heading: guest
      ? atStart(styleOfAddress(guest, locale), locale)
      : typedName || translate(locale, `awards.kind.${kind}`),
    byName: !guest,
    id: row.id,
    kind: { name: row.kind.name, value: kind },
    guest: { ...row.guest, value: guest ? row.guest.value : '' },
    name: row.name,
    nameLabel: translate(locale, `awards.name.${kind}`),
    citation: row.citation,
    representedBy: row.representedBy,
    representatives: options(facts, row.representedBy.value, locale),
    drop: `drop:recipients:${place}`,
    up: place > 0 ? `up:recipients:${place}` : null,
  };
}

/** The candidates; whoever was chosen or found is among them, whatever their rank. */
function options({ candidates, named, found }: AwardFormFacts, chosen: string, locale: Locale): Option[] {
  const known = new Set(candidates.map((person) => String(person._id)));
  const more = [named.get(chosen), ...(found ?? [])].filter((person) => person !== undefined);
  const others = new Map(more.map((person) => [String(person._id), person]));
  return [...[...others.values()].filter((person) => !known.has(String(person._id))), ...candidates].map(
    (person) => ({
      value: String(person._id),
      label: atStart(styleOfAddress(person, locale), locale),
      selected: String(person._id) === chosen,
    }),
  );
}
