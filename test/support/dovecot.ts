import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { freePort } from './free-port.ts';
import { programPath } from './program-path.ts';
import { until } from './until.ts';

export interface TestDovecot {
  port: number;
  /** Puts a mail into the inbox, as the server's own delivery does. */
  put(raw: string | Buffer): Promise<void>;
  /** How many mails a folder has. */
  count(folder: string): Promise<number>;
  /** All mails are there, under other numbers: what a restored backup does to a mailbox. */
  numberAnew(): Promise<void>;
  stop(): Promise<void>;
}

const account = { user: 'rsvp', pass: 'secret' };

/** Why there is none to test with; empty when there is one. */
export function withoutDovecot(): string {
  if (!programPath('dovecot')) return 'dovecot is not installed (Debian: dovecot-imapd)';
  return spawnSync('ls', ['/usr/lib/dovecot/imap']).status === 0
    ? ''
    : 'dovecot has no IMAP (Debian: dovecot-imapd)';
}

/** A real Dovecot on a free port, with its files in a folder of its own. */
export async function startDovecot(): Promise<TestDovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-dovecot-'));
  await chmod(folder, 0o777);
  const port = await freePort();
  const file = join(folder, 'dovecot.conf');
  await writeFile(file, settings(folder, port));
  let server = await run(file, port);
  const client = (): Promise<ImapFlow> => signIn(port);

  return {
    port,
    put: async (raw) => {
      const imap = await client();
      await imap.append('INBOX', Buffer.from(raw));
      await imap.logout();
    },
    count: async (name) => {
      const imap = await client();
      const status = await imap.status(name, { messages: true });
      await imap.logout();
      return (status && status.messages) || 0;
    },
    numberAnew: async () => {
      await end(server);
      const box = join(folder, 'mail');
      const known = (await readdir(box)).filter((name) => name.startsWith('dovecot'));
      for (const name of known) await rm(join(box, name), { force: true, recursive: true });
      server = await run(file, port);
    },
    stop: async () => {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(port: number): Promise<ImapFlow> {
  const imap = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: account, logger: false });
  await imap.connect();
  return imap;
}

async function run(file: string, port: number): Promise<ChildProcess> {
  const server = spawn(programPath('dovecot') ?? 'dovecot', ['-F', '-c', file], { stdio: 'ignore' });
  await until(() => answers(port));
  return server;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    setTimeout(() => socket.destroy(), 1_000).unref();
  });
}

/** As root it changes to the users its package made; otherwise everything runs as whoever runs the test. */
function settings(folder: string, port: number): string {
  const { uid, gid, username } = userInfo();
  const group = spawnSync('id', ['-gn']).stdout.toString().trim();
  const isRoot = uid === 0;
  const owner = isRoot ? idOf('mail') : { uid, gid };
  const own = isRoot
    ? []
    : [
        `default_internal_user = ${username}`,
        `default_login_user = ${username}`,
        `default_internal_group = ${group}`,
      ];
  return [
    `base_dir = ${folder}/run`,
    `state_dir = ${folder}/state`,
    `log_path = ${folder}/log`,
    ...own,
    'protocols = imap',
    'listen = 127.0.0.1',
    'ssl = no',
    'disable_plaintext_auth = no',
    `first_valid_uid = ${owner.uid}`,
    `first_valid_gid = ${owner.gid}`,
    `mail_location = maildir:${folder}/mail`,
    'passdb {',
    '  driver = static',
    `  args = password=${account.pass}`,
    '}',
    'userdb {',
    '  driver = static',
    `  args = uid=${owner.uid} gid=${owner.gid} home=${folder}`,
    '}',
    'service imap-login {',
    '  chroot =',
    '  inet_listener imap {',
    `    port = ${port}`,
    '  }',
    '  inet_listener imaps {',
    '    port = 0',
    '  }',
    '}',
    'service anvil {',
    '  chroot =',
    '}',
    '',
  ].join('\n');
}

function idOf(user: string): { uid: number; gid: number } {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, user]).stdout.toString()));
  return { uid: uid ?? 8, gid: gid ?? 8 };
}
