import { spawnSync } from 'node:child_process';

/** Where a program is, also among those of the administrator; null when it is not installed. */
export function programPath(name: string): string | null {
  const found = spawnSync('sh', ['-c', `PATH="$PATH:/usr/sbin:/sbin" command -v "${name}"`]);
  return found.status === 0 ? found.stdout.toString().trim() : null;
}
