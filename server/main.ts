import { readConfig, ConfigError } from './config.ts';
import { start } from './start.ts';

/** `npm start`: the real thing. */
try {
  const config = readConfig(process.env);
  await start(config);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
