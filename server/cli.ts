import { runCli } from './cli/run-cli.ts';

/** `npm run rostrum -- <command>` */
process.exitCode = await runCli(process.argv.slice(2), {
  environment: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
