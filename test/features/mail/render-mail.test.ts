import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { renderMail } from '../../../server/features/mail/render-mail.ts';
import { translateKey } from '../../../server/platform/i18n/translate.ts';
import { createViewEngine } from '../../../server/platform/views/engine.ts';

const shell = {
  subject: 'Thư mời',
  preheader: 'Kính mời đồng chí',
  unit: 'Trung tâm CNTT&LL',
  emblem: '',
  footer: ['Liên hệ: 0254 1234567'],
  links: [{ href: 'https://example.org/e/1', label: 'Trang hội nghị' }],
};

describe('rendering a mail', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-mails-'));
    await mkdir(join(folder, 'layouts'));
    for (const name of ['mail.html.hbs', 'mail.text.hbs'])
      await cp(`views/layouts/${name}`, join(folder, 'layouts', name));
    await cp('views/mails', join(folder, 'mails'), { recursive: true });
    await writeFile(
      join(folder, 'mails/sample.html.hbs'),
      '{{> mails/_title text=title}}{{> mails/_facts facts=facts}}{{> mails/_button href=href label=title}}',
    );
    await writeFile(
      join(folder, 'mails/sample.text.hbs'),
      '{{title}}\n\n\n\n{{> mails/_facts.text facts=facts}}{{href}}\n',
    );
  });
  after(() => rm(folder, { recursive: true }));

  it('gives both forms inside their layouts, escaped in HTML and as they are in text', () => {
    const mail = render('Hội nghị <b>2020</b> & “Đồng hành”');

    expect(mail.subject).to.equal('Thư mời');
    expect(mail.html)
      .to.include('<html lang="vi"')
      .and.include('Hội nghị &lt;b&gt;2020&lt;/b&gt; &amp; “Đồng hành”');
    expect(mail.html)
      .to.include('Kính mời đồng chí')
      .and.include('Trung tâm CNTT&amp;LL')
      .and.not.include('<script');
    expect(mail.text).to.equal(
      [
        'Trung tâm CNTT&LL',
        '',
        'Hội nghị <b>2020</b> & “Đồng hành”',
        '',
        'Địa điểm: Hội trường lớn',
        'https://example.org/g/1?a=yes&b=2',
        '',
        '-- ',
        'Liên hệ: 0254 1234567',
        'Thư này được gửi tự động từ hệ thống tổ chức hội nghị Rostrum.',
        'Trang hội nghị: https://example.org/e/1',
        '',
      ].join('\n'),
    );
  });

  it('has no text smaller than 16 pixels, and no picture or style from elsewhere', () => {
    const { html } = render('Hội nghị');
    const sizes = [...html.matchAll(/(?:font-size:|font:[^;"]*?)(\d+)px/g)].map((match) => Number(match[1]));

    expect(sizes.filter((size) => size > 4 && size < 16)).to.deep.equal([]);
    expect(sizes.length).to.be.above(5);
    expect(html).to.not.match(/@import|<link|src="http|url\(/);
  });

  function render(title: string) {
    const engine = createViewEngine({
      folder,
      strict: true,
      asset: (name) => name,
      translate: translateKey,
      format: { date: String, time: String, dateTime: String, number: String },
    });
    const model = {
      title,
      href: 'https://example.org/g/1?a=yes&b=2',
      facts: [{ label: 'Địa điểm', value: 'Hội trường lớn' }],
    };
    return renderMail(engine, {
      name: 'sample',
      model,
      shell,
      data: { locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
    });
  }
});
