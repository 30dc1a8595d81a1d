import type { Conference } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import type { Config } from '../config.ts';
import { guestToken } from '../features/invitations/guest-link.ts';
import { createApiToken } from '../features/users/create-api-token.ts';
import { createSignInLink } from '../features/users/create-sign-in-link.ts';
import { addDoor } from '../features/doors/add-door.ts';
import { paths } from '../paths.ts';
import { createLog } from '../platform/log.ts';
import { start } from '../start.ts';
import { beginImport } from './begin-import.ts';
import { loadConferences } from './load-conferences.ts';
import { actorOf, giveRole, hirePeople } from './people.ts';
import { nominate } from './nominate.ts';
import { seatEverybody } from './seat-everybody.ts';
import { asOwner, LIVE, openCustomerConference } from './set-the-scene.ts';
import { simulate } from './simulate.ts';

const ONE_DAY = 24 * 60 * 60 * 1000;

/** Starts the server, loads the conferences, opens the doors, and tells the reader where to look. */
export async function startDemo(config: Config, say: (line: string) => void): Promise<void> {
  const log = createLog({ level: config.logLevel });
  const { url } = await start(config, { log, welcome: false });
  const { organiser, mc } = await hirePeople();
  const actor = actorOf(organiser);
  await loadConferences(actor, LIVE);
  const from = { name: 'Ban Tổ chức', address: 'organiser@rostrum.example' };
  const sender = { from, linkKey: config.secret('guest-link') };
  await nominate(await asOwner(actor, LIVE), sender);
  const event = await openCustomerConference(actor, sender);
  await giveRole(event, mc, 'mc');

  const access = { actor, event, role: 'owner' } as const;
  await seatEverybody(access);
  const until = new Date(Date.now() + ONE_DAY).toISOString().slice(0, 10);
  const door = await addDoor(access, { name: 'Cửa chính', profile: '', until });
  const signIn = async (user: typeof mc, to: string): Promise<string> =>
    url + paths.signInByLink(await createSignInLink(user, { reusable: true, to }));
  const token = await createApiToken({ actor }, { label: 'Demo', days: '30' });

  say(`Rostrum is ready at ${url}`);
  say('');
  say(`  Organiser    ${await signIn(organiser, paths.event(event))}`);
  say(`  MC           ${await signIn(mc, paths.console(event))}`);
  say(`  Door         ${url}${paths.doorLink(door.secret)} (once, within ten minutes)`);
  say(`  Hall screen  ${await signIn(mc, paths.screen(event))}`);
  say(`  A guest      ${url}${await invitationOf(event, config)}`);
  say(`  Everybody    ${url}${paths.publicEvent(event)}`);
  say('');
  say(`  API          curl -H 'Authorization: Bearer ${token}' ${url}${paths.api}/events`);
  say('');
  say(
    'This is a demonstration: guests arrive by themselves until a dozen are left, who are yours to let in, and the',
  );
  say('programme moves on by itself. What "Demo" did in the history is this.');
  say('');
  say('Ctrl+C stops it; everything in it is thrown away.');
  simulate(event, log);
  // Reading a spreadsheet starts a worker, and nobody waits for that.
  await beginImport(access);
}

/** The personal page of somebody who has not answered yet. */
async function invitationOf(event: Conference, config: Config): Promise<string> {
  const guest = await Guests.findOne({ event: event._id, standing: 'no-answer' }).orFail().lean<Guest>();
  const revision = guest.invitation?.linkRevision ?? 1;
  return paths.answerLink(guestToken(config.secret('guest-link'), guest, revision));
}
