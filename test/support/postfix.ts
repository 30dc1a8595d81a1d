import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { programPath } from './program-path.ts';

export interface TestPostfix {
  port: number;
  /** Tries again now what could not be delivered. */
  flush(): void;
  stop(): Promise<void>;
}

/** Why there is none to test with; empty when there is one. */
export function withoutPostfix(): string {
  if (!programPath('postfix')) return 'postfix is not installed (Debian: postfix)';
  return process.getuid?.() === 0 ? '' : 'postfix can only be started by root';
}

/** A real Postfix that takes mail for one domain and hands it on by LMTP, with its files in a folder of its own. */
export async function startPostfix(domain: string, lmtpPort: number): Promise<TestPostfix> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-postfix-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const [config, queue, data] = ['config', 'queue', 'data'].map((name) => join(folder, name));
  for (const path of [config, queue, data]) if (path) await mkdir(path);
  await chown(data ?? '', Number(spawnSync('id', ['-u', 'postfix']).stdout.toString()), 0);
  await writeFile(
    join(config ?? '', 'main.cf'),
    mainSettings({ domain, lmtpPort, queue: queue ?? '', data: data ?? '' }),
  );
  await writeFile(join(config ?? '', 'master.cf'), services(port));
  const command = (...words: string[]): string => {
    const done = spawnSync(programPath('postfix') ?? 'postfix', ['-c', config ?? '', ...words], {
      encoding: 'utf8',
    });
    return done.status === 0 ? '' : `postfix ${words.join(' ')}: ${done.stderr}${done.stdout}`;
  };
  const problem = command('start');
  if (problem) throw new Error(problem);
  return {
    port,
    flush: () => void command('flush'),
    stop: async () => {
      command('stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function mainSettings(given: { domain: string; lmtpPort: number; queue: string; data: string }): string {
  return [
    'compatibility_level = 3.6',
    `queue_directory = ${given.queue}`,
    `data_directory = ${given.data}`,
    `maillog_file = ${given.data}/mail.log`,
    `maillog_file_prefixes = ${given.data}`,
    'myhostname = mx.events.example.org',
    'mydestination =',
    'mynetworks = 127.0.0.0/8',
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    'alias_maps =',
    'alias_database =',
    'local_recipient_maps =',
    `virtual_mailbox_domains = ${given.domain}`,
    `virtual_transport = lmtp:inet:127.0.0.1:${given.lmtpPort}`,
    'smtputf8_enable = no',
    'smtpd_tls_security_level = none',
    'minimal_backoff_time = 2s',
    'maximal_backoff_time = 4s',
    'queue_run_delay = 2s',
    'disable_dns_lookups = yes',
    '',
  ].join('\n');
}

function services(port: number): string {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
    'lmtp unix - - n - - lmtp',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n');
}
