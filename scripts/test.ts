import { spawn } from 'node:child_process';
import { ensureAssets } from './assets/ensure-assets.ts';
import { ensurePrograms } from './test-programs.ts';

/**
 * `npm test`: installs what the tests still need, then checks formatting, lint and types and runs every test. Ends
 * with one line that counts tests; anything that fails makes the whole fail.
 */
const checks: [what: string, command: string[]][] = [
  ['formatting', ['prettier', '--check', '.']],
  ['lint', ['oxlint', '--type-aware', '--max-warnings', '0']],
  ['types of the server', ['tsc', '-p', 'tsconfig.json']],
  ['types of the browser', ['tsc', '-p', 'tsconfig.web.json']],
  ['types of its workers', ['tsc', '-p', 'tsconfig.workers.json']],
];

ensurePrograms();
await ensureAssets();
const failed: string[] = [];
for (const [what, command] of checks) {
  process.stdout.write(`\n— ${what}\n`);
  if ((await run(command)).code !== 0) failed.push(what);
}
process.stdout.write('\n— tests\n');
const tests = await run(['mocha', '--no-color', 'test/**/*.test.ts', ...process.argv.slice(2)]);
if (tests.code !== 0) failed.push('tests');

const counted = (word: string): number =>
  Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(tests.output)?.[1] ?? 0);
if (failed.length) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
const failures = counted('failing') + failed.filter((what) => what !== 'tests').length;
process.stdout.write(`\n${counted('passing')} passed, ${failures} failed, ${counted('pending')} skipped\n`);
process.exitCode = failed.length || counted('passing') === 0 ? 1 : 0;

function run(command: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const [program = '', ...args] = command;
    const child = spawn('npx', ['--no-install', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString();
      process.stdout.write(piece);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
