import type { Locale } from '../../contract/locales.ts';

export interface Shown {
  /** Addresses of the live event, one of its mails, an invitation and a door. */
  event: string;
  mail: string;
  invitation: string;
  door: string;
}

export interface Picture {
  name: string;
  path: string;
  as: 'organiser' | 'nobody';
  width: number;
  theme?: 'light' | 'dark';
  locale?: Locale;
}

type Subject = Pick<Picture, 'name' | 'path' | 'as'>;

const widths = [360, 768, 1440];
/** Pages whose other languages and dark look are shown too. */
const inOtherLanguages = ['overview', 'agenda', 'console', 'screen-now', 'invitation', 'statement'];
const inTheDark = ['home', 'overview', 'guests', 'agenda', 'invitation'];

/** Every main page at three widths in Vietnamese, some in English and Russian, some in the dark. */
export function pictures(shown: Shown): Picture[] {
  const all = [...officeSubjects(shown), ...guestSubjects(shown)];
  // First what fills up while the demo runs: a hall with everybody in it tells less.
  const moving = all.filter(({ name }) => /^(console|screen|attendance|overview|home|door$)/.test(name));
  const subjects = [...moving, ...all.filter((subject) => !moving.includes(subject))];
  return subjects.flatMap((subject) => [
    ...widths.map((width) => ({ ...subject, width })),
    ...(inTheDark.includes(subject.name) ? [{ ...subject, width: 1440, theme: 'dark' as const }] : []),
    ...(inOtherLanguages.includes(subject.name)
      ? (['en', 'ru'] as const).map((locale) => ({ ...subject, width: 1440, locale }))
      : []),
  ]);
}

function officeSubjects({ event, mail }: Shown): Subject[] {
  const inEvent: [string, string][] = [
    ['overview', ''],
    ['details', '/edit'],
    ['guests', '/guests'],
    ['guest-new', '/guests/new'],
    ['agenda', '/agenda'],
    ['programme', '/agenda/print'],
    ['invitations', '/invitations'],
    ['guest-import', '/guests/imports/new'],
    ['nominations-ask', '/nominations/new'],
    ['letter', '/invitations/letters/invitation'],
    ['send', '/invitations/waves/new?kind=reminder'],
    ['waves', '/invitations/waves'],
    ['formal-letter', '/formal-letters'],
    ['hall', '/seating/plan?preset=hall'],
    ['mailbox', '/mail'],
    ['attendance', '/attendance'],
    ['statement', '/statement'],
    ['doors', '/doors'],
    ['awards', '/awards'],
    ['figures', '/figures'],
    ['recap-edit', '/recap'],
    ['members', '/members'],
    ['history', '/history'],
    ['console', '/console'],
    ['console-awards', '/console?tab=awards'],
    ['screen-welcome', '/screen?scene=welcome&greet=0'],
    ['screen-now', '/screen?scene=now&greet=0'],
    ['screen-count', '/screen?scene=count&greet=0'],
  ];
  const inOffice: [string, string][] = [
    ['home', '/'],
    ['events', '/events'],
    ['event-new', '/events/new'],
    ['import', '/events/import'],
    ['directory', '/directory'],
    ['organisations', '/organisations'],
    ['users', '/users'],
    ['profile', '/profile'],
    ['api', '/api'],
    ['mail', mail],
  ];
  const all = [...inOffice, ...inEvent.map(([name, path]): [string, string] => [name, event + path])];
  return all.map(([name, path]) => ({ name, path, as: 'organiser' }));
}

function guestSubjects({ event, invitation, door }: Shown): Subject[] {
  const site = event.replace('/events/', '/e/');
  const all: [string, string][] = [
    ['landing', '/'],
    ['sign-in', '/sign-in'],
    ['public-event', site],
    ['public-programme', `${site}/programme`],
    ['public-recap', '/e/year-end-review-2019/recap'],
    ['invitation', invitation],
    ['door', door],
  ];
  return all.map(([name, path]) => ({ name, path, as: 'nobody' }));
}
