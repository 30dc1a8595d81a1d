import type { Localised } from '../../contract/localised.ts';
import type { GuestInput } from '../features/guests/input.ts';

interface Unit {
  name: Localised;
  category: string;
  side: GuestInput['side'];
  people: number;
}

const same = (name: string): Localised => ({ vi: name, en: name, ru: name });

/** The units that came without named delegates, and how many seats the demo gives each. */
const units: readonly Unit[] = [
  { name: same('OSB'), category: 'partner', side: 'partner', people: 4 },
  { name: same('VNPT'), category: 'partner', side: 'partner', people: 5 },
  { name: same('Viettel'), category: 'partner', side: 'partner', people: 6 },
  { name: same('PVGas'), category: 'partner', side: 'partner', people: 5 },
  { name: same('Idemitsu'), category: 'partner', side: 'partner', people: 3 },
  {
    name: {
      vi: 'Ban Quản lý Hợp đồng dầu khí',
      en: 'Petroleum Contracts Management Board',
      ru: 'Дирекция по управлению нефтегазовыми контрактами',
    },
    category: 'internal',
    side: 'internal',
    people: 6,
  },
  {
    name: {
      vi: 'Phòng Tiếp thị dịch vụ, Bộ máy Điều hành',
      en: 'Service Marketing Department, Executive Apparatus',
      ru: 'Отдел маркетинга услуг, Аппарат управления',
    },
    category: 'internal',
    side: 'internal',
    people: 6,
  },
];

/** Delegates without a name: the reports name the units, not the people, and the demo invents nobody. */
export function crowd(): GuestInput[] {
  return units.flatMap((unit) =>
    Array.from({ length: unit.people }, (_, index) => delegate(unit, index + 1)),
  );
}

function delegate(unit: Unit, number: number): GuestInput {
  const short = unit.name.vi?.split(',')[0] ?? '';
  return {
    name: { vi: `Đại biểu ${number} – ${short}` },
    addressForm: 'none',
    position: {},
    organisation: '',
    organisationName: unit.name,
    email: '',
    phone: '',
    locale: 'vi',
    pronunciation: '',
    nationality: '',
    category: unit.category,
    side: unit.side,
    delegation: unit.name.vi ?? '',
    headOfDelegation: number === 1,
    tiers: [],
    organisationTier: null,
    seniority: 0,
    seat: '',
    note: '',
  };
}
