import { expect } from 'chai';
import { Agendas } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import type { User } from '../../../models/user.ts';
import { loadAgenda } from '../../../server/features/agenda/load-agenda.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAgenda, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';

describe('the agenda pages', () => {
  useDatabase();
  let app: TestApp;
  let editor: User;
  let event: Conference;

  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  beforeEach(async () => {
    editor = await makeUser();
    event = await makeEvent();
    await makeMembership(editor, event, 'editor');
    await makeAgenda(event, [
      { id: 'one', title: { vi: 'Khai mạc' }, minutes: 15 },
      { id: 'two', title: { vi: 'Báo cáo' }, minutes: 30 },
    ]);
  });

  it('keep a speaker who is cancelled by now when the item is saved', async () => {
    const speaker = await makeGuest({ event: event._id, state: 'cancelled' });
    await Agendas.updateOne({ _id: event._id }, { $set: { 'items.0.speakers': [speaker._id] } });
    const client = app.as(editor);
    const page = await client.get(paths.agendaItem(event, 'one'));
    const box = elements(page.text, 'input').find(({ attributes }) => attributes['name'] === 'speakers');
    expect(box?.attributes).to.include.keys('checked');
    expect(box?.attributes['value']).to.equal(String(speaker._id));
  });

  it('make one item of one form that is sent twice', async () => {
    const client = app.as(editor);
    const id = fieldValue((await client.get(`${paths.agenda(event)}/new`)).text, 'id') ?? '';
    const form = { id, kind: 'paper', minutes: '10', 'title[vi]': 'Một lần' };
    await Promise.all([1, 2].map(() => client.postForm(paths.agenda(event), form)));
    expect((await items()).filter(({ title }) => title.vi === 'Một lần')).to.have.length(1);
    expect((await loadAgenda(event)).rev).to.equal(2);
  });

  const items = async () => (await loadAgenda(event)).items;

  it('keep everything that was typed when a field is wrong', async () => {
    const answer = await app.as(editor).postForm(paths.agenda(event), {
      kind: 'paper',
      'title[vi]': 'Tham luận dở dang',
      minutes: '-5',
      script: 'Kính thưa quý vị',
    });
    expect(answer.status).to.equal(422);
    expect(fieldValue(answer.text, 'title[vi]')).to.equal('Tham luận dở dang');
    expect(fieldValue(answer.text, 'minutes')).to.equal('-5');
    expect(fieldValue(answer.text, 'script')).to.equal('Kính thưa quý vị');
    expect(await items()).to.have.length(2);
  });

  it('show both versions when somebody else was quicker, and let the second save win', async () => {
    const [mine, theirs] = [app.as(editor), app.as(editor)];
    const opened = await mine.get(paths.agendaItem(event, 'one'));
    const seen = fieldValue(opened.text, 'seen') ?? '';
    const form = { kind: 'opening', minutes: '20', 'title[vi]': 'Của họ', seen };
    expect((await theirs.postForm(paths.agendaItem(event, 'one'), form)).status).to.equal(303);

    const own = { ...form, 'title[vi]': 'Của tôi' };
    const conflict = await mine.postForm(paths.agendaItem(event, 'one'), own);
    expect(conflict.status).to.equal(409);
    expect(elements(conflict.text, 'dd').map(({ text }) => text)).to.deep.equal(['Của họ', 'Của tôi']);
    expect(fieldValue(conflict.text, 'title[vi]')).to.equal('Của tôi');

    const again = { ...own, seen: fieldValue(conflict.text, 'seen') ?? '' };
    expect((await mine.postForm(paths.agendaItem(event, 'one'), again)).status).to.equal(303);
    expect((await items())[0]?.title.vi).to.equal('Của tôi');
  });

  it('offer to add anew what was typed into an item that is gone', async () => {
    const client = app.as(editor);
    const opened = await client.get(paths.agendaItem(event, 'one'));
    const seen = fieldValue(opened.text, 'seen') ?? '';
    await client.postForm(paths.removeAgendaItem(event, 'one'), { seen });
    const form = { kind: 'opening', minutes: '20', 'title[vi]': 'Viết mất công', seen };
    const gone = await client.postForm(paths.agendaItem(event, 'one'), form);
    expect(gone.status).to.equal(409);
    expect(fieldValue(gone.text, 'title[vi]')).to.equal('Viết mất công');
    expect(elements(gone.text, 'form').map(({ attributes }) => attributes['action'])).to.include(
      paths.agenda(event),
    );
  });

  it('move a line by its arrow, without script', async () => {
    const client = app.as(editor);
    const form = { behind: 'one', before: 'one', session: '' };
    const answer = await client.postForm(paths.moveAgendaItem(event, 'two'), form);
    expect([answer.status, answer.location]).to.deep.equal([303, `${paths.agenda(event)}#item-two`]);
    const page = visibleText((await client.get(paths.agenda(event))).text);
    expect(page).to.match(/08:00.*Báo cáo.*08:30.*Khai mạc/);
  });

  it('say 404 for an item that never was and for an event of others', async () => {
    const client = app.as(editor);
    expect((await client.get(paths.agendaItem(event, 'nothing'))).status).to.equal(404);
    expect((await client.get(paths.agenda(await makeEvent()))).status).to.equal(404);
  });

  it('let a viewer read and not change', async () => {
    const viewer = await makeUser();
    await makeMembership(viewer, event, 'viewer');
    const client = app.as(viewer);
    const page = await client.get(paths.agenda(event));
    expect(visibleText(page.text)).to.include('Khai mạc');
    expect(page.text).not.to.include(paths.newAgendaItem(event));
    expect((await client.postForm(paths.agenda(event), { kind: 'report', minutes: 5 })).status).to.equal(403);
  });

  it('show the programme to everybody once the event is published', async () => {
    const page = await app.as(null).get(paths.publicProgramme(event));
    expect(visibleText(page.text)).to.match(/08:00.*Khai mạc.*08:15.*Báo cáo/);
    const draft = await makeEvent({ state: 'draft' });
    expect((await app.as(null).get(paths.publicProgramme(draft))).status).to.equal(404);
  });
});
