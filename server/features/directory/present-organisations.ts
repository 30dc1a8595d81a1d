import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type OfficeAccess, officeCan } from '../access/access.ts';
import type { OrganisationListQuery } from './input.ts';
import { type PlacedUnit, placedUnits, type Unit, unitsAbove } from './organisation-tree.ts';
import { addressOfContacts } from './present-contacts.ts';
import { unitsCalled } from './unit-search.ts';
import type { OrganisationsModel, UnitRow } from './views.ts';

type Model = z.input<typeof OrganisationsModel>;
type Row = z.input<typeof UnitRow>;

const DEEPEST = 6;

export interface OrganisationsFacts {
  access: OfficeAccess;
  query: OrganisationListQuery;
  units: readonly Unit[];
  counts: ReadonlyMap<string, number>;
  locale: Locale;
}

export function organisationsModel(facts: OrganisationsFacts): Model {
  const { access, query, locale } = facts;
  const { current, archived } = byState(facts.units);
  const shown = query.show === 'archived' ? archived : current;
  const found = query.q ? unitsCalled(shown, query.q) : shown;
  return {
    lead: translate(locale, 'directory.organisations.lead', { count: current.length }),
    add: paths.newOrganisation,
    canEdit: officeCan(access, 'directory.edit'),
    action: paths.organisations,
    q: query.q,
    show: query.show === 'current' ? '' : query.show,
    tabs: (['current', 'archived'] as const).map((show) => ({
      href: addressOfOrganisations({ ...query, show }),
      label: translate(locale, `directory.show.${show}`),
      count: formatNumber(locale, show === 'current' ? current.length : archived.length),
      current: show === query.show,
    })),
    rows: rowsOf(found, facts),
    empty: found.length === 0 ? emptyModel(facts) : null,
  };
}

/** One row of a table of units. Where it does not stand below its parent, it says what is above it. */
export function unitRow(
  { unit, depth }: PlacedUnit,
  { units, counts, locale }: Pick<OrganisationsFacts, 'units' | 'counts' | 'locale'>,
): Row {
  const above = depth === 1 ? unitsAbove(units, unit).map(({ name }) => inLocale(name, locale)) : [];
  const contacts = counts.get(String(unit._id)) ?? 0;
  return {
    href: paths.organisation(unit),
    name: inLocale(unit.name, locale),
    short: inLocale(unit.short, locale),
    above: above.join(' › '),
    depth: Math.min(depth, DEEPEST),
    level: depth > 1 ? translate(locale, 'directory.organisations.level', { level: depth }) : '',
    tier: String(unit.tier),
    contacts: formatNumber(locale, contacts),
    contactsHref: contacts > 0 ? addressOfContacts({ organisation: String(unit._id) }) : '',
  };
}

function rowsOf(found: readonly Unit[], facts: OrganisationsFacts): Row[] {
  const isTree = facts.query.q === '' && facts.query.show === 'current';
  const placed = isTree ? placedUnits(found) : found.map((unit) => ({ unit, depth: 1 }));
  return placed.map((one) => unitRow(one, facts));
}

function byState(units: readonly Unit[]): { current: Unit[]; archived: Unit[] } {
  return {
    current: units.filter(({ archivedAt }) => archivedAt === null),
    archived: units.filter(({ archivedAt }) => archivedAt !== null),
  };
}

function addressOfOrganisations({ q, show }: OrganisationListQuery): string {
  const told = Object.entries({ q, show }).filter(([, value]) => value && value !== 'current');
  const search = new URLSearchParams(told).toString();
  return search ? `${paths.organisations}?${search}` : paths.organisations;
}

function emptyModel({ access, units, query, locale }: OrganisationsFacts): Model['empty'] {
  if (units.length > 0) {
    return {
      icon: 'search',
      title: translate(locale, 'directory.organisations.none'),
      text: translate(
        locale,
        query.q ? 'directory.organisations.none-text' : 'directory.organisations.none-here',
      ),
      href: paths.organisations,
      action: translate(locale, 'directory.organisations.show-all'),
    };
  }
  return {
    icon: 'building-2',
    title: translate(locale, 'directory.organisations.empty'),
    text: translate(locale, 'directory.organisations.empty-text'),
    href: officeCan(access, 'directory.edit') ? paths.newOrganisation : '',
    action: translate(locale, 'directory.organisations.add'),
  };
}
