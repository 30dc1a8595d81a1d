import { generateKeyPair } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { dkimRecord } from '../features/mail/dkim-key.ts';
import { type Command, CommandError } from './command.ts';

const generate = promisify(generateKeyPair);

export const createDkimKey: Command = {
  name: 'create-dkim-key',
  usage: '',
  summary: 'Makes the key mails are signed with (DKIM) and says which DNS record to publish.',
  takes: 0,
  options: {},
  async run(_given, { config, out }) {
    const { keyFile, selector, domain } = config.mail.dkim;
    const { privateKey } = await generate('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    await mkdir(dirname(keyFile), { recursive: true });
    await writeFile(keyFile, privateKey, { flag: 'wx', mode: 0o600 }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        throw new CommandError(
          `There is a key in ${keyFile} already. Move it away first if you want another one.`,
        );
      },
    );
    const record = dkimRecord({ selector, domain, privateKey });
    out(`The key is in ${keyFile}. Publish this TXT record, then restart Rostrum:`);
    out(`${record.name}. IN TXT "${record.value}"`);
    return 0;
  },
};
