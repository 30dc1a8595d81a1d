import { expect } from 'chai';
import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { drawPlan, planVersion } from '../../../server/features/seating/draw-plan.ts';
import { PlanInput, PrintQuery } from '../../../server/features/seating/input.ts';
import { loadSeating } from '../../../server/features/seating/load-seating.ts';
import { moveGuest } from '../../../server/features/seating/move-guest.ts';
import { seatingSheet } from '../../../server/features/seating/present-print.ts';
import { guestsById, seatingGuests } from '../../../server/features/seating/seating-guests.ts';
import type { SeatingSheet } from '../../../server/features/seating/seating-sheet.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeGuest } from '../../support/factories.ts';

describe('the printed plan', () => {
  useDatabase();

  it('tells namesakes apart by their units, and by their positions in the same unit', async () => {
    const sheet = await sheetOf([
      person('Nguyễn Văn Thành', 'Giám đốc', 'FPT IS'),
      person('Nguyễn Văn Thành', 'Kỹ sư', 'Vietsovpetro'),
      person('Nguyễn Văn Thành', 'Chuyên viên', 'Vietsovpetro'),
      person('Lê Tử Dương', 'Giám đốc', 'Truetech'),
    ]);
    const notes = sheet.parts.flatMap(({ seats }) => seats.map(({ note }) => note));
    expect(notes).to.deep.equal(['FPT IS', 'Kỹ sư', 'Chuyên viên', '']);
    expect(sheet.index.people.map(({ name, office, seat }) => [name, office, seat])).to.deep.equal([
      ['Lê Tử Dương', 'Giám đốc Truetech', 'A-4'],
      ['Nguyễn Văn Thành', 'Giám đốc FPT IS', 'A-1'],
      ['Nguyễn Văn Thành', 'Kỹ sư Vietsovpetro', 'A-2'],
      ['Nguyễn Văn Thành', 'Chuyên viên Vietsovpetro', 'A-3'],
    ]);
  });

  it('may shorten what stands between family name and given name', async () => {
    const sheet = await sheetOf([
      person('Phạm Nguyễn Hoàng Phương Thảo', '', ''),
      {
        name: { ru: { family: 'Небоженко', given: 'Виктор', patronymic: 'Андреевич' } },
      },
    ]);
    const names = sheet.parts.flatMap(({ seats }) => seats.map((seat) => seat.names.at(-1)));
    expect(names).to.deep.equal(['Phạm N. H. P. Thảo', 'Nebozhenko V. A.']);
  });
});

type Person = Partial<Guest>;

function person(vi: string, position: string, unit: string): Person {
  return { name: { vi }, position: { vi: position }, organisationName: { vi: unit } };
}

/** They sit side by side in one row, in the given order. */
async function sheetOf(people: readonly Person[]): Promise<SeatingSheet> {
  const access = await accessAs('editor');
  const areas = [{ id: 'hall', kind: 'rows', rows: '1', seats: String(people.length), automatic: 'true' }];
  await drawPlan(access, PlanInput.parse({ areas, version: planVersion([]) }));
  for (const [at, one] of people.entries())
    await sit(access, await makeGuest({ ...one, event: access.event._id }), `hall:1:${at + 1}`);
  const { event } = access;
  const [seating, guests] = [await loadSeating(event), guestsById(await seatingGuests(access))];
  return seatingSheet({ event, seating, guests, locale: 'vi', query: PrintQuery.parse({}) });
}

async function sit(access: Access, guest: Guest, to: string): Promise<void> {
  await moveGuest(access, { who: String(guest._id), to, saw: '' });
}
