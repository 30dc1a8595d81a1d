import { expect } from 'chai';
import { model, Schema } from 'mongoose';
import { type Effect, effectsField } from '../../../models/fields/effects.ts';
import type { Log } from '../../../server/platform/log.ts';
import { createEffects, settle } from '../../../server/platform/database/effects.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';

const factSchema = new Schema<{ name: string; effects: Effect[] }>({ name: String, effects: effectsField });
const Facts = model('EffectFact', factSchema);
const Notes = model('EffectNote', new Schema<{ _id: string; text: string }>({ _id: String, text: String }));

async function note(effects: readonly Effect[]): Promise<void> {
  const upserts = effects.map(({ id, data }) => ({
    updateOne: {
      filter: { _id: id },
      update: { $setOnInsert: { text: String(data['text']) } },
      upsert: true,
    },
  }));
  await Notes.bulkWrite(upserts);
}

function effect(id: string, kind = 'note'): Effect {
  return { id, kind, data: { text: `about ${id}` }, at: new Date() };
}

async function notes(): Promise<string[]> {
  return (await Notes.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id);
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 3_000; Date.now() < until;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not happen in three seconds');
}

describe('effects', () => {
  useDatabase([Facts, Notes]);
  beforeEach(emptyDatabase);

  it('are carried out once and struck off', async () => {
    await Facts.create(
      { name: 'a', effects: [effect('1'), effect('2')] },
      { name: 'b', effects: [effect('3')] },
    );
    const effects = createEffects({ models: [Facts], carriers: { note } });

    expect([await effects.drain(), await effects.drain()]).to.deep.equal([3, 0]);
    expect(await notes()).to.deep.equal(['1', '2', '3']);
    expect(await Facts.countDocuments({ effects: { $ne: [] } })).to.equal(0);
  });

  it('are repeated without harm after a crash between carrying out and striking off', async () => {
    await Facts.create({ name: 'a', effects: [effect('1'), effect('2')] });
    await note([effect('1')]);

    await createEffects({ models: [Facts], carriers: { note } }).drain();
    expect(await notes()).to.deep.equal(['1', '2']);
  });

  it('of one document are carried out in their order, whatever their kinds', async () => {
    const seen: string[] = [];
    const see = async (effects: readonly Effect[]): Promise<void> =>
      void seen.push(...effects.map(({ id }) => id));
    await Facts.create({
      name: 'a',
      effects: [effect('1', 'x'), effect('2', 'y'), effect('3', 'y'), effect('4', 'x')],
    });

    await createEffects({ models: [Facts], carriers: { x: see, y: see } }).drain();
    expect(seen).to.deep.equal(['1', '2', '3', '4']);
  });

  it('of an unknown kind stay, and do not hold up the known ones', async () => {
    await Facts.create({ name: 'a', effects: [effect('1', 'tomorrow'), effect('2')] });

    await createEffects({ models: [Facts], carriers: { note } }).drain();
    expect((await Facts.findOne().lean())?.effects.map(({ id }) => id)).to.deep.equal(['1']);
    expect(await notes()).to.deep.equal(['2']);
  });

  it('that fail wait with those behind them, and only their document waits', async () => {
    const picky = async (effects: readonly Effect[]): Promise<void> => {
      if (effects.some(({ id }) => id === 'bad')) throw new Error('not this one');
      await note(effects);
    };
    await Facts.create({ name: 'a', effects: [effect('bad'), effect('behind', 'after')] });
    await Facts.create({ name: 'b', effects: [effect('good')] });

    await createEffects({ models: [Facts], carriers: { note: picky, after: note } }).drain();
    expect(await notes()).to.deep.equal(['good']);

    await createEffects({ models: [Facts], carriers: { note, after: note } }).drain();
    expect(await notes()).to.deep.equal(['bad', 'behind', 'good']);
  });

  it('that keep failing are set aside after five times, said once, and the later ones go on', async () => {
    const picky = async (effects: readonly Effect[]): Promise<void> => {
      if (effects.some(({ id }) => id === 'bad')) throw new Error('not this one');
      await note(effects);
    };
    const said: string[] = [];
    const ignore = (): void => undefined;
    const keep = (_: unknown, text = ''): number => said.push(text);
    const log: Log = { debug: ignore, info: ignore, warn: keep, error: keep };
    const behind = [effect('bad'), effect('behind'), effect('last', 'after')];
    await Facts.create({ name: 'a', effects: [effect('before'), ...behind] });
    const effects = createEffects({
      models: [Facts],
      carriers: { note: picky, after: note },
      log,
    });
    for (let time = 1; time <= 5; time += 1) {
      await effects.drain();
      expect(await notes()).to.deep.equal(['before']);
    }
    for (const _ of [6, 7]) await effects.drain();
    expect(await notes()).to.deep.equal(['before', 'behind', 'last']);
    expect((await Facts.findOne().lean())?.effects).to.have.length(1);
    expect(said).to.deep.equal([
      'effect not carried out, will be tried again',
      'effect set aside: `rostrum repair` tries it again',
    ]);

    await createEffects({ models: [Facts], carriers: { note } }).replay();
    expect(await notes()).to.deep.equal(['bad', 'before', 'behind', 'last']);
    expect(await Facts.countDocuments({ 'effects.id': { $gt: '' } })).to.equal(0);
  });

  it('beyond the first batch are found behind documents that cannot be helped', async () => {
    const stuck = Array.from({ length: 205 }, (_, number) => ({
      name: 's',
      effects: [effect(`s${number}`, 'gone')],
    }));
    await Facts.insertMany(stuck);
    await Facts.create({ name: 'last', effects: [effect('last')] });

    expect(await createEffects({ models: [Facts], carriers: { note } }).drain()).to.equal(1);
    expect(await notes()).to.deep.equal(['last']);
  });

  it('written by a verb follow within moments, in few batches', async () => {
    let calls = 0;
    const counting = async (effects: readonly Effect[]): Promise<void> => {
      calls += 1;
      await note(effects);
    };
    const effects = createEffects({ models: [Facts], carriers: { note: counting } });
    effects.start();
    const facts = await Promise.all(
      Array.from({ length: 300 }, async (_, number) => {
        const fact = await Facts.create({ name: 'rush', effects: [effect(`r${number}`)] });
        settle(Facts, fact._id);
      }),
    );
    await waitFor(async () => (await Facts.countDocuments({ 'effects.id': { $gt: '' } })) === 0);
    await effects.stop();

    expect(await Notes.countDocuments()).to.equal(facts.length);
    expect(calls).to.be.lessThan(40);
  });

  it('left over by another run are picked up at the start', async () => {
    await Facts.create({ name: 'a', effects: [effect('1')] });
    const effects = createEffects({ models: [Facts], carriers: { note } });
    effects.start();
    await waitFor(async () => (await notes()).length === 1);
    await effects.stop();
  });

  it('are found by an index that holds only documents with something left to do', async () => {
    await Facts.insertMany(Array.from({ length: 500 }, () => ({ name: 'quiet', effects: [] })));
    await Facts.create({ name: 'a', effects: [effect('1')] });
    const plan = await Facts.collection
      .find({ 'effects.id': { $gt: '' } }, { hint: { 'effects.id': 1 } })
      .explain('executionStats');
    expect(plan['executionStats']).to.include({ totalKeysExamined: 1, totalDocsExamined: 1 });
  });
});
