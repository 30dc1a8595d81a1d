import { createServer as createHttp, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { MongoClient } from 'mongodb';

/** The floor of a check-in: node:http, one journaled update by the raw driver, prepared bytes to bare sockets. */
const [, , uri = '', database = ''] = process.argv;
const client = await new MongoClient(uri).connect();
const rows = client.db(database).collection<{ _id: number; at: Date | null }>('bench-floor');
const viewers = new Set<Socket>();
const live = createServer((socket) => void viewers.add(socket));
const line = Buffer.from(
  `${JSON.stringify({ guest: '65f000000000000000000000', name: 'Nguyễn Thị Ngọc Huyền' })}\n`,
);

const http = createHttp((req, res) => void admit(Number(req.url?.slice(1)), res));

async function admit(_id: number, res: ServerResponse): Promise<void> {
  const options = { writeConcern: { w: 1, j: true } } as const;
  const found = await rows.findOneAndUpdate({ _id, at: null }, { $set: { at: new Date() } }, options);
  res.end(JSON.stringify({ verdict: found ? 'welcome' : 'already-here' }));
  for (const viewer of viewers) viewer.write(line);
}

live.listen(0, '127.0.0.1', () => {
  http.listen(0, '127.0.0.1', () => {
    const portOf = (server: { address(): string | AddressInfo | null }): number =>
      (server.address() as AddressInfo).port;
    process.send?.({ port: portOf(http), livePort: portOf(live) });
  });
});
