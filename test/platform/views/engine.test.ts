import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import {
  createViewEngine,
  type ViewEngine,
  type ViewEngineOptions,
} from '../../../server/platform/views/engine.ts';
import type { ViewData } from '../../../server/platform/views/view-data.ts';

const data: ViewData = {
  locale: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  csrf: 'token',
  shell: { title: 'Rostrum' },
};
let folder: string;

function write(name: string, text: string): string {
  const path = join(folder, `${name}.hbs`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function engine(options: Partial<ViewEngineOptions> = {}): ViewEngine {
  return createViewEngine({
    folder,
    asset: (name) => `/build/${name}`,
    translate: (locale, key, params) => `${locale}:${key}:${JSON.stringify(params)}`,
    format: {
      date: (value, locale, zone, style) => `${value.toISOString()} ${locale} ${zone} ${style ?? ''}`,
      time: (value, locale, zone) => `time ${value.getTime()} ${locale} ${zone}`,
      dateTime: (value, locale, zone) => `datetime ${value.getTime()} ${locale} ${zone}`,
      number: (value, locale) => `${value} in ${locale}`,
    },
    strict: true,
    ...options,
  });
}

function rendered(text: string, model: unknown = {}): string {
  write('page', text);
  return engine().render('page', model, data);
}

describe('the view engine', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'views-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('puts a page, with its partials found by path, into the layout', () => {
    write('layouts/site', '<title>{{@shell.title}}</title>{{{body}}}');
    write('guests/_row', '<li>{{name}} {{@locale}} {{@csrf}} {{@timeZone}}</li>');
    write('guests/index', '{{#each guests}}{{> guests/_row this}}{{/each}}');

    const html = engine().render('guests/index', { guests: [{ name: 'Đặng <b>' }] }, data, 'site');

    expect(html).to.equal('<title>Rostrum</title><li>Đặng &lt;b&gt; vi token Asia/Ho_Chi_Minh</li>');
  });

  it('leaves the text of a mail as it was typed', () => {
    write('mails/hello.text', 'Gửi {{name}} & bạn');
    expect(engine().render('mails/hello.text', { name: 'A & "B"' }, data)).to.equal('Gửi A & "B" & bạn');
  });

  it('stops at the start when a template cannot be read, and says which', () => {
    write('broken', '{{#if a}}');
    expect(() => engine()).to.throw(/broken\.hbs/);
  });

  it('stops at the start at a helper that does not exist', () => {
    write('page', '{{shout name}}');
    expect(() => engine()).to.throw(/page\.hbs.*shout/s);
  });

  it('throws at a name that is not in the model when it is strict', () => {
    write('page', '{{nmae}}');
    expect(() => engine().render('page', { name: 'x' }, data)).to.throw(/nmae/);
    expect(engine({ strict: false }).render('page', { name: 'x' }, data)).to.equal('');
  });

  it('throws at a view or a layout that does not exist', () => {
    write('page', 'x');
    expect(() => engine().render('pgae', {}, data)).to.throw(/pgae/);
    expect(() => engine().render('page', {}, data, 'nowhere')).to.throw(/layouts\/nowhere/);
  });

  it('keeps the first compilation, and looks again only when asked to reload', () => {
    const path = write('page', 'before');
    const kept = engine();
    const fresh = engine({ reload: true });
    write('page', 'after');
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    write('late', 'late');

    expect(kept.render('page', {}, data)).to.equal('before');
    expect(fresh.render('page', {}, data)).to.equal('after');
    expect(fresh.render('late', {}, data)).to.equal('late');
    rmSync(path);
    expect(() => fresh.render('page', {}, data)).to.throw(/page/);
  });
});

describe('the view helpers', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'views-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('translate into the language of the reader, with parameters', () => {
    expect(rendered('{{t "guests.count" count=total}}', { total: 3 })).to.equal(
      'vi:guests.count:{&quot;count&quot;:3}',
    );
  });

  it('show a moment in the zone of the page, or in the one that is named', () => {
    const at = new Date('2026-07-11T01:00:00Z');
    expect(rendered('{{date at style="long"}}', { at })).to.equal(
      '2026-07-11T01:00:00.000Z vi Asia/Ho_Chi_Minh long',
    );
    expect(rendered('{{time at zone="Europe/Moscow"}}', { at })).to.equal(
      `time ${at.getTime()} vi Europe/Moscow`,
    );
    expect(rendered('{{datetime at}}', { at: at.toISOString() })).to.equal(
      `datetime ${at.getTime()} vi Asia/Ho_Chi_Minh`,
    );
    expect(rendered('{{iso at}}', { at })).to.equal('2026-07-11T01:00:00.000Z');
    expect(rendered('[{{date at}}{{iso at}}{{number n}}]', { at: null, n: null })).to.equal('[]');
  });

  it('refuse what is no moment and no number', () => {
    expect(() => rendered('{{date at}}', { at: 'soon' })).to.throw(/date/);
    expect(() => rendered('{{number n}}', { n: '3' })).to.throw(/number/);
  });

  it('draw an icon from the sprite and nothing that is not an icon', () => {
    expect(rendered('{{icon "check"}}')).to.equal(
      '<svg class="icon" aria-hidden="true"><use href="/build/icons.svg#check"></use></svg>',
    );
    expect(rendered('{{icon name}}', { name: '' })).to.equal('');
    expect(() => rendered('{{icon name}}', { name: '"><script>' })).to.throw(/icon/);
  });

  it('mark what is chosen, by a truth, by the same value or by membership', () => {
    const model = { on: true, off: false, mine: 2, all: [1, 2], none: null };
    expect(rendered('{{checked on}},{{checked off}}', model)).to.equal('checked,');
    expect(rendered('{{selected "2" mine}},{{selected "3" mine}}', model)).to.equal('selected,');
    expect(rendered('{{checked mine all}},{{checked 5 all}}', model)).to.equal('checked,');
    expect(rendered('{{selected "" none}}', model)).to.equal('');
  });

  it('lead nowhere when an address could run as script', () => {
    const link = (website: string): string => rendered('{{url website}}', { website });
    expect(link('https://example.org/a')).to.equal('https://example.org/a');
    expect(link('/events/1')).to.equal('/events/1');
    for (const bad of [
      'javascript:alert(1)',
      ' JaVaScRiPt:1',
      'data:text/html,x',
      '//evil.org',
      '/\\evil.org',
      '',
    ]) {
      expect(link(bad), bad).to.equal('#');
    }
  });
});
