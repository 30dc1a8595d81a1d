import { parseArgs } from 'node:util';
import { isUnavailable } from '../platform/database/unavailable.ts';
import { AppError, Invalid } from '../platform/errors.ts';
import { translate } from '../platform/i18n/translate.ts';
import { ConfigError, readConfig } from '../config.ts';
import { type Command, CommandError, type Given, type Terminal } from './command.ts';
import { createDkimKey } from './create-dkim-key.ts';
import { createToken } from './create-token.ts';
import { exportEvent } from './export-event.ts';
import { importEvent } from './import-event.ts';
import { repair } from './repair.ts';

const commands: readonly Command[] = [importEvent, exportEvent, createToken, createDkimKey, repair];

export interface Surroundings extends Pick<Terminal, 'out' | 'err'> {
  environment: Record<string, string | undefined>;
}

/** One run of `npm run rostrum -- …`. Returns the exit code. */
export async function runCli(
  words: readonly string[],
  { environment, out, err }: Surroundings,
): Promise<number> {
  const [name, ...rest] = words;
  const command = commands.find((one) => one.name === name);
  if (!command) return helpOrUnknown(name, { out, err });
  if (rest.includes('--help') || rest.includes('-h')) {
    out(helpOf(command));
    return 0;
  }
  try {
    const given = read(command, rest);
    return await command.run(given, { config: readConfig(environment), out, err });
  } catch (error) {
    return explained(error, err);
  }
}

function read(command: Command, args: string[]): Given {
  const usage = `Usage: npm run rostrum -- ${command.name} ${command.usage}`;
  try {
    const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true });
    if (positionals.length !== command.takes) throw new CommandError(usage, 2);
    return { positionals, options: Object.fromEntries(Object.entries(values).filter(isPlain)) };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${reason}\n${usage}`, 2);
  }
}

function isPlain(entry: [string, unknown]): entry is [string, string | boolean] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'boolean';
}

function helpOrUnknown(name: string | undefined, { out, err }: Pick<Terminal, 'out' | 'err'>): number {
  if (name === '--help' || name === '-h' || name === 'help') {
    out(help());
    return 0;
  }
  err(name === undefined ? help() : `There is no command "${name}".\n\n${help()}`);
  return 2;
}

function help(): string {
  return ['Usage: npm run rostrum -- COMMAND', ...commands.map(helpOf)].join('\n\n');
}

function helpOf({ name, usage, summary }: Command): string {
  return `  ${name} ${usage}\n      ${summary}`;
}

/** Mistakes of the person or the file are explained; anything else is a defect and shows itself. */
function explained(error: unknown, err: Terminal['err']): number {
  if (error instanceof Invalid) {
    for (const { path, key, params } of error.fields)
      err(`${path || 'file'}: ${translate('en', key, params)}`);
    err(
      error.fields.length === 1
        ? '1 problem; nothing was written.'
        : `${error.fields.length} problems; nothing was written.`,
    );
    return 1;
  }
  if (error instanceof AppError) err(translate('en', error.code, error.params));
  else if (error instanceof CommandError || error instanceof ConfigError) err(error.message);
  else if (isUnavailable(error)) err('The database cannot be reached.');
  else throw error;
  return error instanceof CommandError ? error.exitCode : 1;
}
