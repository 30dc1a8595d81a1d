import { spawnSync } from 'node:child_process';

/** Programs outside npm that the tests drive, and the Debian package each comes from. */
const needed = [
  { program: process.env['CHROMIUM'] ?? 'chromium', package: 'chromium', use: 'browser journeys' },
  { program: 'pdftotext', package: 'poppler-utils', use: 'reading the PDFs that were made' },
];

/** Without these the tests of real mail servers are skipped, by name. */
const wished = [
  { program: 'dovecot', package: 'dovecot-imapd', use: 'reading answers from a mailbox' },
  { program: 'postfix', package: 'postfix', use: 'taking answers from a mail server' },
];

/** Installs what is missing where it may; otherwise says exactly what to install and stops. */
export function ensurePrograms(): void {
  const lacking = [...needed, ...wished].filter(isMissing);
  if (lacking.length > 0 && mayInstall()) install(lacking.map((each) => each.package));
  for (const each of wished.filter(isMissing))
    process.stdout.write(`Without ${each.program} (Debian: ${each.package}), ${each.use} is not tested.\n`);
  const still = needed.filter(isMissing);
  if (still.length === 0) return;
  for (const each of still) process.stderr.write(`Missing: ${each.program}, for ${each.use}.\n`);
  const packages = still.map((each) => each.package);
  process.stderr.write(
    `Install it with:\n  sudo apt-get install -y ${packages.join(' ')}\nand run npm test again.\n`,
  );
  process.exit(1);
}

function isMissing({ program }: { program: string }): boolean {
  return !found(program);
}

function found(program: string): boolean {
  return spawnSync('sh', ['-c', `PATH="$PATH:/usr/sbin" command -v "${program}"`]).status === 0;
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && found('apt-get');
}

function install(packages: readonly string[]): void {
  process.stdout.write(`Installing ${packages.join(', ')} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    env,
  });
}
