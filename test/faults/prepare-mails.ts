import { type Types } from 'mongoose';
import { readConfig } from '../../server/config.ts';
import { addressKey } from '../../server/features/mail/address-key.ts';
import { enqueueMail, type MailOrder } from '../../server/features/mail/enqueue-mail.ts';
import { suppress } from '../../server/features/mail/suppress.ts';
import { repair } from '../../server/repair.ts';
import { makeEvent } from '../support/factories.ts';
import { withDataFolder } from './with-data-folder.ts';

/** Run as a process of its own: an outbox full of mails to many domains, a few of whose addresses want nothing. */
const [folder = '', mails = '0'] = process.argv.slice(2);
const DOMAINS = 40;
const { secret } = readConfig({ ROSTRUM_DATA: folder });

await withDataFolder(folder, async () => {
  const event = await makeEvent({ slug: 'chaos', state: 'published' });
  const orders = Array.from({ length: Number(mails) }, (_, place) => order(place, event._id));
  const stopped = orders.filter((_, place) => place % 20 === 7);
  for (const { to } of stopped) {
    await suppress({ scope: 'hard', key: addressKey({ secret: secret('mail') }, to.address), hint: '•••' });
  }
  for (let from = 0; from < orders.length; from += 500) await enqueueMail(...orders.slice(from, from + 500));
  await repair();
  process.stdout.write(
    JSON.stringify({
      wanted: orders.filter((each) => !stopped.includes(each)).map(({ to }) => to.address),
      stopped: stopped.map(({ to }) => to.address),
    }),
  );
});

function order(place: number, event: Types.ObjectId): MailOrder {
  return {
    id: `chaos:${place}`,
    kind: 'deliverability.trial',
    purpose: place % 2 === 0 ? 'campaign' : 'service',
    locale: 'vi',
    event,
    to: { name: `Nguyễn Văn ${place}`, address: `guest-${place}@domain-${place % DOMAINS}.example` },
    from: { name: 'Ban tổ chức', address: 'rsvp@example.org' },
  };
}
