import { spawnSync } from 'node:child_process';

/** Programs outside npm that the tests drive, and the Debian package each comes from. */
const needed = [
  { program: process.env['CHROMIUM'] ?? 'chromium', package: 'chromium', use: 'browser journeys' },
  { program: 'pdftotext', package: 'poppler-utils', use: 'reading the PDFs that were made' },
];

/** Installs what is missing where it may; otherwise says exactly what to install and stops. */
export function ensurePrograms(): void {
  const missing = needed.filter(({ program }) => !found(program));
  if (missing.length === 0) return;
  const packages = missing.map((each) => each.package);
  if (mayInstall()) install(packages);
  const still = missing.filter(({ program }) => !found(program));
  if (still.length === 0) return;
  for (const each of still) process.stderr.write(`Missing: ${each.program}, for ${each.use}.\n`);
  process.stderr.write(
    `Install it with:\n  sudo apt-get install -y ${packages.join(' ')}\nand run npm test again.\n`,
  );
  process.exit(1);
}

function found(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v "${program}"`]).status === 0;
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
