import { expect } from 'chai';
import * as fc from 'fast-check';
import { Types } from 'mongoose';
import { type EventType, type GuestStanding, guestStandings } from '../../../contract/states.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { eventStatement } from '../../../server/features/attendance/event-statement.ts';
import { statementText } from '../../../server/features/statements/statement-text.ts';
import { statement, type Summoned } from '../../../server/features/attendance/statement.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';

const summoned = fc.record<Summoned>({
  standing: fc.constantFrom<GuestStanding>(...guestStandings),
  present: fc.boolean(),
  bySubstitute: fc.boolean(),
  reason: fc.constant(''),
  unit: fc.constantFrom({ vi: 'Phòng Khoan' }, { vi: 'Phòng Địa chất' }, {}, { en: 'Bureau' }),
});

describe('statement', () => {
  it('counts as somebody with a list and a pencil would', () => {
    fc.assert(
      fc.property(fc.array(summoned, { maxLength: 60 }), (guests) => {
        const counted = { summoned: 0, present: 0, substitutes: 0, excused: 0, unexcused: 0 };
        for (const guest of guests) {
          if (guest.standing === 'cancelled') continue;
          counted.summoned += 1;
          if (guest.present) counted.present += 1;
          if (guest.present && guest.bySubstitute) counted.substitutes += 1;
          if (!guest.present && guest.standing === 'declined') counted.excused += 1;
          if (!guest.present && guest.standing !== 'declined') counted.unexcused += 1;
        }
        const told = statement(guests);
        expect(told).to.deep.include({
          summoned: counted.summoned,
          present: counted.present,
          substitutes: counted.substitutes,
          absentWithReason: counted.excused,
          absentWithoutReason: counted.unexcused,
        });
        expect(told.share).to.equal(counted.summoned === 0 ? null : counted.present / counted.summoned);
      }),
    );
  });

  it('is the sum of its units, in which everybody stands once', () => {
    fc.assert(
      fc.property(fc.array(summoned, { maxLength: 60 }), (guests) => {
        const told = statement(guests);
        const keys = [
          'summoned',
          'present',
          'substitutes',
          'absentWithReason',
          'absentWithoutReason',
        ] as const;
        const sums = keys.map((key) => told.units.reduce((sum, unit) => sum + unit[key], 0));
        expect(sums).to.deep.equal(keys.map((key) => told[key]));
        expect(told.summoned).to.equal(told.present + told.absentWithReason + told.absentWithoutReason);
      }),
    );
  });
});

describe('the statement of an event', () => {
  useDatabase();

  it('follows the door: present, by a substitute, absent with reason and without', async () => {
    const event = await makeEvent({ state: 'live' });
    const access = await accessAs('device', { event });
    const answer = { channel: 'page', by: 'guest', at: new Date(), note: '', substitute: null } as const;
    const substitute = { name: 'Vũ Thị Thay', position: '', phone: '', email: '' };
    const comes = await makeGuest({ event: event._id, answer: { ...answer, kind: 'attending' } });
    const sends = await makeGuest({
      event: event._id,
      answer: { ...answer, kind: 'substitute', substitute },
    });
    await makeGuest({ event: event._id, answer: { ...answer, kind: 'declined' } });
    await makeGuest({ event: event._id, answer: { ...answer, kind: 'attending' } });
    await makeGuest({ event: event._id, state: 'cancelled' });
    for (const guest of [comes, sends]) {
      await checkIn(access, {
        scanId: `scan-${String(guest._id)}`,
        guest: String(guest._id),
        method: 'search',
      });
    }

    const told = await eventStatement(access);

    const { units, ...figures } = told;
    expect(figures).to.deep.equal({
      summoned: 4,
      present: 2,
      substitutes: 1,
      absentWithReason: 1,
      absentWithoutReason: 1,
      share: 0.5,
    });
    expect(units.map(({ unit, summoned }) => [unit.vi, summoned])).to.deep.equal([['Viện Nghiên cứu', 4]]);
  });

  it('does not count a check-in that was taken back', async () => {
    const event = await makeEvent();
    const access = await accessAs('device', { event });
    const guest = await makeGuest({ event: event._id });
    await checkIn(access, { scanId: 'scan-taken-back', code: guest.code, method: 'scan' });
    await CheckIns.updateOne({ guest: guest._id }, { admission: null });
    expect((await eventStatement(access)).present).to.equal(0);
  });
});

describe('the statement read aloud', () => {
  const at = new Date('2026-12-15T01:15:00Z');

  async function read(
    figures: { present?: number; substitutes?: number; excused?: number; unexcused?: number },
    state: 'live' | 'closed' = 'live',
    type: EventType = 'customer-conference',
  ): Promise<{ vi: string; en: string; ru: string }> {
    const { present = 0, substitutes = 0, excused = 0, unexcused = 0 } = figures;
    const total = present + excused + unexcused;
    const event = {
      _id: new Types.ObjectId(),
      title: { vi: 'Hội nghị', en: 'Conference', ru: 'Конференция' },
      timeZone: 'Asia/Ho_Chi_Minh',
      state,
      type,
    } as Parameters<typeof statementText>[0]['event'];
    const told = {
      summoned: total,
      present,
      substitutes,
      absentWithReason: excused,
      absentWithoutReason: unexcused,
      share: total === 0 ? null : present / total,
      units: [],
    };
    const facts = { event, statement: told, at };
    return { vi: statementText(facts, 'vi'), en: statementText(facts, 'en'), ru: statementText(facts, 'ru') };
  }

  it('says every figure in each language', async () => {
    expect(await read({ present: 9, substitutes: 1, excused: 1, unexcused: 1 })).to.deep.equal({
      vi: 'Hội nghị. Tổng số đại biểu được mời: 11. Tính đến 08:15 ngày 15/12/2026, có mặt: 9, đạt tỷ lệ 81,8%, trong đó có 1 người dự thay. Vắng mặt: 2, trong đó 1 có lý do và 1 không có lý do.',
      en: 'Conference. 11 delegates were invited. As of 08:15 on 15 December 2026, 9 are present, or 81.8%, among them 1 substitute. 2 delegates absent: 1 with reason and 1 without.',
      ru: 'Конференция. Приглашено 11 участников. На 08:15, 15 декабря 2026 г., присутствуют 9 участников (81,8\u00A0%), в том числе 1 замещающий. Отсутствуют 2 участника: по уважительной причине – 1, без указания причины – 1.',
    });
  });

  it('says plainly that nobody is absent, and speaks of a past event in the past', async () => {
    expect(await read({ present: 21 }, 'closed', 'year-end-review')).to.deep.equal({
      vi: 'Hội nghị. Tổng số đại biểu được triệu tập: 21. Tính đến 08:15 ngày 15/12/2026, có mặt: 21, đạt tỷ lệ 100%. Không có đại biểu vắng mặt.',
      en: 'Conference. 21 delegates were invited. 21 were present, or 100%. Nobody was absent.',
      ru: 'Конференция. Приглашён 21 участник. Присутствовал 21 участник (100\u00A0%). Отсутствующих нет.',
    });
  });

  it('counts in Russian as Russian does', async () => {
    const told = await Promise.all(
      [1, 2, 5, 11, 21, 22].map(async (present) => (await read({ present, excused: present })).ru),
    );
    expect(told.map((text) => /присутству\S+ \d+ участник\S*/.exec(text)?.[0])).to.deep.equal([
      'присутствует 1 участник',
      'присутствуют 2 участника',
      'присутствуют 5 участников',
      'присутствуют 11 участников',
      'присутствует 21 участник',
      'присутствуют 22 участника',
    ]);
    expect(told[2]).to.contain('По уважительной причине отсутствуют 5 участников.');
  });

  it('has a sentence for a list that is empty and for a hall that is', async () => {
    expect((await read({})).vi).to.equal('Chưa có đại biểu nào được mời.');
    expect((await read({ unexcused: 3 })).en).to.equal(
      'Conference. 3 delegates were invited. As of 08:15 on 15 December 2026, nobody is present yet. 3 delegates absent, without reason.',
    );
  });
});
