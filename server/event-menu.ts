import type { Locale } from '../contract/locales.ts';
import type { MessageKey } from '../locales/keys.ts';
import { type Access, can } from './features/access/access.ts';
import type { Action } from './features/access/permissions.ts';
import { paths } from './paths.ts';
import { translate } from './platform/i18n/translate.ts';
import type { Shell } from './platform/views/shell.ts';

interface Place {
  label: MessageKey;
  action: Action;
  path: (event: { slug: string }) => string;
}

interface MenuLink extends Place {
  icon: string;
  /** Pages side by side behind this link, itself among them. */
  sections?: readonly Place[];
  /** Where to ask how many things wait behind it. */
  count?: (event: { slug: string }) => string;
}

/** What is written to guests, and what comes back. */
const answering: readonly Place[] = [
  { label: 'shell.section.invitations', action: 'invitations.view', path: paths.invitations },
  { label: 'shell.section.letters', action: 'invitations.view', path: paths.letters },
  { label: 'shell.section.waves', action: 'invitations.view', path: paths.waves },
  { label: 'shell.menu.reply-form', action: 'invitations.edit', path: paths.replyForm },
  { label: 'shell.menu.replies', action: 'invitations.record-answer', path: paths.replies },
  { label: 'shell.menu.substitutes', action: 'substitutes.view', path: paths.substitutes },
  { label: 'shell.menu.secretaries', action: 'guests.view-contact-details', path: paths.secretaries },
];

/** Who stands at the doors, and by what plan. */
const atDoors: readonly Place[] = [
  { label: 'shell.menu.devices', action: 'attendance.view', path: paths.doors },
  { label: 'shell.menu.door-plan', action: 'door-plan.edit', path: paths.doorPlan },
];

/** The event's menu, grouped by phase. A link is shown to those who may follow it. */
const menu: { label: MessageKey; links: MenuLink[] }[] = [
  {
    label: 'shell.phase.prepare',
    links: [
      { label: 'shell.menu.overview', icon: 'layout-dashboard', action: 'events.view', path: paths.event },
      {
        label: 'shell.menu.attention',
        icon: 'inbox',
        action: 'attention.view',
        path: paths.attention,
      },
      { label: 'shell.menu.details', icon: 'settings-2', action: 'events.edit', path: paths.editEvent },
      { label: 'shell.menu.agenda', icon: 'list-ordered', action: 'agenda.view', path: paths.agenda },
      { label: 'shell.menu.awards', icon: 'award', action: 'awards.view', path: paths.awards },
    ],
  },
  {
    label: 'shell.phase.invite',
    links: [
      { label: 'shell.menu.guests', icon: 'users', action: 'guests.view', path: paths.guests },
      {
        label: 'shell.menu.nominations',
        icon: 'building-2',
        action: 'nominations.view',
        path: paths.nominations,
      },
      {
        label: 'shell.menu.invitations',
        icon: 'send',
        action: 'invitations.view',
        path: paths.invitations,
        sections: answering,
      },
      {
        label: 'shell.menu.formal-letters',
        icon: 'file-text',
        action: 'invitations.send',
        path: paths.formalLetters,
      },
      { label: 'shell.menu.seating', icon: 'armchair', action: 'seating.view', path: paths.seating },
      { label: 'badges.title', icon: 'contact', action: 'badges.view', path: paths.badges },
      { label: 'shell.menu.mail', icon: 'mail', action: 'mail.view', path: paths.mailbox },
    ],
  },
  {
    label: 'shell.phase.run',
    links: [
      {
        label: 'shell.menu.doors',
        icon: 'door-open',
        action: 'attendance.view',
        path: paths.doors,
        sections: atDoors,
      },
      {
        label: 'shell.menu.attendance',
        icon: 'user-check',
        action: 'attendance.view',
        path: paths.attendance,
      },
      {
        label: 'shell.menu.reconciliation',
        icon: 'list-checks',
        action: 'attendance.reconcile',
        path: paths.reconciliation,
        count: (event) => `${paths.reconciliation(event)}?part=badge`,
      },
      { label: 'badges.station', icon: 'printer', action: 'badges.print', path: paths.printStation },
      { label: 'shell.menu.console', icon: 'mic', action: 'stage.view', path: paths.console },
      { label: 'shell.menu.screen', icon: 'monitor', action: 'screens.show', path: paths.screen },
    ],
  },
  {
    label: 'shell.phase.after',
    links: [
      {
        label: 'shell.menu.statement',
        icon: 'clipboard-list',
        action: 'attendance.view',
        path: paths.statement,
      },
      { label: 'shell.menu.figures', icon: 'chart-column', action: 'recap.view', path: paths.figures },
      { label: 'shell.menu.recap', icon: 'newspaper', action: 'recap.view', path: paths.recap },
      {
        label: 'shell.menu.members',
        icon: 'key-round',
        action: 'events.manage-members',
        path: paths.members,
      },
      { label: 'shell.menu.history', icon: 'history', action: 'events.history', path: paths.history },
    ],
  },
];

type Shown = Pick<NonNullable<Shell['event']>, 'groups' | 'sections'>;

/** The menu of an event as this reader may follow it, and the pages beside the one that is open. */
export function eventMenuFor(access: Access, path: string, locale: Locale): Shown {
  const { event } = access;
  const groups = menu.map(({ label, links }) => ({
    label: translate(locale, label),
    links: links
      .filter(({ action }) => can(access, action))
      .map((link) => ({
        href: link.path(event),
        label: translate(locale, link.label),
        icon: link.icon,
        current: isOpen(link, access, path),
        count: hasDoorsOpened(event) ? (link.count?.(event) ?? '') : '',
      })),
  }));
  return {
    groups: groups.filter(({ links }) => links.length > 0),
    sections: sectionsFor(access, path, locale),
  };
}

/** Before that nothing can have happened at them, and nobody has to ask. */
function hasDoorsOpened({ state }: Access['event']): boolean {
  return state === 'live' || state === 'closed';
}

/** Whether the page is this one or below it. */
export function isWithin(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

function isOpen(link: MenuLink, { event }: Access, path: string): boolean {
  // Everything of an event is below its overview.
  if (link.path(event) === paths.event(event)) return path === paths.event(event);
  return [link, ...(link.sections ?? [])].some((place) => isWithin(path, place.path(event)));
}

function sectionsFor(access: Access, path: string, locale: Locale): Shown['sections'] {
  const { event } = access;
  const places = menu
    .flatMap(({ links }) => links.flatMap(({ sections }) => (sections ? [sections] : [])))
    .find((sections) => sections.some((place) => place.path(event) === path));
  return (places ?? [])
    .filter(({ action }) => can(access, action))
    .map((place) => ({
      href: place.path(event),
      label: translate(locale, place.label),
      current: place.path(event) === path,
    }));
}
