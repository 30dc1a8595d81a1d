import { readdirSync, readFileSync } from 'node:fs';

/** Kills every process of the browser that works in this profile, without a word: as when the power goes. */
export function killBrowser(profile: string): void {
  for (const pid of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number))
    if (commandOf(pid).includes(`--user-data-dir=${profile}`)) kill(pid);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended while we looked.
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Its parent was killed first and took it along.
  }
}
