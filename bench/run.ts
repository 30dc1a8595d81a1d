import { checkInLatency } from './check-in-latency.ts';
import { checkInWrite } from './check-in-write.ts';
import { device } from './device.ts';
import { fanOut } from './fan-out.ts';
import { guestListPages } from './guest-list.ts';
import { lecternOfMany } from './lectern.ts';
import { overviewFigures } from './overview.ts';
import { pages } from './pages.ts';
import { mail } from './mail.ts';
import { importGuests } from './import.ts';
import { reconnectStorm } from './reconnect-storm.ts';
import { rsvp } from './rsvp.ts';
import { seatingOfMany } from './seating.ts';
import { startUp } from './start-up.ts';
import { wave } from './wave.ts';
import type { Row } from './support/measure.ts';
import { printTable } from './support/print.ts';

/**
 * `npm run bench [-- --quick] [name …]`: each workload beside a minimal program in the same call, medians of rounds in
 * turn. Only the ratios mean anything; the machine and the minute decide the rest.
 */
const suite: Record<string, (options: { quick: boolean }) => Promise<Row[]>> = {
  'check-in-write': checkInWrite,
  'check-in-latency': checkInLatency,
  device,
  'fan-out': fanOut,
  'guest-list': guestListPages,
  lectern: lecternOfMany,
  overview: overviewFigures,
  mail,
  pages,
  import: importGuests,
  'reconnect-storm': reconnectStorm,
  rsvp,
  seating: seatingOfMany,
  'start-up': startUp,
  wave,
};

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((word) => !(word in suite));
if (unknown.length) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(suite).join(', ')}.`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, run] of Object.entries(suite)) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.log(`— ${name}`);
  rows.push(...(await run({ quick: words.includes('--quick') })));
}
printTable(rows);
