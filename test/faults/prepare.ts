import { repair } from '../../server/repair.ts';
import { makeEvent, makeGuest, makeStaffToken } from '../support/factories.ts';
import { withDataFolder } from './with-data-folder.ts';

/** Run as a process of its own: fills a data folder with an event, its guests and who stands at its doors, and says what they are. */
const [folder = '', guests = '0', doors = '0'] = process.argv.slice(2);

await withDataFolder(folder, async () => {
  const event = await makeEvent({ slug: 'kill', state: 'live' });
  const codes: string[] = [];
  while (codes.length < Number(guests)) {
    const some = Array.from({ length: 200 }, () => makeGuest({ event: event._id }));
    codes.push(...(await Promise.all(some)).map(({ code }) => code));
  }
  const tokens = await Promise.all(Array.from({ length: Number(doors) }, () => makeStaffToken(event)));
  // Whatever is found afterwards has come from the kills.
  await repair();
  process.stdout.write(JSON.stringify({ slug: event.slug, codes, tokens }));
});
