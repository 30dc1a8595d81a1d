import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { type Access, systemAccess } from '../../../server/features/access/access.ts';
import { displayName } from '../../../server/features/directory/person-name.ts';
import { checkImport } from '../../../server/features/exchange/check-import.ts';
import { runImport } from '../../../server/features/exchange/run-import.ts';
import { guestList, type ListedGuest } from '../../../server/features/guests/guest-list.ts';
import { guestPlace } from '../../../server/features/guests/guest-place.ts';
import { ListQuery } from '../../../server/features/guests/input.ts';
import { liftGuest } from '../../../server/features/guests/lift-guest.ts';
import { loadGuest } from '../../../server/features/guests/load-guest.ts';
import { translateMessage } from '../../../server/platform/i18n/translate.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';

const folder = new URL('../../../server/fixtures/conferences/', import.meta.url);

/** By category, then by the ladder of the type of event: partners before units before the host, chiefs before deputies. */
const named: Record<string, readonly string[]> = {
  'customer-conference-2020': [
    'Trần Trung Thành',
    'Hoàng Mạnh Cường',
    'Lê Quốc Anh',
    'Lê Tử Dương',
    'Phạm Sỹ Hoàn',
    'Bùi Anh Nam',
    'Phạm Văn Nam',
    'Đặng Đình Công',
    'Nebozhenko Viktor Alexandrovich',
    'Nguyễn Văn Thành',
    'Trần Công Thịnh',
  ],
  'external-services-review-2020': ['Vũ Mai Khanh'],
  'party-review-2020': [],
  'year-end-review-2019': [
    'Cao Tùng Sơn',
    'Đặng Đình Công',
    'Nebozhenko Viktor Alexandrovich',
    'Trần Công Thịnh',
  ],
  'youth-union-midterm-2019': ['Võ Văn Châu', 'Đặng Đình Công', 'Hoàng Tiến Lương'],
};

describe('the order of naming at the real conferences', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  for (const [file, names] of Object.entries(named)) {
    it(`is what protocol demands at ${file}`, async () => {
      const access = await conference(file);
      const { rows } = await guestList(access, ListQuery.parse({}));
      expect(rows.map(({ name }) => displayName(name, 'vi'))).to.deep.equal(names);
    });
  }

  it('says between whom a guest is named, and why, in every language', async () => {
    const access = await conference('customer-conference-2020');
    const guest = await called(access, 'Lê Quốc Anh');

    const { place, total, after, before, because } = await guestPlace(access, guest);

    expect([place, total]).to.deep.equal([3, 11]);
    expect([after?.name.vi, before?.name.vi]).to.deep.equal(['Hoàng Mạnh Cường', 'Lê Tử Dương']);
    expect(because.map((reason) => translateMessage('vi', reason))).to.include('Chức vụ: Giám đốc');
    expect(because.map((reason) => translateMessage('en', reason)).join()).to.contain('Director');
    expect(because.map((reason) => translateMessage('ru', reason)).join()).to.contain('Директор');
  });

  it('explains a lift with its reason, and moves the guest past those of the rungs between', async () => {
    const access = await conference('customer-conference-2020');
    const guest = await called(access, 'Lê Tử Dương');

    const lifted = await liftGuest(access, String(guest._id), {
      places: 4,
      reason: 'Trưởng đoàn khách hàng',
    });

    const { place, because } = await guestPlace(access, lifted);
    expect(place).to.equal(3);
    expect(because.map((reason) => translateMessage('vi', reason)).join('; ')).to.contain(
      'Trưởng đoàn khách hàng',
    );
  });
});

async function conference(file: string): Promise<Access> {
  const text = readFileSync(new URL(`${file}.json`, folder), 'utf8');
  const actor = { kind: 'system', id: 'system', name: 'Rostrum' } as const;
  return systemAccess(await runImport(actor, await checkImport(text)));
}

async function called(access: Access, name: string) {
  const { rows } = await guestList(access, ListQuery.parse({ q: name }));
  const guest: ListedGuest | undefined = rows[0];
  if (!guest) throw new Error(`Nobody is called ${name}`);
  return loadGuest(access, String(guest._id));
}
