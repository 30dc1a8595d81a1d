import type { Types } from 'mongoose';
import type { Page } from 'playwright-core';
import { Awards } from '../../models/award.ts';
import { Contacts } from '../../models/contact.ts';
import { Events } from '../../models/event.ts';
import { Guests } from '../../models/guest.ts';
import { Organisations } from '../../models/organisation.ts';
import { OutboxMails } from '../../models/outbox-mail.ts';
import { Waves } from '../../models/wave.ts';
import { mailKindOf } from '../../server/features/letters/letter-orders.ts';
import { paths } from '../../server/paths.ts';
import { badgePages } from './badges-scene.ts';
import type { ImportsScene } from './imports-scene.ts';
import { livePages, type LiveScene } from './live-scene.ts';
import { nominationPages, type NominationsScene } from './nominations-scene.ts';

/** What the addresses of the pages are made of. */
export interface Scene {
  imports: ImportsScene;
  units: NominationsScene;
  live: LiveScene;
  event: { slug: string };
  guest: Types.ObjectId;
  contact: Types.ObjectId;
  organisation: Types.ObjectId;
  award: Types.ObjectId;
  user: Types.ObjectId;
  item: string;
  mail: string;
  wave: Types.ObjectId;
  /** Personal link of a guest who was invited and has not answered. */
  invitation: string;
  /** Personal link of somebody who answers for several guests. */
  secretary: string;
  /** What stands in the mail's header for one click. */
  unsubscribe: string;
  doors: { gate: string; profile: string };
  reset: string;
  signIn: string;
}

export interface Visit {
  /** Whose browser: the organiser's, or one without an account. */
  as: 'organiser' | 'nobody';
  go: string | ((page: Page, open: (path: string) => Promise<unknown>) => Promise<void>);
  /** The status the page answers with when it is not 200. */
  status?: number;
}

const office = (go: Visit['go']): Visit => ({ as: 'organiser', go });
const anybody = (go: Visit['go'], status = 200): Visit => ({ as: 'nobody', go, status });

/** Every page of the product by its view, and the way to it. */
export function allPages(scene: Scene): Record<string, Visit[]> {
  return {
    ...accountPages(scene),
    ...officePages(scene),
    ...eventPages(scene),
    ...importPages(scene),
    ...guestPages(scene),
    ...nominationPages(scene.units),
    ...badgePages(scene.event),
    ...livePages(scene.event, scene.live),
  };
}

function accountPages({ user, reset, signIn }: Scene): Record<string, Visit[]> {
  return {
    'home/landing': [anybody(paths.home)],
    'home/dashboard': [office(paths.home)],
    'api/index': [office(paths.apiGuide)],
    'users/sign-in': [anybody(paths.signIn)],
    'users/link': [anybody(paths.signInByLink(signIn))],
    'users/forgot': [anybody(paths.forgotPassword)],
    'users/forgot-sent': [
      anybody(async (page, open) => {
        await open(paths.forgotPassword);
        await page.fill('[name=email]', 'nobody@example.org');
        await submit(page);
      }),
    ],
    'users/reset': [anybody(paths.resetPassword(reset))],
    'users/index': [office(paths.users)],
    'users/new': [office(paths.newUser)],
    'users/created': [
      office(async (page, open) => {
        await open(paths.newUser);
        await page.fill('[name=name]', 'Nguyễn Văn Mới');
        await page.fill('[name=email]', `moi-${Date.now()}@example.org`);
        await submit(page);
      }),
    ],
    'users/edit': [office(paths.user(user))],
    'users/profile': [office(paths.profile)],
  };
}

function officePages({ contact, organisation }: Scene): Record<string, Visit[]> {
  return {
    'directory/contacts': [office(paths.contacts), office(`${paths.contacts}?q=zzzz`)],
    'directory/contact': [office(paths.contact(contact))],
    'directory/contact-form': [office(paths.newContact), office(paths.editContact(contact))],
    'directory/organisations': [office(paths.organisations)],
    'directory/organisation': [office(paths.organisation(organisation))],
    'directory/organisation-form': [
      office(paths.newOrganisation),
      office(paths.editOrganisation(organisation)),
    ],
    'deliverability/index': [office(paths.deliverability)],
    'mail/stop-list': [office(paths.stopList)],
    'events/index': [office(paths.events)],
    'events/new': [office(paths.newEvent)],
    'exchange/import': [office(paths.importEvent)],
  };
}

function eventPages({ event, guest, award, item, mail, wave, doors }: Scene): Record<string, Visit[]> {
  return {
    'events/show': [office(paths.event(event))],
    'events/edit': [office(paths.editEvent(event))],
    'events/sessions': [office(paths.eventSessions(event))],
    'events/categories': [office(paths.eventCategories(event))],
    'exchange/clone': [office(paths.cloneEvent(event))],
    'users/members': [office(paths.members(event))],
    'audit/index': [office(paths.history(event))],
    'guests/index': [office(paths.guests(event)), office(`${paths.guests(event)}?guest=${String(guest)}`)],
    'guests/show': [office(paths.guest(event, guest))],
    'guests/form': [office(paths.newGuest(event)), office(paths.editGuest(event, guest))],
    'guests/from-directory': [office(paths.guestsFromDirectory(event))],
    'guests/delegations': [office(paths.delegations(event))],
    'agenda/index': [office(paths.agenda(event))],
    'agenda/form': [office(paths.newAgendaItem(event)), office(paths.agendaItem(event, item))],
    'agenda/programme': [office(paths.programme(event))],
    'invitations/index': [office(paths.invitations(event))],
    'letters/index': [office(paths.letters(event))],
    'letters/edit': [office(paths.letter(event, 'invitation')), office(paths.letter(event, 'pass'))],
    'letters/preview': [office(paths.letterPreview(event, 'reminder'))],
    'letters/waves': [office(paths.waves(event))],
    'letters/review': [
      office(paths.newWave(event)),
      office(`${paths.newWave(event)}?kind=invitation&channel=phone`),
      office(`${paths.newWave(event)}?kind=announcement&who=wave&how=before`),
    ],
    'letters/exceptions': [
      office(`${paths.waveExceptions(event)}?kind=invitation&who=everybody&why=no-answer`),
    ],
    'letters/wave': [office(paths.wave(event, wave))],
    'letters/sheet': [office(paths.waveSheet(event, wave))],
    'invitations/reply-form': [office(paths.replyForm(event))],
    'invitations/answers': [office(paths.answers(event))],
    'invitations/secretaries': [office(paths.secretaries(event))],
    'substitutes/index': [office(paths.substitutes(event))],
    'invitations/record': [office(paths.recordAnswer(event, guest))],
    'invitations/passes': [office(paths.passPrinting(event)), office(`${paths.passPrinting(event)}?q=zzzz`)],
    'replies/index': [office(paths.replies(event)), office(`${paths.replies(event)}?tab=done`)],
    'mail/index': [office(paths.mailbox(event)), office(paths.officeMailbox)],
    'formal-letters/index': [office(paths.formalLetters(event))],
    'seating/index': [office(paths.seating(event))],
    'seating/plan': [office(paths.seatingPlan(event)), office(`${paths.seatingPlan(event)}?preset=hall`)],
    'seating/automatic': [office(paths.automaticSeating(event))],
    'mail/show': [office(paths.mail(event, mail))],
    'awards/index': [office(paths.awards(event))],
    'awards/form': [office(paths.newAward(event)), office(paths.award(event, award))],
    'attendance/door': [office(paths.door(event))],
    'door-plan/index': [office(paths.doorPlan(event))],
    'door-plan/list': [office(paths.newDoorList(event)), office(paths.doorList(event, 'meal'))],
    'door-plan/gate': [office(paths.newGate(event)), office(paths.gate(event, doors.gate))],
    'door-plan/profile': [
      office(paths.newDoorProfile(event)),
      office(paths.doorProfile(event, doors.profile)),
    ],
    'doors/index': [office(paths.doors(event))],
    'door-app/index': [
      anybody(async (page, open) => {
        await open(paths.doorApp);
        await page.locator('h1').waitFor();
      }),
    ],
    'doors/link': [office((page, open) => enrol(page, () => open(paths.doors(event))))],
    'recap/figures': [office(paths.figures(event))],
    'recap/figures-form': [office(paths.editFigures(event))],
    'recap/form': [office(paths.recap(event))],
    'stage/console': [office(paths.console(event)), office(`${paths.console(event)}?tab=awards`)],
    'screens/screen': ['auto', 'welcome', 'now', 'count', 'black'].map((scene) =>
      office(`${paths.screen(event)}?scene=${scene}`),
    ),
  };
}

function importPages({ event, imports: { draft, written, twins } }: Scene): Record<string, Visit[]> {
  return {
    'directory/duplicates': [office(paths.duplicateContacts)],
    'directory/merge': [office(`${paths.mergeContacts(twins[0])}?other=${String(twins[1])}`)],
    'imports/index': [office(paths.guestImports(event))],
    'imports/new': [office(paths.newGuestImport(event))],
    'imports/columns': [office(paths.importColumns(event, draft))],
    'imports/rows': [
      office(paths.importRows(event, draft)),
      office(`${paths.importRows(event, draft)}?show=open`),
    ],
    'imports/summary': [office(paths.importSummary(event, draft))],
    'imports/show': [office(paths.guestImport(event, written))],
  };
}

function guestPages({ event, invitation, unsubscribe, secretary }: Scene): Record<string, Visit[]> {
  const choice = (kind: string): Visit =>
    anybody(async (page, open) => {
      await open(invitation);
      await page.locator(`[data-kind=${kind}]`).click();
      await page.locator('.reply-form').waitFor();
    });
  return {
    'recap/article': [anybody(paths.publicRecap({ slug: 'year-end-review-2019' }))],
    'events/public': [anybody(paths.publicEvent(event))],
    'agenda/public': [anybody(paths.publicProgramme(event))],
    'mail/unsubscribe': [anybody(paths.unsubscribe(unsubscribe))],
    'invitations/secretary': [anybody(secretary)],
    'invitations/lost': [anybody(paths.answerLink('nothing'), 404)],
    'invitations/invitation': [anybody(invitation)],
    'invitations/reply': ['attending', 'declined', 'substitute'].map(choice),
    'invitations/done': [
      anybody(async (page, open) => {
        await open(invitation);
        await page.locator('[data-kind=attending]').click();
        await page.locator('.reply-form button.button-primary').click();
        await page.locator('.pass-typed').waitFor();
      }),
    ],
    'invitations/pass': [
      anybody(async (page, open) => {
        await open(invitation);
        const attending = page.locator('[data-kind=attending]');
        if ((await attending.count()) > 0) {
          await attending.click();
          await page.locator('.reply-form button.button-primary').click();
        }
        await page.locator('.pass-typed').waitFor();
        await open(paths.passPage);
      }),
    ],
  };
}

async function enrol(page: Page, open: () => Promise<unknown>): Promise<void> {
  await open();
  await page.fill('[name=name]', 'Cửa phụ');
  await page.fill('[name=until]', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
  await page.locator('.doors-add button.button-primary').click();
  await page.locator('#door-link').waitFor();
}

async function submit(page: Page): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  await page.getByRole('main').locator('form button.button-primary').first().click();
  await answered;
}

/** Any record of each kind that the pages of one event are about. */
export async function findRecords(slug: string) {
  const event = await Events.findOne({ slug }).orFail().lean();
  const [guest, award, mail, wave, contact, organisation] = await Promise.all([
    Guests.findOne({ event: event._id }).orFail().lean(),
    Awards.findOne({ event: event._id }).orFail().lean(),
    OutboxMails.findOne({ event: event._id, kind: mailKindOf('invitation') })
      .orFail()
      .lean(),
    Waves.findOne({ event: event._id }).orFail().lean(),
    Contacts.findOne().orFail().lean(),
    Organisations.findOne().orFail().lean(),
  ]);
  return { event, guest, award, mail, wave, contact, organisation };
}
