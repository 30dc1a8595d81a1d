import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Organisation } from '../../../models/organisation.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { otherVersion } from '../../platform/http/other-version.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { branchOf, type Unit } from './organisation-tree.ts';
import { inThree, unitOptions } from './present-words.ts';
import type { OrganisationFormModel } from './views.ts';

type Form = z.input<typeof OrganisationFormModel>;

const tiers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export interface OrganisationFormFacts {
  /** Null for one that is not in the directory yet. */
  unit: Organisation | null;
  /** The id a new organisation will have. */
  id: string;
  /** Above a new organisation. */
  parent: string;
  units: readonly Unit[];
  form: FormState | null;
  locale: Locale;
}

export function organisationFormModel(facts: OrganisationFormFacts): Form {
  const { unit, form, locale } = facts;
  const values = valuesOf(facts);
  const fields = formFields(values, form);
  const choices = {
    parent: unitOptions(possibleParents(facts), fields.parent.value, locale),
    tier: tiers.map((tier) => ({
      value: String(tier),
      label: translate(locale, `directory.tier.${tier}`),
      selected: String(tier) === fields.tier.value,
    })),
  };
  return {
    title: unit
      ? translate(locale, 'directory.organisation.edit', { name: inLocale(unit.name, locale) })
      : translate(locale, 'directory.organisation.new'),
    action: unit ? paths.editOrganisation(unit) : paths.organisations,
    back: unit ? paths.organisation(unit) : paths.organisations,
    id: unit ? '' : facts.id,
    rev: unit ? shownRev(form, unit.rev) : '',
    errors: errorSummary(form),
    otherVersion: otherVersion(form, { rev: unit?.rev, values }, { labels, choices }, locale),
    fields,
    parents: choices.parent,
    tiers: choices.tier,
  };
}

function valuesOf({ unit, parent, units }: OrganisationFormFacts) {
  const above = units.find(({ _id }) => String(_id) === parent);
  return {
    name: inThree(unit?.name),
    short: inThree(unit?.short),
    parent: unit ? String(unit.parent ?? '') : parent,
    tier: String(unit?.tier ?? Math.min((above?.tier ?? 4) + 1, 9)),
  };
}

/** Nothing stands below itself. */
function possibleParents({ unit, units }: OrganisationFormFacts): Unit[] {
  const own = unit ? branchOf(units, unit._id) : new Set<string>();
  return units.filter(({ _id }) => !own.has(String(_id)));
}

const labels: Readonly<Record<string, MessageKey>> = {
  name: 'directory.organisation.name',
  short: 'directory.organisation.short',
  parent: 'directory.organisation.parent',
  tier: 'directory.organisation.tier-field',
};
