import { once } from 'node:events';
import { type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express, { type NextFunction, type Request, type Response } from 'express';
import { AppError } from '../../../server/platform/errors.ts';
import { receiveUpload } from '../../../server/platform/http/upload.ts';

const LARGEST = 1_000_000;

describe('a form with a file', () => {
  let server: Server;
  before(async () => {
    const app = express();
    const tooLarge = () => new AppError(413, 'exchange.problem.too-large', { megabytes: 1 });
    app.post('/', receiveUpload({ field: 'file', largest: LARGEST, tooLarge }), (req, res) => {
      res.json({ file: req.file?.size ?? 0, fields: Object.keys(req.body ?? {}) });
    });
    app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
      if (!(error instanceof AppError)) return next(error);
      res.status(error.status).send(error.code);
    });
    server = app.listen(0);
    await once(server, 'listening');
  });
  after(() => server.close());

  /** Sends parts one after the other without saying how much will come. */
  async function send(parts: readonly [name: string, content: string][]): Promise<string> {
    const { port } = server.address() as AddressInfo;
    const headers = { 'content-type': 'multipart/form-data; boundary=here', 'transfer-encoding': 'chunked' };
    const sent = request({ port, method: 'POST', headers });
    // Whoever sends too much is hung up on while still sending.
    sent.on('error', () => undefined);
    const answered = new Promise<IncomingMessage>((resolve) => sent.once('response', resolve));
    for (const [name, content] of parts) {
      const filename = name === 'file' ? '; filename="list.csv"' : '';
      sent.write(`--here\r\ncontent-disposition: form-data; name="${name}"${filename}\r\n\r\n${content}\r\n`);
    }
    sent.end('--here--\r\n');
    const reply = await answered;
    return `${reply.statusCode} ${(await reply.toArray()).join('')}`;
  }

  it('is taken apart', async () => {
    const answer = await send([
      ['csrf', 'token'],
      ['file', 'x'.repeat(LARGEST)],
    ]);
    expect(answer).to.equal(`200 {"file":${LARGEST},"fields":["csrf"]}`);
  });

  it('is refused as too large when one part, or all of them together, have more than a file may', async () => {
    const part = (name: string, size: number): [string, string] => [name, 'x'.repeat(size)];
    const tooLarge = '413 exchange.problem.too-large';
    expect(await send([part('file', LARGEST + 1)])).to.equal(tooLarge);
    expect(await send([part('text', LARGEST + 1)])).to.equal(tooLarge);
    expect(await send(['a', 'b', 'c', 'd'].map((name) => part(name, LARGEST * 0.6)))).to.equal(tooLarge);
  });

  it('is refused when it has more parts than a form of ours', async () => {
    const parts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name): [string, string] => [name, '1']);
    expect(await send(parts)).to.equal('413 errors.too-large');
  });
});
