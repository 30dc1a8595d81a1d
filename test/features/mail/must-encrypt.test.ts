import { once } from 'node:events';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import { checkServer } from '../../../server/features/deliverability/check-server.ts';
import { mustEncrypt } from '../../../server/features/mail/must-encrypt.ts';
import { smtpTransport } from '../../../server/features/mail/smtp-transport.ts';

/** Reached without a name server, and by an address that does not say that it is this machine. */
const elsewhere = '0.0.0.0';

describe('the password of the mail server', () => {
  const heard: string[] = [];
  let server: SMTPServer;
  let port: number;
  before(async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      logger: false,
      allowInsecureAuth: true,
      closeTimeout: 100,
      onAuth({ password }, _session, done) {
        heard.push(password ?? '');
        done(null, { user: 'rostrum' });
      },
      onData(stream, _session, done) {
        stream.resume().on('end', () => done());
      },
    });
    server.on('error', () => undefined);
    const listening = server.listen(0, elsewhere);
    await once(listening, 'listening');
    const address = listening.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  beforeEach(() => heard.splice(0));

  async function send(host: string, options = '') {
    const transport = smtpTransport(`smtp://rostrum:secret@${host}:${port}${options}`);
    const letter = { from: 'a@example.org', to: 'b@example.org', raw: Buffer.from('Subject: x\r\n\r\nx') };
    const watch = { signal: new AbortController().signal, beforeData: () => Promise.resolve() };
    const result = await transport.send(letter, watch);
    transport.close();
    return result.ok;
  }

  it('is not said to another machine in the clear, unless the address of the server asks for it', async () => {
    expect(await send(elsewhere)).to.equal(false);
    expect(heard).to.deep.equal([]);
    expect(await send('127.0.0.1')).to.equal(true);
    expect(await send(elsewhere, '?ignoreTLS=true')).to.equal(true);
    expect(heard).to.deep.equal(['secret', 'secret']);
  });

  it('is not said by the examination either, which says why no mail leaves', async () => {
    const found = await checkServer(`smtp://rostrum:secret@${elsewhere}:${port}`, false);
    expect(found.map(({ check, verdict, found: why }) => [check, verdict, why])).to.deep.equal([
      ['server', 'fault', 'in-clear'],
      ['tls', 'advice', 'open'],
    ]);
    expect(heard).to.deep.equal([]);
  });

  it('needs no encryption on this machine, however it is called', () => {
    for (const host of ['localhost', '127.0.0.1', '127.0.1.1', '::1', '[::1]', undefined])
      expect(mustEncrypt({ host, auth: {} }), String(host)).to.equal(false);
    for (const host of ['mail.example.org', '10.0.0.1', '127.0.0.1.example.org', 'localhost.example.org'])
      expect(mustEncrypt({ host, auth: {} }), host).to.equal(true);
    expect(mustEncrypt({ host: 'mail.example.org' })).to.equal(false);
  });
});
