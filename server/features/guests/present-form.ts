import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { otherVersion } from '../../platform/http/other-version.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { tiersSetByHand } from './guest-facts.ts';
import type { OrganisationChoice } from './organisation-choices.ts';
import { choicesOf, formOptions, labels } from './present-form-options.ts';
import type { FormModel } from './views.ts';

type Form = z.input<typeof FormModel>;

export interface FormFacts {
  event: Conference;
  /** Null for a guest who is not on the list yet. */
  guest: Guest | null;
  /** The id a new guest will have. */
  id: string;
  organisations: readonly OrganisationChoice[];
  form: FormState | null;
  locale: Locale;
  action: string;
  back: string;
}

export function formModel(facts: FormFacts): Form {
  const { event, guest, form, locale, action, back, id } = facts;
  const values = valuesOf(guest, event);
  const fields = formFields(values, form);
  const tiers: readonly string[] = form ? typedTiers(form) : guest ? tiersSetByHand(guest) : [];
  const options = formOptions(facts, fields, tiers);
  const stored = { rev: guest?.rev, values: { ...values, tiers: guest ? tiersSetByHand(guest) : [] } };
  return {
    title: guest
      ? translate(locale, 'guests.edit-title', { name: displayName(guest.name, locale) })
      : translate(locale, 'guests.new-title'),
    action,
    back,
    backLabel: translate(locale, 'guests.back'),
    errors: errorSummary(form),
    otherVersion: otherVersion(form, stored, { labels, choices: choicesOf(options, locale) }, locale),
    id: typed(form, 'id') || id,
    rev: guest ? shownRev(form, guest.rev) : '',
    fields,
    ...options,
    rankIsOpen: tiers.length > 0 || fields.seniority.error !== '' || fields.organisationTier.error !== '',
  };
}

function valuesOf(guest: Guest | null, event: Conference) {
  const { vi = '', latin = '', ru } = guest?.name ?? {};
  return {
    name: {
      vi,
      latin,
      ru: { family: ru?.family ?? '', given: ru?.given ?? '', patronymic: ru?.patronymic ?? '' },
    },
    addressForm: guest?.addressForm ?? 'dong-chi',
    pronunciation: guest?.pronunciation ?? '',
    position: inEach(guest?.position),
    organisation: guest?.organisation ? String(guest.organisation) : '',
    organisationName: inEach(guest?.organisationName),
    delegation: guest?.delegation ?? '',
    headOfDelegation: String(guest?.headOfDelegation ?? false),
    email: guest?.email ?? '',
    phone: guest?.phone ?? '',
    secretary: {
      name: guest?.secretary?.name ?? '',
      email: guest?.secretary?.email ?? '',
      phone: guest?.secretary?.phone ?? '',
      mail: guest?.secretary?.mail ?? 'copy',
    },
    locale: guest?.locale ?? event.defaultLocale,
    nationality: guest?.nationality ?? '',
    category: guest?.category ?? '',
    side: guest?.side ?? 'guest',
    seat: guest?.seat ?? '',
    note: guest?.note ?? '',
    organisationTier: guest ? String(guest.organisationTier) : '',
    seniority: String(guest?.seniority ?? 0),
  };
}

function inEach({ vi = '', en = '', ru = '' }: Guest['position'] = {}) {
  return { vi, en, ru };
}

function typed(form: FormState | null, field: string): string {
  const value = form?.values[field];
  return typeof value === 'string' ? value : '';
}

function typedTiers({ values }: FormState): readonly string[] {
  return [values['tiers'] ?? []].flat().map(String);
}
