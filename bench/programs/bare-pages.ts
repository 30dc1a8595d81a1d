import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Filter, MongoClient, ObjectId } from 'mongodb';

/**
 * The least a page of the desk can be: node:http, one indexed read by the raw driver, rows glued together as text.
 * `/list` shows fifty guests, `/hall` a seat for every second guest.
 */
interface BareGuest {
  event: ObjectId;
  name: { vi: string };
  organisationName: { vi: string };
  position: { vi: string };
  standing: string;
}

const [, , uri = '', database = '', event = ''] = process.argv;
const client = await new MongoClient(uri).connect();
const guests = client.db(database).collection<BareGuest>('guests');
const filter: Filter<BareGuest> = { event: new ObjectId(event) };
const half = Math.floor((await guests.countDocuments(filter)) / 2);

async function listPage(): Promise<string> {
  const projection = { name: 1, organisationName: 1, position: 1, standing: 1 };
  const rows = await guests.find(filter, { projection }).sort({ order: 1, _id: 1 }).limit(50).toArray();
  return `<table>${rows
    .map(
      ({ _id, name, position, organisationName, standing }) =>
        `<tr><td><a href="/guests/${String(_id)}">${name.vi}</a></td><td>${position.vi}</td><td>${organisationName.vi}</td><td>${standing}</td></tr>`,
    )
    .join('')}</table>`;
}

async function hallPage(): Promise<string> {
  const rows = await guests
    .find(filter, { projection: { name: 1 } })
    .sort({ order: 1, _id: 1 })
    .limit(half)
    .toArray();
  const seats = rows.map(
    ({ _id, name }, place) =>
      `<a id="seat-${place}" href="?who=${String(_id)}" aria-label="${name.vi}"><rect x="${(place % 80) * 30}" y="${Math.floor(place / 80) * 30}"/><text>${name.vi.slice(0, 2)}</text></a>`,
  );
  return `<svg>${seats.join('')}</svg>`;
}

const server = createServer((req, res) => void answer(req.url ?? '', res));

async function answer(url: string, res: ServerResponse): Promise<void> {
  const html = url === '/hall' ? await hallPage() : await listPage();
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.end(`<!doctype html><html lang="vi"><body>${html}</body></html>`);
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
