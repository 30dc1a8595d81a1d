import { ConfigError, readConfig } from './config.ts';

/** `npm start`: the real thing. A wrong variable is said before anything is loaded. */
try {
  const config = readConfig(process.env);
  const { start } = await import('./start.ts');
  await start(config, { say: (line) => process.stdout.write(`${line}\n`) });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
