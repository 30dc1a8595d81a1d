import { type Guest, Guests } from '../models/guest.ts';
import { readConfig } from '../server/config.ts';
import { guestToken, linkHash } from '../server/features/invitations/guest-link.ts';
import { paths } from '../server/paths.ts';
import { type Reply, send } from './support/client.ts';
import { alternate, median, rate, type Row, row } from './support/measure.ts';
import { updatesOneByOne } from './support/raw-updates.ts';
import { seedEvent, seedGuests } from './support/seed.ts';
import { openSite, SECRET, type Site } from './support/site.ts';

const CLIENTS = 16;
const ROUNDS = 3;
const REVISION = 1;

/** B11: sixteen guests at a time follow their link and confirm an answer, in lists of growing length. */
export async function rsvp({ quick }: { quick: boolean }): Promise<Row[]> {
  const answers = quick ? 150 : 400;
  const sizes = quick ? [100, 10_000] : [100, 1000, 10_000];
  const tokens = new Map<number, string[]>();
  const site = await openSite(async () => {
    for (const size of sizes) tokens.set(size, await seedInvited(size, answers * (ROUNDS + 1)));
  });
  const perSecond = new Map<number, number[]>();
  const rows: Row[] = [];
  for (const [size, links] of tokens) {
    const round = (number: number): Promise<number> =>
      rate(answers, CLIENTS, (index) => answer(site, links[number * answers + index] ?? ''));
    await round(ROUNDS);
    const measured = await alternate(ROUNDS, {
      limit: () => updatesOneByOne(answers * 2, CLIENTS),
      app: round,
    });
    perSecond.set(size, measured.app);
    rows.push(
      row(
        `B11 answers by link, ${size} guests`,
        { ...measured, unit: '/s' },
        { kind: 'at-least', value: 0.35 },
      ),
    );
  }
  const given = await Guests.countDocuments({ 'answer.kind': 'attending', standing: 'attending' });
  await site.close();
  const expected = sizes.length * answers * (ROUNDS + 1);
  if (given !== expected) throw new Error(`${given} answers are recorded, not ${expected}`);
  return [...rows, growth(perSecond)];
}

/** Slope 0.1 over two decades of guests, as a share of the rate with few. */
function growth(perSecond: ReadonlyMap<number, readonly number[]>): Row {
  const [few = [], many = []] = [[...perSecond.values()][0], [...perSecond.values()].at(-1)];
  const measured = { app: [median(many)], limit: [median(few)], unit: '/s' };
  return row('B11 many guests, against few', measured, { kind: 'at-least', value: 0.63 });
}

/** The links of as many guests as asked for, in events of the given size. */
async function seedInvited(size: number, wanted: number): Promise<string[]> {
  const key = readConfig({ SESSION_SECRET: SECRET }).secret('guest-link');
  const links: string[] = [];
  for (let number = 0; links.length < wanted; number += 1) {
    const event = await seedEvent(`bench-rsvp-${size}-${number}`);
    const guests = await seedGuests(event, size, (guest) => invited(key, guest));
    links.push(...guests.map((guest) => guestToken(key, guest, REVISION)));
  }
  return links.slice(0, wanted);
}

function invited(key: string, guest: Guest): Guest {
  const invitation = {
    linkRevision: REVISION,
    linkHash: linkHash(key, guest, REVISION),
    uid: `${String(guest._id)}@bench.example`,
    sequence: 0,
    wave: 1,
    sentAt: new Date(),
  };
  return { ...guest, standing: 'no-answer', invitation };
}

/** What a browser does between the button in the mail and the recorded answer. */
async function answer(site: Site, token: string): Promise<void> {
  const opened = await send(`${site.url}${paths.answerLink(token)}?a=attending`);
  const form = await send(`${site.url}${String(opened.headers['location'])}`, {
    headers: { cookie: cookiesOf(opened) },
  });
  const fields = { kind: 'attending', nonce: fieldIn(form, 'nonce'), csrf: fieldIn(form, 'csrf') };
  const confirmed = await send(`${site.url}${paths.answerConfirm}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie: [cookiesOf(opened), cookiesOf(form)].filter(Boolean).join('; '),
    },
  });
  if (confirmed.status !== 303 || confirmed.headers['location'] !== paths.answerDone)
    throw new Error(`An answer was not taken: ${confirmed.status} ${confirmed.body}`);
}

function cookiesOf({ headers }: Reply): string {
  const set = headers['set-cookie'];
  return (Array.isArray(set) ? set : []).map((each) => each.split(';')[0]).join('; ');
}

function fieldIn({ body }: Reply, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
}
