import { type Locale, locales } from '../../../contract/locales.ts';
import { eventRoles, officeRoles } from '../../../contract/roles.ts';
import { translate } from '../../platform/i18n/translate.ts';

/** What the form holds decides which one is selected. */
interface Option {
  value: string;
  label: string;
  selected: false;
}

interface Choice extends Option {
  hint: string;
}

/** Every language under its own name, so that whoever cannot read the page finds theirs. */
export function localeChoices(reader: Locale): Option[] {
  return locales.map((value) => ({
    value,
    label: translate(reader, `shell.language.${value}`),
    selected: false,
  }));
}

export function officeRoleChoices(locale: Locale): Choice[] {
  return officeRoles.map((value) => ({
    value,
    selected: false,
    label: translate(locale, `states.office-role.${value}`),
    hint: translate(locale, `users.role.${value}.hint`),
  }));
}

export function eventRoleChoices(locale: Locale): Choice[] {
  return eventRoles.map((value) => ({
    value,
    selected: false,
    label: translate(locale, `states.event-role.${value}`),
    hint: translate(locale, `users.event-role.${value}.hint`),
  }));
}

const tokenDays = ['30', '90', '365', 'never'] as const;

export function tokenDayChoices(locale: Locale): Option[] {
  return tokenDays.map((value) => {
    return { value, label: translate(locale, `users.tokens.days.${value}`), selected: false };
  });
}
