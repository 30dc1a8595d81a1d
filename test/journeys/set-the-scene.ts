import { Guests } from '../../models/guest.ts';
import { type OutboxMail, OutboxMails } from '../../models/outbox-mail.ts';
import { type User, Users } from '../../models/user.ts';
import { actorOf, hirePeople } from '../../server/demo/people.ts';
import { loadConferences } from '../../server/demo/load-conferences.ts';
import { LIVE, openCustomerConference } from '../../server/demo/set-the-scene.ts';
import type { Access } from '../../server/features/access/access.ts';
import { loadAgenda } from '../../server/features/agenda/load-agenda.ts';
import { addDoor } from '../../server/features/doors/add-door.ts';
import { planDoors } from './doors-scene.ts';
import { checkIn } from '../../server/features/attendance/check-in.ts';
import { cueItem } from '../../server/features/stage/cue-item.ts';
import { unsubscribeToken } from '../../server/features/mail/unsubscribe-token.ts';
import { createSignInLink } from '../../server/features/users/create-sign-in-link.ts';
import { mailKindOf } from '../../server/features/letters/letter-orders.ts';
import { paths } from '../../server/paths.ts';
import { hashToken, randomToken } from '../../server/platform/codes.ts';
import type { TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { until } from '../support/until.ts';
import { answersScene } from './answers-scene.ts';
import { deskScene } from './desk-scene.ts';
import { importsScene } from './imports-scene.ts';
import { liveScene } from './live-scene.ts';
import { askSomeUnits } from './nominations-scene.ts';
import { findRecords, type Scene } from './all-pages.ts';

/** The five conferences, one of them in the middle of its first item; the organiser's browser; every address. */
export async function setTheScene(app: TestApp): Promise<{ scene: Scene; organiser: TestClient }> {
  const { organiser: user, mc } = await hirePeople();
  const actor = actorOf(user);
  await loadConferences(actor, LIVE);
  const from = { name: 'Ban Tổ chức', address: 'to.chuc@example.org' };
  const live = await openCustomerConference(actor, { from, linkKey: app.secret('guest-link') });
  const access: Access = { actor, event: live, role: 'owner' };
  const doors = await planDoors(access);
  await addDoor(access, { name: 'Cửa chính', profile: '', until: tomorrow() });
  const organiser = app.as(user);
  await begin(access);

  await until(() => OutboxMails.exists({ kind: mailKindOf('invitation') }));
  const found = await findRecords(live.slug);
  await forgetAnswer(found.mail);
  const answers = await answersScene(access, { from, linkKey: app.secret('guest-link') });
  await deskScene(access, { secret: app.secret('mail') });
  const scene: Scene = {
    imports: await importsScene(access),
    live: await liveScene(access, {
      link: app.secret('guest-link'),
      statement: app.secret('statement'),
    }),
    units: await askSomeUnits(access, app.secret('guest-link')),
    event: live,
    guest: found.guest._id,
    contact: found.contact._id,
    organisation: found.organisation._id,
    award: found.award._id,
    user: mc._id,
    item: (await loadAgenda(live)).items[0]?.id ?? '',
    mail: found.mail._id,
    wave: found.wave._id,
    secretary: answers.secretary,
    invitation: await linkIn(organiser, live, found.mail._id),
    unsubscribe: unsubscribeToken({ secret: app.secret('mail') }, found.mail, null),
    doors,
    reset: await resetTokenOf(mc),
    signIn: await createSignInLink(mc, { reusable: true }),
  };
  return { scene, organiser };
}

/** The guest of this mail has not answered yet. */
async function forgetAnswer(mail: OutboxMail): Promise<void> {
  await Guests.updateOne({ _id: mail.guest }, { $set: { answer: null, standing: 'no-answer' } });
}

/** Some come in, and the first item begins. */
async function begin(access: Access): Promise<void> {
  const coming = await Guests.find({ event: access.event._id, standing: 'attending' }).limit(6).lean();
  for (const { _id } of coming) {
    await checkIn(access, { scanId: `scan-${String(_id)}`, guest: String(_id), method: 'search' });
  }
  const [first] = (await loadAgenda(access.event)).items;
  await cueItem(access, { rev: 0, item: first?.id ?? '' });
}

/** The personal link in a mail, as soon as it was composed. */
function linkIn(client: TestClient, event: { slug: string }, mail: string): Promise<string> {
  return until(async () => {
    const { text } = await client.get(paths.mailBody(event, mail));
    return /\/i\/[\w-]+/.exec(text)?.[0];
  });
}

async function resetTokenOf(user: User): Promise<string> {
  const token = randomToken('reset');
  const reset = { tokenHash: hashToken(token), expires: new Date(Date.now() + 3_600_000) };
  await Users.updateOne({ _id: user._id }, { $set: { reset } });
  return token;
}

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
}
