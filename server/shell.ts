import type { Request, Response } from 'express';
import { type Locale, locales } from '../contract/locales.ts';
import { inLocale } from '../contract/localised.ts';
import type { MessageKey } from '../locales/keys.ts';
import { type Access, can } from './features/access/access.ts';
import type { Action } from './features/access/permissions.ts';
import { eventMenuFor, isWithin } from './event-menu.ts';
import { paths } from './paths.ts';
import { localeOf } from './platform/http/locale.ts';
import { formatDateRange } from './platform/i18n/format.ts';
import { translate } from './platform/i18n/translate.ts';
import type { Shell } from './platform/views/shell.ts';

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
    current: !res.locals.access && isWithin(req.path, href),
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
    ...eventMenuFor(access, req.path, locale),
    action: nextAction(access, res),
  };
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
