import type { Request, Response } from 'express';
import { type Locale, locales } from '../contract/locales.ts';
import { inLocale } from '../contract/localised.ts';
import type { MessageKey } from '../locales/keys.ts';
import { type Access, can } from './features/access/access.ts';
import type { Action } from './features/access/permissions.ts';
import { paths } from './paths.ts';
import { localeOf } from './platform/http/locale.ts';
import { formatDateRange } from './platform/i18n/format.ts';
import { translate } from './platform/i18n/translate.ts';
import type { Shell } from './platform/views/shell.ts';

interface MenuLink {
  label: MessageKey;
  icon: string;
  action: Action;
  path: (event: { slug: string }) => string;
}

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
      { label: 'shell.menu.invitations', icon: 'send', action: 'invitations.view', path: paths.invitations },
      {
        label: 'shell.menu.formal-letters',
        icon: 'file-text',
        action: 'invitations.send',
        path: paths.formalLetters,
      },
      { label: 'shell.menu.seating', icon: 'armchair', action: 'seating.view', path: paths.seating },
      {
        label: 'shell.menu.reply-form',
        icon: 'clipboard-list',
        action: 'invitations.edit',
        path: paths.replyForm,
      },
      {
        label: 'shell.menu.secretaries',
        icon: 'contact',
        action: 'guests.view-contact-details',
        path: paths.secretaries,
      },
      {
        label: 'shell.menu.substitutes',
        icon: 'replace',
        action: 'substitutes.view',
        path: paths.substitutes,
      },
      {
        label: 'shell.menu.replies',
        icon: 'mail-question-mark',
        action: 'invitations.record-answer',
        path: paths.replies,
      },
      { label: 'shell.menu.mail', icon: 'mail', action: 'mail.view', path: paths.mailbox },
    ],
  },
  {
    label: 'shell.phase.run',
    links: [
      { label: 'shell.menu.doors', icon: 'door-open', action: 'attendance.view', path: paths.doors },
      {
        label: 'shell.menu.attendance',
        icon: 'user-check',
        action: 'attendance.view',
        path: paths.attendance,
      },
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

/** The frame around every page: language, account, messages, and the menu of the event one is in. */
export function shellFor(req: Request, res: Response, title: string): Shell {
  const locale = localeOf(res);
  const access = res.locals.access;
  return {
    title: titleIn(access, title, locale),
    appName: 'Rostrum',
    url: req.originalUrl,
    languages: locales.map((each) => ({
      locale: each,
      label: translate(locale, `shell.language.${each}`),
      href: withLanguage(req, each),
      current: each === locale,
    })),
    user: userOf(req),
    flash: takeFlash(req),
    event: access && access.actor.kind === 'user' ? eventMenu(req, access, res) : null,
    nav: officeMenu(req, res),
    stream: access ? access.event.slug : null,
    paths: { home: paths.home, signIn: paths.signIn, signOut: paths.signOut, profile: paths.profile },
  };
}

/** Two events open in two tabs are told apart by their name. */
function titleIn(access: Access | undefined, title: string, locale: Locale): string {
  const event = access ? inLocale(access.event.title, locale) : '';
  return title.includes(event) ? title : `${title} · ${event}`;
}

function withLanguage(req: Request, locale: string): string {
  const [path = '', query = ''] = req.originalUrl.split('?', 2);
  const search = new URLSearchParams(query);
  search.set('lang', locale);
  // Whatever was asked for, the link stays on this site: two slashes would name another one.
  return `${path.replace(/^[^/]*[/\\]+/, '/')}?${search.toString()}`;
}

function userOf(req: Request): Shell['user'] {
  if (!req.user) return null;
  const initials = req.user.name.split(/\s+/).map((word) => word.charAt(0));
  return {
    name: req.user.name,
    initials: [initials.at(0), initials.length > 1 ? initials.at(-1) : ''].join('').toUpperCase(),
    isAdministrator: req.user.role === 'administrator',
  };
}

/** Shown once: reading it takes it away. */
function takeFlash(req: Request): Shell['flash'] {
  const flash = req.session?.flash ?? null;
  if (flash) delete req.session.flash;
  return flash;
}

function officeMenu(req: Request, res: Response): Shell['nav'] {
  if (!req.user) return [];
  const link = (label: MessageKey, icon: string, href: string) => ({
    label: translate(localeOf(res), label),
    icon,
    href,
    current: !res.locals.access && isCurrent(req.path, href, ''),
  });
  return [
    link('shell.nav.events', 'calendar-days', paths.events),
    link('shell.nav.contacts', 'contact', paths.contacts),
    link('shell.nav.organisations', 'building-2', paths.organisations),
    ...(req.user.role === 'administrator'
      ? [
          link('shell.nav.delivery', 'send', paths.deliverability),
          link('shell.nav.users', 'shield', paths.users),
        ]
      : []),
  ];
}

function eventMenu(req: Request, access: Access, res: Response): NonNullable<Shell['event']> {
  const { event } = access;
  const locale = localeOf(res);
  return {
    title: inLocale(event.title, locale),
    href: paths.event(event),
    when: formatDateRange(locale, event.days),
    state: event.state,
    stateLabel: translate(locale, `states.event.${event.state}`),
    groups: menu
      .map((group) => ({
        label: translate(locale, group.label),
        links: group.links
          .filter((link) => can(access, link.action))
          .map((link) => ({
            href: link.path(event),
            label: translate(locale, link.label),
            icon: link.icon,
            current: isCurrent(req.path, link.path(event), paths.event(event)),
          })),
      }))
      .filter((group) => group.links.length > 0),
    action: nextAction(access, res),
  };
}

function isCurrent(path: string, href: string, overview: string): boolean {
  return path === href || (href !== overview && path.startsWith(`${href}/`));
}

/** The one thing to do next, by phase. */
function nextAction(access: Access, res: Response): NonNullable<Shell['event']>['action'] {
  const { event } = access;
  const offer = (label: MessageKey, href: string, action: Action) =>
    can(access, action) ? { label: translate(localeOf(res), label), href } : null;
  switch (event.state) {
    case 'draft':
      return offer('shell.action.publish', `${paths.event(event)}#get-ready`, 'events.change-state');
    case 'published':
      return offer('shell.action.invite', paths.newWave(event), 'invitations.send');
    case 'live':
      return offer('shell.action.console', paths.console(event), 'stage.run');
    case 'closed':
      return offer('shell.action.recap', paths.recap(event), 'recap.edit');
    case 'archived':
      return null;
  }
}
