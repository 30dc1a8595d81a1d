import { expect } from 'chai';
import type { Types } from 'mongoose';
import { Guests } from '../../../models/guest.ts';
import { Nominations } from '../../../models/nomination.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { carriers } from '../../../server/effects.ts';
import { acceptAll, acceptNominee } from '../../../server/features/nominations/accept-nominees.ts';
import { editNominee, removeNominee } from '../../../server/features/nominations/edit-nominee.ts';
import { editUnit } from '../../../server/features/nominations/edit-unit.ts';
import { findUnit } from '../../../server/features/nominations/find-unit.ts';
import { NomineeInput, UnitInput } from '../../../server/features/nominations/input.ts';
import { loadNomination } from '../../../server/features/nominations/load-nomination.ts';
import { replaceNominee } from '../../../server/features/nominations/name-nominee.ts';
import { returnNominee } from '../../../server/features/nominations/return-nominee.ts';
import { namedOver, seatsOf } from '../../../server/features/nominations/seats.ts';
import { steerUnit } from '../../../server/features/nominations/steer-unit.ts';
import { writeToUnits } from '../../../server/features/nominations/write-to-units.ts';
import { modelsWithEffects } from '../../../server/models.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeOrganisation } from '../../support/factories.ts';
import {
  ask,
  from,
  handIn,
  holder,
  linkKey,
  name,
  pastDeadline,
  refusal,
  reload,
  tokenOf,
} from './naming.ts';

const effects = createEffects({ models: modelsWithEffects, carriers });
const drain = () => effects.drain();

describe('units that name their guests', () => {
  useDatabase();

  async function oneUnit(lines?: string) {
    const access = await accessAs('editor');
    const [unit] = await ask(access, lines ? { lines } : {});
    if (!unit) throw new Error('No unit was asked');
    return { access, unit, id: String(unit._id) };
  }

  async function guestsOf(event: { _id: Types.ObjectId }): Promise<string[]> {
    const guests = await Guests.find({ event: event._id, state: 'listed' }).sort({ _id: 1 }).lean();
    return guests.map((guest) => guest.name.vi ?? guest.name.latin ?? '');
  }

  it('are asked once, from pasted lines, as the organisations of the directory', async () => {
    const access = await accessAs('editor');
    const known = await makeOrganisation({ name: { vi: 'Trường Đại học Bách khoa' } });
    const lines = 'trường đại học bách khoa;5\nCục Hàng hải\t4\tLê Văn Tư\ttu@example.org\t0912 345 678';
    await ask(access, { lines });
    const units = await ask(access, { lines });

    expect(units.map(({ name: { vi }, quota, secretary }) => ({ vi, quota, ...secretary }))).to.deep.equal([
      { vi: 'Cục Hàng hải', quota: 4, name: 'Lê Văn Tư', email: 'tu@example.org', phone: '0912 345 678' },
      { vi: 'Trường Đại học Bách khoa', quota: 5, name: '', email: '', phone: '' },
    ]);
    expect(String(units[1]?.organisation)).to.equal(String(known._id));
  });

  it('are named line by line when a pasted line cannot be read, and nobody is asked', async () => {
    const access = await accessAs('editor');
    for (const [lines, key] of [
      ['A;2\n;3', 'nominations.error.line-no-unit'],
      ['A;many', 'nominations.error.line-quota'],
      ['A;2;Hoa;hoa@', 'nominations.error.line-email'],
      ['', 'nominations.error.no-units'],
    ] as const)
      expect(await refusal(ask(access, { lines })), lines).to.equal(key);
    expect(await Nominations.countDocuments({ event: access.event._id })).to.equal(0);
  });

  it('open their own list with a link of which only the hash is stored, until it is withdrawn or replaced', async () => {
    const { access, unit, id } = await oneUnit();
    const token = tokenOf(unit);
    expect(JSON.stringify(unit)).to.not.include(token);
    expect((await findUnit(token))?.nomination._id.equals(unit._id)).to.equal(true);

    await steerUnit(access, id, { step: 'renew', linkKey });
    expect(await findUnit(token)).to.equal(null);
    const renewed = tokenOf(await reload(unit));
    expect((await findUnit(renewed))?.nomination._id.equals(unit._id)).to.equal(true);
    await steerUnit(access, id, { step: 'revoke', linkKey });
    expect(await findUnit(renewed)).to.equal(null);
  });

  it('never reach the list of another unit, nor the rights of an organiser', async () => {
    const { access, id } = await oneUnit('A;2\nB;2');
    const [first, second] = await Nominations.find({ event: access.event._id }).sort({ sortKey: 1 }).lean();
    if (!first || !second) throw new Error('Two units were asked');
    const { access: mine } = await holder(first);
    const other = String(second._id);

    expect(await refusal(loadNomination(mine, other))).to.equal('nominations.unknown');
    const person = NomineeInput.parse({ name: 'Trần Văn Lạ' });
    expect(await refusal(editNominee(mine, other, { nominee: 'x', input: person }))).to.equal(
      'nominations.unknown',
    );
    expect(await refusal(acceptAll(mine, id))).to.equal('errors.forbidden');
    expect(await refusal(removeNominee(access, id, 'x'))).to.equal('errors.forbidden');
  });

  it('hear that somebody is on their list already, in any spelling, and may say it is another', async () => {
    const { unit } = await oneUnit();
    await name(unit, { name: 'Nguyễn Văn An', email: 'an@example.org', phone: '+84 912 345 678' });

    for (const [person, key] of [
      [{ name: 'nguyen van an' }, 'nominations.same.name'],
      [{ name: 'Lê Thị Bình', email: 'an@example.org' }, 'nominations.same.email'],
      [{ name: 'Lê Thị Bình', phone: '0912.345.678' }, 'nominations.same.phone'],
    ] as const)
      expect(await refusal(name(unit, person)), key).to.equal(key);
    expect((await name(unit, { name: 'Nguyễn Văn An', another: true })).nominees).to.have.length(2);
    expect((await name(unit, 'Nguyễn Văn Ân')).nominees).to.have.length(3);
  });

  it('name a person once when the same form comes twice', async () => {
    const { unit } = await oneUnit();
    const form = { id: '0123456789abcdef01234567', name: 'Nguyễn Văn An' };
    await name(unit, form);
    const { nominees } = await name(unit, form);
    expect(nominees).to.have.length(1);
    expect(nominees[0]?.id, 'an id that a form brings along may be that of a guest').to.not.equal(form.id);
  });

  it('count their seats: who was sent back leaves one free, who is too many is marked and kept', async () => {
    const { access, unit, id } = await oneUnit('A;2');
    const named = await handIn(await name(unit, 'Trần Văn Một', 'Trần Văn Hai', 'Trần Văn Ba'));
    expect(seatsOf(named)).to.include({ named: 3, free: 0, over: 1 });
    expect([...namedOver(named)]).to.deep.equal([named.nominees[2]?.id]);

    await acceptAll(access, id);
    await drain();
    expect(await guestsOf(access.event)).to.deep.equal(['Trần Văn Một', 'Trần Văn Hai']);
    const third = named.nominees[2]?.id ?? '';
    await returnNominee(access, id, { nominee: third, remark: 'Xin cử người khác', from });
    expect(seatsOf(await reload(unit))).to.include({ named: 2, free: 0, over: 0, returned: 1 });
  });

  it('become guests once, with category, unit, delegation and rank, however often they are accepted', async () => {
    const access = await accessAs('editor');
    const known = await makeOrganisation({ name: { vi: 'Tập đoàn Biển Đông' }, tier: 2 });
    const [unit] = await ask(access, {
      lines: 'Tập đoàn Biển Đông;2',
      category: 'delegate',
      asDelegation: true,
    });
    if (!unit) throw new Error('No unit was asked');
    const person = { name: 'Đỗ Thị Lan', addressForm: 'ba', position: 'Giám đốc', needs: 'Ăn chay' };
    const { nominees } = await handIn(await name(unit, person));
    const id = String(unit._id);

    await Promise.all([1, 2, 3].map(() => acceptAll(access, id)));
    await drain();
    await carriers['nominees-accepted']?.([
      {
        id: 'again',
        kind: 'nominees-accepted',
        at: new Date(),
        data: {
          event: String(access.event._id),
          nomination: id,
          nominees: [nominees[0]?.id],
          actor: access.actor,
        },
      },
    ]);

    const guests = await Guests.find({ event: access.event._id }).lean();
    expect(guests).to.have.length(1);
    const [guest] = guests;
    expect(guest).to.deep.include({
      category: 'delegate',
      delegation: 'Tập đoàn Biển Đông',
      organisationTier: 2,
      tiers: ['director'],
      note: 'Ăn chay',
      addressForm: 'ba',
    });
    expect([String(guest?._id), String(guest?.organisation)]).to.deep.equal([
      nominees[0]?.id,
      String(known._id),
    ]);
    expect(String((await reload(unit)).nominees[0]?.guest)).to.equal(nominees[0]?.id);
  });

  it('who are on the list already stay the one guest they are, and come back when they were cancelled', async () => {
    const { access, unit, id } = await oneUnit('A;3');
    const event = access.event._id;
    const there = await makeGuest({ event, name: { vi: 'Vũ Văn Sáu' }, email: 'sau@example.org' });
    const gone = await makeGuest({
      event,
      name: { vi: 'Vũ Văn Bảy' },
      email: 'bay@example.org',
      state: 'cancelled',
      standing: 'cancelled',
    });
    await handIn(
      await name(
        unit,
        { name: 'Vũ Văn Sáu', email: 'sau@example.org' },
        { name: 'vu van bay', email: 'bay@example.org' },
      ),
    );
    await acceptAll(access, id);
    await drain();

    const { nominees } = await reload(unit);
    expect(nominees.map(({ guest }) => String(guest))).to.deep.equal([String(there._id), String(gone._id)]);
    expect(await guestsOf(access.event)).to.have.members(['Vũ Văn Sáu', 'Vũ Văn Bảy']);
  });

  it('keep a draft to themselves until they hand it in or the deadline is over', async () => {
    const { access, unit, id } = await oneUnit();
    const { nominees } = await name(unit, 'Nguyễn Văn An');
    const nominee = nominees[0]?.id ?? '';
    expect(await refusal(acceptNominee(access, id, nominee))).to.equal('nominations.error.not-submitted');
    await pastDeadline(unit);
    await acceptNominee(access, id, nominee);
    expect((await reload(unit)).nominees[0]?.state).to.equal('accepted');
  });

  it('name nobody new after the deadline, but propose who comes in the place of whom; the organisers decide', async () => {
    const { access, unit, id } = await oneUnit();
    const { nominees } = await handIn(await name(unit, 'Nguyễn Văn An'));
    const replaced = nominees[0]?.id ?? '';
    await acceptAll(access, id);
    await drain();
    const late = await pastDeadline(unit);

    expect(await refusal(name(late, 'Lê Văn Mới'))).to.equal('nominations.error.too-late');
    const { access: secretary } = await holder(late);
    expect(await refusal(removeNominee(secretary, id, replaced))).to.equal('nominations.error.accepted');
    const propose = (who: string) =>
      replaceNominee(secretary, id, { replaced, input: NomineeInput.parse({ name: who }) });
    const proposed = await propose('Hoàng Thị Thay');
    expect(await refusal(propose('Hoàng Thị Khác'))).to.equal('nominations.error.replacement-waits');
    expect(await guestsOf(access.event)).to.deep.equal(['Nguyễn Văn An']);

    await acceptNominee(access, id, proposed.nominees[1]?.id ?? '');
    await drain();
    expect(await guestsOf(access.event)).to.deep.equal(['Hoàng Thị Thay']);
    expect((await reload(unit)).nominees.map(({ state }) => state)).to.deep.equal(['replaced', 'accepted']);
  });

  it('mend what was sent back even after the deadline, and change nothing on a closed list', async () => {
    const { access, unit, id } = await oneUnit();
    const { nominees } = await handIn(await name(unit, 'Nguyễn Văn An'));
    const nominee = nominees[0]?.id ?? '';
    await returnNominee(access, id, { nominee, remark: 'Ghi rõ chức vụ', from });
    const { access: secretary } = await holder(await pastDeadline(unit));
    const input = NomineeInput.parse({ name: 'Nguyễn Văn An', position: 'Phó giám đốc' });
    const mended = await editNominee(secretary, id, { nominee, input });
    expect(mended.nominees[0]).to.include({ state: 'named', position: 'Phó giám đốc', remark: '' });

    await steerUnit(access, id, { step: 'close', linkKey });
    expect(await refusal(editNominee(secretary, id, { nominee, input }))).to.equal(
      'nominations.error.closed',
    );
  });

  it('get their link once, then reminders; a form sent twice is one mail, and some cannot be reached', async () => {
    const { access } = await oneUnit('A;2;Hoa;hoa@example.org\nB;2');
    const units = (await Nominations.find({ event: access.event._id }).lean()).map(({ _id }) => String(_id));
    const write = (mark: string) => writeToUnits(access, { units, mark }, { from, linkKey });

    expect(
      await Promise.all([write('0123456789abcdef01234567'), write('0123456789abcdef01234567')]),
    ).to.have.members([1, 0]);
    expect(await write('0123456789abcdef01234568')).to.equal(1);
    await drain();
    const mails = await OutboxMails.find({ event: access.event._id }).sort({ queuedAt: 1 }).lean();
    expect(mails.map(({ kind, to }) => [kind, to.address])).to.deep.equal([
      ['nominations.asked', 'hoa@example.org'],
      ['nominations.reminder', 'hoa@example.org'],
    ]);
  });

  it('are given more seats and time on the revision that was seen, and belong to one event', async () => {
    const { access, unit, id } = await oneUnit();
    const wanted = { unit: 'Viện Dầu khí', quota: 9, deadline: '2099-02-01', rev: unit.rev };
    const changed = await editUnit(access, id, UnitInput.parse(wanted));
    expect([changed.quota, changed.deadline.toISOString()]).to.deep.equal([9, '2099-02-01T16:59:00.000Z']);
    expect(await refusal(editUnit(access, id, UnitInput.parse(wanted)))).to.equal('errors.conflict-rev');
    const stranger = await accessAs('owner', { event: await makeEvent() });
    expect(await refusal(editUnit(stranger, id, UnitInput.parse(wanted)))).to.equal('nominations.unknown');
  });
});
