import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Organisation } from '../../../models/organisation.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type OfficeAccess, officeCan } from '../access/access.ts';
import { whyInUse } from './belongings.ts';
import type { ListedContact } from './contact-list.ts';
import { branchOf, placedUnits, type Unit, unitsAbove } from './organisation-tree.ts';
import { addressOfContacts, contactRow } from './present-contacts.ts';
import { unitRow } from './present-organisations.ts';
import { inLanguages } from './present-words.ts';
import type { OrganisationModel } from './views.ts';

type Model = z.input<typeof OrganisationModel>;

const SHOWN = 20;

export interface OrganisationFacts {
  access: OfficeAccess;
  unit: Organisation;
  units: readonly Unit[];
  counts: ReadonlyMap<string, number>;
  /** The first of its own people. */
  contacts: readonly ListedContact[];
  locale: Locale;
}

export function organisationModel(facts: OrganisationFacts): Model {
  const { access, unit, units, locale } = facts;
  const count = facts.counts.get(String(unit._id)) ?? 0;
  const link = `?${new URLSearchParams({ organisation: String(unit._id) }).toString()}`;
  return {
    title: inLocale(unit.name, locale),
    short: inLocale(unit.short, locale),
    isArchived: unit.archivedAt !== null,
    canEdit: officeCan(access, 'directory.edit'),
    back: paths.organisations,
    edit: paths.editOrganisation(unit),
    addContact: paths.newContact + link,
    addUnit: `${paths.newOrganisation}?${new URLSearchParams({ parent: String(unit._id) }).toString()}`,
    archive: paths.archiveOrganisation(unit),
    inUse: inUse(facts, count),
    restore: paths.restoreOrganisation(unit),
    above: unitsAbove(units, unit).map((each) => ({
      href: paths.organisation(each),
      text: inLocale(each.name, locale),
    })),
    names: inLanguages(unit.name, locale),
    shorts: inLanguages(unit.short, locale),
    tier: translate(locale, 'directory.organisation.tier', { tier: unit.tier }),
    tierText: translate(locale, 'directory.tier-hint'),
    units: unitsBelow(facts),
    contacts: facts.contacts.slice(0, SHOWN).map((contact) => contactRow(contact, locale)),
    contactsText: translate(locale, 'directory.organisation.contacts', { count }),
    allContacts: count > SHOWN ? addressOfContacts({ organisation: String(unit._id) }) : '',
  };
}

function unitsBelow(facts: OrganisationFacts): Model['units'] {
  const branch = branchOf(facts.units, facts.unit._id);
  const below = facts.units.filter(
    ({ _id, archivedAt }) => branch.has(String(_id)) && !archivedAt && !_id.equals(facts.unit._id),
  );
  return placedUnits(below).map((placed) => ({ ...unitRow(placed, facts), above: '' }));
}

function inUse({ unit, units, locale }: OrganisationFacts, contacts: number): string {
  const below = units.filter(({ parent, archivedAt }) => !archivedAt && parent?.equals(unit._id)).length;
  const reason = whyInUse({ units: below, contacts });
  return reason ? translate(locale, reason, { units: below, contacts }) : '';
}
