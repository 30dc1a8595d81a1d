import { expect } from 'chai';
import type { ReplyForm } from '../../../models/fields/reply-form.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { tally } from '../../../server/features/guests/tally.ts';
import { recordAnswer } from '../../../server/features/invitations/record-answer.ts';
import { answerFigures } from '../../../server/features/invitations/reply-form/answer-figures.ts';
import { detailedAnswers } from '../../../server/features/invitations/reply-form/detailed-answers.ts';
import { answersTable } from '../../../server/features/invitations/reply-form/present-answers.ts';
import { replyFormOf } from '../../../server/features/invitations/reply-form/reply-form-of.ts';
import { ReplyFormInput } from '../../../server/features/invitations/reply-form/reply-form-input.ts';
import { saveQuestions } from '../../../server/features/invitations/reply-form/save-questions.ts';
import { Invalid } from '../../../server/platform/errors.ts';
import { writeCsv } from '../../../server/platform/sheets/write-table.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent } from '../../support/factories.ts';
import { from, makeInvited, refusal, reply } from './invited.ts';

const hotel = {
  id: 'hotel',
  kind: 'one' as const,
  label: { vi: 'Khách sạn nào?' },
  hint: {},
  required: true,
  categories: [],
  options: [
    { id: 'oil', label: { vi: 'Khách sạn Dầu khí' } },
    { id: 'own', label: { vi: 'Tự túc' } },
  ],
};
const form: ReplyForm = {
  ...replyFormOf({}),
  companions: 2,
  dietary: true,
  photo: true,
  consents: [{ version: 3, text: { vi: 'Đồng ý chụp ảnh?' } }],
  questions: [hotel],
};

describe('the reply form', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  async function invited(replyForm: ReplyForm = form, given: Partial<Guest> = {}) {
    const event = await makeEvent({ replyForm });
    return { event, ...(await makeInvited({ event: event._id, email: 'a@donvi.example', ...given })) };
  }

  async function save(event: Conference, given: Record<string, unknown>): Promise<ReplyForm> {
    const current = await Events.findById(event._id).orFail().lean<Conference>();
    const access = await accessAs('editor', { event: current });
    await saveQuestions(access, ReplyFormInput.parse({ rev: current.rev, ...given }));
    return replyFormOf(await Events.findById(event._id).orFail().lean<Conference>());
  }

  async function problems(work: Promise<unknown>): Promise<string[]> {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof Invalid ? error.fields.map(({ path, key }) => `${path} ${key}`) : [];
  }

  const typed = {
    companions: [
      { name: 'Phạm Thị Dung', position: 'Phiên dịch' },
      { name: '', position: '' },
    ],
    dietary: ' Ăn chay ',
    transport: 'không hỏi',
    photo: 'yes',
    q: { hotel: 'oil', other: 'x' },
  };

  it('keeps what was asked of an answer, and the wording of the consent that was given', async () => {
    const { token } = await invited();
    const { answer } = await reply(token, { kind: 'attending', details: typed });

    expect(answer?.details).to.deep.equal({
      companions: [{ name: 'Phạm Thị Dung', position: 'Phiên dịch' }],
      dietary: 'Ăn chay',
      access: '',
      transport: '',
      photo: 'yes',
      photoVersion: 3,
      questions: [{ id: 'hotel', value: ['oil'] }],
    });
  });

  it('takes saying nothing about photographs as no consent', async () => {
    const { token } = await invited();
    const { answer } = await reply(token, { kind: 'attending', details: { ...typed, photo: '' } });
    expect([answer?.details?.photo, answer?.details?.photoVersion]).to.deep.equal([null, undefined]);
  });

  it('asks nothing of those who cannot come', async () => {
    const { token } = await invited();
    const { answer } = await reply(token, { kind: 'declined', details: typed });
    expect(answer?.details).to.equal(undefined);
  });

  it('names every field that must change, and records nothing', async () => {
    const { guest, token } = await invited();
    const companions = [{ name: '', position: 'Lái xe' }, { name: 'B' }, { name: 'C' }, { name: 'D' }];
    const found = await problems(
      reply(token, { kind: 'attending', details: { companions, q: { hotel: 'elsewhere' } } }),
    );
    expect(found).to.deep.equal([
      'details.q.hotel errors.required',
      'details.companions.0.name errors.required',
      'details.companions.0.name reply-form.too-many',
    ]);
    expect((await Guests.findById(guest._id).lean())?.answer).to.equal(null);
  });

  it('asks a question only of the categories it is meant for', async () => {
    const questions = [{ ...hotel, categories: ['vip'] }];
    const { token } = await invited({ ...form, questions });
    const { answer } = await reply(token, { kind: 'attending' });
    expect(answer?.details?.questions).to.deep.equal([]);
  });

  it('lets staff write down only what they were told, and whose word it was', async () => {
    const { event, guest } = await invited();
    const access = await accessAs('editor', { event });
    const said = {
      kind: 'attending',
      channel: 'phone',
      note: '',
      substitute: null,
      said: 'Chị Lan, thư ký',
    } as const;
    const { answer } = await recordAnswer(access, String(guest._id), {
      input: { ...said, tell: false },
      from,
    });
    expect([answer?.said, answer?.details?.questions]).to.deep.equal(['Chị Lan, thư ký', []]);
  });

  it('counts companions beside those who attend', async () => {
    const { event, token } = await invited();
    await reply(token, { kind: 'attending', details: typed });
    expect(await tally(event)).to.include({ attending: 1, companions: 1 });
    await reply(token, { kind: 'declined' });
    expect(await tally(event)).to.include({ attending: 0, companions: 0 });
  });

  it('takes a question with answers off the form but keeps it with them, until it is asked again', async () => {
    const { event, token } = await invited();
    await reply(token, { kind: 'attending', details: typed });

    const off = await save(event, { questions: [] });
    expect(off.questions.map(({ id, removed }) => [id, removed])).to.deep.equal([['hotel', true]]);
    const on = await save(event, { questions: [], restore: ['hotel'] });
    expect(on.questions.map(({ id, removed }) => [id, removed])).to.deep.equal([['hotel', undefined]]);
  });

  it('forgets a question nobody has answered', async () => {
    const { event } = await invited();
    expect((await save(event, { questions: [] })).questions).to.deep.equal([]);
  });

  it('keeps the answers with an option in other words, and with one that is no longer offered', async () => {
    const { event, token } = await invited();
    await reply(token, { kind: 'attending', details: typed });
    const row = { id: 'hotel', kind: 'one', label: { vi: 'Khách sạn nào?' }, required: 'true' };

    const renamed = await save(event, {
      questions: [{ ...row, options: { vi: 'Petro Hotel\nTự túc' } }],
    });
    expect(renamed.questions[0]?.options.map(({ id, label }) => [id, label.vi])).to.deep.equal([
      ['oil', 'Petro Hotel'],
      ['own', 'Tự túc'],
    ]);
    const without = await save(event, {
      questions: [{ ...row, options: { vi: 'Tự túc\nNhà khách\nNgười quen' } }],
    });
    const oil = without.questions[0]?.options.find(({ id }) => id === 'oil');
    expect(oil?.removed).to.equal(true);
  });

  it('does not let an answered question become one of another kind', async () => {
    const { event, token } = await invited();
    await reply(token, { kind: 'attending', details: typed });
    const questions = [{ id: 'hotel', kind: 'short', label: { vi: 'Khách sạn nào?' } }];
    expect(await problems(save(event, { questions }))).to.deep.equal([
      'questions.0.kind reply-form.kind-answered',
    ]);
  });

  it('never overwrites a wording of the consent', async () => {
    const { event } = await invited();
    const changed = await save(event, { photo: 'true', consent: { vi: 'Lời mới' } });
    expect(changed.consents.map(({ version }) => version)).to.deep.equal([3, 4]);
    const same = await save(event, { photo: 'true', consent: { vi: 'Lời mới' } });
    expect(same.consents).to.have.length(2);
  });

  it('refuses to save over what somebody else has changed', async () => {
    const { event } = await invited();
    const access = await accessAs('editor', { event });
    await saveQuestions(access, ReplyFormInput.parse({ rev: event.rev }));
    const second = saveQuestions(access, ReplyFormInput.parse({ rev: event.rev }));
    expect(await refusal(second)).to.equal('errors.conflict-rev');
  });

  it('gives the figures to prepare by, and a table that runs nothing in a spreadsheet', async () => {
    const { event, token } = await invited();
    const formula = { ...typed, dietary: '=HYPERLINK("http://example.org")' };
    await reply(token, { kind: 'attending', details: formula });
    const access = await accessAs('editor', { event });

    const figures = await answerFigures(access);
    expect([figures.companions, figures.dietaryCount, figures.photos.yes]).to.deep.equal([1, 1, 1]);
    expect(figures.counts.chosen.get('hotel/oil')).to.equal(1);
    const { guests } = await detailedAnswers(access, 10);
    const csv = writeCsv(answersTable(access, guests, 'vi')).toString();
    expect(csv).to.include(`'=HYPERLINK`).and.include('Khách sạn Dầu khí').and.include('Phạm Thị Dung');
  });
});
