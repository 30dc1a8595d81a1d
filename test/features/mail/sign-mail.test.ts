import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli } from '../../../server/cli/run-cli.ts';
import type { MailInput } from '../../../server/features/mail/compose-mail.ts';
import { type DkimKey, dkimRecord, readDkimKey } from '../../../server/features/mail/dkim-key.ts';
import { openPressThread } from '../../../server/features/mail/press-thread.ts';
import { pressMail } from '../../../server/features/mail/press.ts';
import { checkDkim } from '../../support/dkim.ts';

const input: MailInput = {
  id: 'guest-1:invitation:1',
  date: new Date('2026-11-23T03:00:00Z'),
  from: { name: 'Ban tổ chức', address: 'rsvp@example.org' },
  to: { name: 'Nguyễn Văn Thành', address: 'thanh@example.org' },
  subject: 'Trân trọng kính mời dự Hội nghị tổng kết công tác năm 2026, một tiêu đề dài hơn một dòng',
  text: 'Kính gửi đồng chí,\n.\nTrân trọng kính mời.   \n\n\n',
  html: '<p>Kính gửi <b>đồng chí</b></p><img src="cid:pass@rostrum">',
  codes: [{ cid: 'pass@rostrum', filename: 'pass.png', text: 'R7K2' }],
  listUnsubscribe: {
    href: `https://events.example.org/u/${'A'.repeat(80)}`,
    mailbox: 'bounces+u.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org',
  },
};

describe('a signed mail', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const key: DkimKey = { domain: 'example.org', selector: 'rostrum', privateKey };

  it('is signed over its body and both headers of the one-click unsubscription', async () => {
    const found = checkDkim(await pressMail(input, key), dkimRecord(key).value);

    expect(found).to.deep.include({ domain: 'example.org', selector: 'rostrum' });
    expect(found).to.deep.include({ isBodyWhole: true, isSignatureRight: true });
    expect(found.headers).to.include.members([
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ]);
  });

  it('has a signature that no changed header or body fits', async () => {
    const raw = (await pressMail(input, key)).toString('latin1');
    const record = dkimRecord(key).value;
    const other = Buffer.from(raw.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=No'), 'latin1');
    const longer = Buffer.from(`${raw}more\r\n`, 'latin1');

    expect(checkDkim(other, record).isSignatureRight).to.equal(false);
    expect(checkDkim(longer, record).isBodyWhole).to.equal(false);
  });

  it('names the way out in the two headers mailbox providers look for', async () => {
    const raw = (await pressMail(input, null)).toString().replace(/\r\n[ \t]+/g, ' ');

    expect(raw).to.include(
      `List-Unsubscribe: <https://events.example.org/u/${'A'.repeat(80)}>, <mailto:bounces+u.`,
    );
    expect(raw).to.match(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  });

  it('is the same to the last byte whenever and wherever it is made', async () => {
    const thread = openPressThread();
    const [here, there, again] = await Promise.all([
      pressMail(input, key),
      thread.press(input, key),
      thread.press(input, key),
    ]);
    const wrong = await thread
      .press({ ...input, to: { name: '', address: 'no address' } }, key)
      .catch((error: unknown) => String(error));
    await thread.close();

    expect(there.equals(here)).to.equal(true);
    expect(again.equals(here)).to.equal(true);
    expect(wrong).to.match(/Not a mail address/);
  });

  it('is signed with the key of the command line, which is shown to nobody else and not written over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rostrum-dkim-'));
    const said: string[] = [];
    const run = () =>
      runCli(['create-dkim-key'], {
        environment: { ROSTRUM_DATA: folder, MAIL_FROM: 'Rostrum <events@example.org>' },
        out: (line) => said.push(line),
        err: (line) => said.push(line),
      });
    try {
      expect(await run()).to.equal(0);
      const keyFile = join(folder, 'dkim.pem');
      const made = await readFile(keyFile, 'utf8');
      expect(await run()).to.equal(1);
      const settings = { keyFile, isKeyDemanded: false, selector: 'rostrum', domain: 'example.org' };
      const found = await readDkimKey(settings);
      const record = /^rostrum\._domainkey\.example\.org\. IN TXT "(v=DKIM1; k=rsa; p=[^"]+)"$/m.exec(
        said.join('\n'),
      )?.[1];

      expect(found?.privateKey).to.equal(made);
      expect((await stat(keyFile)).mode & 0o777).to.equal(0o600);
      expect(checkDkim(await pressMail(input, found), record ?? '').isSignatureRight).to.equal(true);
      expect(await readDkimKey({ ...settings, keyFile: `${keyFile}.none` })).to.equal(null);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
