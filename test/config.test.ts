import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ConfigError, readConfig } from '../server/config.ts';

describe('the environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-config-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const wrong: [variables: Record<string, string>, sentence: string][] = [
    [{ PORT: 'eighty' }, 'PORT must be a port number between 0 and 65535.'],
    [{ PORT: '70000' }, 'PORT must be a port number between 0 and 65535.'],
    [{ BASE_URL: 'events.example.org' }, 'BASE_URL must be an address such as https://events.example.org.'],
    [{ MONGODB_URI: 'localhost:27017' }, 'MONGODB_URI must start with mongodb:// or mongodb+srv://.'],
    [
      { BASE_URL: 'https://events.example.org' },
      'BASE_URL with https needs TRUST_PROXY: the address of the reverse proxy, or loopback when it runs on this machine.',
    ],
    [
      { SMTP_URL: 'mail.example.org' },
      'SMTP_URL must be an address such as smtps://user:password@mail.example.org.',
    ],
    [
      { MAIL_FROM: 'Rostrum events@example.org' },
      'MAIL_FROM must be an address such as Rostrum <events@example.org>.',
    ],
    [{ MAIL_RETRY_MINUTES: '1, soon' }, 'MAIL_RETRY_MINUTES must be minutes such as 1,5,15,30,60,120,240.'],
    [
      { BOUNCE_ADDRESS: 'a-very-long-name-for-bounces@example.org' },
      'BOUNCE_ADDRESS must be an address such as bounces@example.org, with at most 20 characters before the @.',
    ],
    [{ DNS_SERVER: 'dns.example.org' }, 'DNS_SERVER must be an address such as 9.9.9.9.'],
    [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must have at least 32 characters.'],
    [{ ROSTRUM_TIME_ZONE: 'Vũng Tàu' }, 'ROSTRUM_TIME_ZONE must be a time zone such as Asia/Ho_Chi_Minh.'],
    [
      { ROSTRUM_ADMIN_EMAIL: 'admin@example.org' },
      'ROSTRUM_ADMIN_EMAIL and ROSTRUM_ADMIN_PASSWORD go together: set both or neither.',
    ],
    [
      { INBOUND_ADDRESS: 'rsvp@example.org' },
      'INBOUND_ADDRESS needs IMAP_URL or LMTP_LISTEN, which bring its mail.',
    ],
    [
      { LMTP_LISTEN: '127.0.0.1:2424' },
      'IMAP_URL and LMTP_LISTEN need INBOUND_ADDRESS, whose mail they bring.',
    ],
    [{ LMTP_LISTEN: 'here' }, 'LMTP_LISTEN must be 127.0.0.1:2424 or unix:/path/to/socket.'],
    [
      { IMAP_URL: 'pop3://mail.example.org' },
      'IMAP_URL must be an address such as imaps://user:password@mail.example.org/INBOX.',
    ],
  ];
  for (const [variables, sentence] of wrong) {
    it(`says in one sentence what is wrong with ${JSON.stringify(variables)}`, () => {
      expect(() => readConfig(variables))
        .to.throw(ConfigError)
        .with.property('message', sentence);
    });
  }

  it('is complete without any variable, and takes an empty one as not set', () => {
    const { host, port, locale, timeZone, mongodbUri } = readConfig({ PORT: '', MONGODB_URI: '' });

    expect({ host, port, locale, timeZone, mongodbUri }).to.deep.equal({
      host: '127.0.0.1',
      port: 8080,
      locale: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      mongodbUri: null,
    });
  });

  it('keeps its own secret beside the data, another one for each purpose', () => {
    const first = readConfig({ ROSTRUM_DATA: folder });
    const again = readConfig({ ROSTRUM_DATA: folder });

    expect(again.secret('session')).to.equal(first.secret('session'));
    expect(first.secret('guest-link')).not.to.equal(first.secret('session'));
  });

  it('ends the start with that sentence and exit code 1', function () {
    const started = spawnSync(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: { ...process.env, PORT: 'eighty', ROSTRUM_DATA: folder },
      encoding: 'utf8',
    });

    expect(started.status).to.equal(1);
    expect(started.stderr.trim()).to.equal('PORT must be a port number between 0 and 65535.');
    expect(started.stdout).to.equal('');
  });

  it('ends the start in one sentence when the first administrator would have a weak password', function () {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: {
        ...process.env,
        PORT: '0',
        ROSTRUM_DATA: folder,
        ROSTRUM_ADMIN_EMAIL: 'admin@example.org',
        ROSTRUM_ADMIN_PASSWORD: 'aaaaaaaaaaaaaaaaaaaa',
      },
      encoding: 'utf8',
    });

    expect(status).to.equal(1);
    expect(stderr.trim()).to.match(/^ROSTRUM_ADMIN_PASSWORD is refused: [^\n]+$/);
    expect(stdout).to.equal('');
  });
});
