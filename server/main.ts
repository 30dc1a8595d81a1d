import { readConfig, ConfigError } from './config.ts';
import { start } from './start.ts';

/** `npm start`: the real thing. */
try {
  await start(readConfig(process.env), { say: (line) => process.stdout.write(`${line}\n`) });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
