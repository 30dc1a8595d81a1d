import { expect } from 'chai';
import { Events } from '../../../models/event.ts';
import { checkImport } from '../../../server/features/exchange/check-import.ts';
import { readEventFile, readEventJson } from '../../../server/features/exchange/read-event-file.ts';
import { Invalid } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent } from '../../support/factories.ts';
import { conference } from './conferences.ts';

type Json = Record<string, unknown>;

const guest = (ref: string, more: Json = {}): Json => ({ ref, name: { vi: 'Nguyễn Văn A' }, ...more });

function file(more: Json = {}, event: Json = {}): Json {
  return {
    format: 'rostrum-event',
    version: 1,
    event: {
      slug: 'a',
      type: 'blank',
      title: { vi: 'Hội nghị' },
      host: { name: { vi: 'Trung tâm' } },
      ...event,
    },
    ...more,
  };
}

function problemsOf(json: unknown): string[] {
  return readEventJson(json)
    .problems.map(({ path, key }) => `${path}: ${key}`)
    .toSorted();
}

describe('the check of an event file', () => {
  it('finds nothing in a file that says little', () => {
    expect(problemsOf(file())).to.deep.equal([]);
  });

  it('reports every mistake with its place, also beside fields of a wrong type', () => {
    const json = file({
      guests: [
        guest('one', { organisation: 'nowhere', category: 'none' }),
        guest('one', { email: 'not an address', seniority: '5' }),
        { ref: 'two' },
      ],
      agenda: [{ kind: 'speech', title: {}, minutes: 5, speakers: ['one', 'three'] }],
      checkIns: [{ guest: 'four', passages: [{ kind: 'undo', at: '2027-03-01T02:00:00Z' }] }],
      extra: 1,
    });
    expect(problemsOf(json)).to.deep.equal([
      'agenda.0.kind: errors.choice',
      'agenda.0.speakers.1: exchange.problem.unknown-guest',
      'checkIns.0.guest: exchange.problem.unknown-guest',
      'checkIns.0.passages: exchange.problem.takes-back',
      'extra: errors.unknown-field',
      'guests.0.category: exchange.problem.unknown-category',
      'guests.0.organisation: exchange.problem.unknown-organisation',
      'guests.1.email: errors.email',
      'guests.1.ref: exchange.problem.duplicate',
      'guests.1.seniority: errors.number',
      'guests.2.name: errors.required',
    ]);
  });

  it('wants sessions on days of the event, days in order and ends after starts', () => {
    const session = {
      ref: 's',
      title: { vi: 'Phiên' },
      day: '2027-01-03',
      startsAt: '10:00',
      endsAt: '09:00',
    };
    const event = { days: ['2027-01-02', '2027-01-01'], sessions: [session], timeZone: 'Asia/Vung_Tau' };
    expect(problemsOf(file({}, event))).to.deep.equal([
      'event.days.1: exchange.problem.days-out-of-order',
      'event.sessions.0.day: exchange.problem.day-outside',
      'event.sessions.0.endsAt: errors.ends-before-start',
      'event.timeZone: errors.time-zone',
    ]);
  });

  it('sees organisations that stand in a circle or that nobody belongs to', () => {
    const unit = (ref: string, parent: string): Json => ({ ref, parent, name: { vi: ref } });
    const json = file({ organisations: [unit('a', 'b'), unit('b', 'a'), unit('c', '')] });
    expect(problemsOf(json)).to.deep.equal([
      'organisations.0.parent: exchange.problem.parent-circle',
      'organisations.1.parent: exchange.problem.parent-circle',
      'organisations.2.ref: exchange.problem.unused-organisation',
    ]);
  });

  it('survives whatever is not an event file at all', () => {
    const strange = [
      null,
      [],
      'text',
      7,
      { format: 'other' },
      file({ guests: 'many' }),
      file({ guests: [null, 5] }),
    ];
    for (const json of strange) expect(problemsOf(json), JSON.stringify(json)).not.to.deep.equal([]);
    expect(problemsOf(JSON.parse('{"__proto__": {"format": "rostrum-event"}}'))).not.to.deep.equal([]);
  });

  it('says why something is no JSON', () => {
    const { file, problems } = readEventFile('{ "format": }');
    expect(file).to.equal(null);
    expect(problems.map(({ key }) => key)).to.deep.equal(['exchange.problem.not-json']);
    expect(problems[0]?.params['reason']).to.match(/^Unexpected token/);
  });

  it('refuses a file that is too large before looking into it', () => {
    const { problems } = readEventFile(`"${'x'.repeat(20_000_001)}"`);
    expect(problems).to.deep.equal([
      { path: '', key: 'exchange.problem.too-large', params: { megabytes: 20 } },
    ]);
  });

  describe('against the database', () => {
    useDatabase();

    it('refuses an address that another event has, and writes nothing', async () => {
      await makeEvent({ slug: 'party-review-2020' });
      const error = await checkImport(conference('party-review-2020')).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(Invalid);
      expect((error as Invalid).fields).to.deep.equal([
        { path: 'event.slug', key: 'exchange.problem.slug-taken', params: { slug: 'party-review-2020' } },
      ]);
      expect(await Events.countDocuments()).to.equal(1);
    });

    it('takes another address instead', async () => {
      const checked = await checkImport(conference('party-review-2020'), { slug: 'elsewhere' });
      expect(checked.event.slug).to.equal('elsewhere');
    });
  });
});
