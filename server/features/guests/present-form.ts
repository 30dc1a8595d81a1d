import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { addressForms } from '../../../contract/person.ts';
import { positionTiers } from '../../../contract/protocol.ts';
import { sides } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { tiersSetByHand } from './guest-facts.ts';
import type { OrganisationChoice } from './organisation-choices.ts';
import { categoryOptions, languageOptions, type Option } from './present-words.ts';
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
  return {
    title: guest
      ? translate(locale, 'guests.edit-title', { name: displayName(guest.name, locale) })
      : translate(locale, 'guests.new-title'),
    action,
    back,
    backLabel: translate(locale, 'guests.back'),
    errors: errorSummary(form),
    id: typed(form, 'id') || id,
    // Told that somebody else was quicker, one saves again on what is there now.
    rev: (form?.refused ? '' : typed(form, 'rev')) || String(guest?.rev ?? ''),
    fields,
    addressForms: addressForms.map((value) => ({
      value,
      label: translate(locale, `address.choice.${value}`),
      selected: value === fields.addressForm.value,
    })),
    organisations: organisationOptions(facts, fields.organisation.value),
    secretaryMails: (['copy', 'instead', 'none'] as const).map((value) => ({
      value,
      label: translate(locale, `secretaries.mail-to.${value}`),
      selected: value === fields.secretary.mail.value,
    })),
    locales: languageOptions(fields.locale.value, locale),
    categories: categoryOptions(event, fields.category.value, locale),
    sides: sides.map((value) => ({
      value,
      label: translate(locale, `states.side.${value}`),
      selected: value === fields.side.value,
    })),
    tiers: positionTiers.map((value) => ({
      value,
      label: translate(locale, `protocol.tier.${value}`),
      selected: tiers.includes(value),
    })),
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

function organisationOptions({ organisations, locale }: FormFacts, chosen: string): Option[] {
  return organisations.map(({ _id, name }) => ({
    value: String(_id),
    label: inLocale(name, locale),
    selected: String(_id) === chosen,
  }));
}
