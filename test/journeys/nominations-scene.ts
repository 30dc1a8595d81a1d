import type { Types } from 'mongoose';
import { Nominations } from '../../models/nomination.ts';
import type { Access } from '../../server/features/access/access.ts';
import { askUnits } from '../../server/features/nominations/ask-units.ts';
import { findUnit } from '../../server/features/nominations/find-unit.ts';
import { NomineeInput, UnitsInput } from '../../server/features/nominations/input.ts';
import { nameNominee } from '../../server/features/nominations/name-nominee.ts';
import { unitToken } from '../../server/features/nominations/unit-link.ts';
import { paths } from '../../server/paths.ts';
import type { Visit } from './all-pages.ts';

/** A unit that has been asked and is still writing its list. */
export interface NominationsScene {
  event: { slug: string };
  unit: Types.ObjectId;
  nominee: string;
  /** The link of the unit's secretary. */
  link: string;
}

/** Two units are asked; one has named more people than it has seats, the other cannot be reached. */
export async function askSomeUnits(access: Access, linkKey: string): Promise<NominationsScene> {
  const lines = 'Công ty Vận tải Biển;1;Phạm Thị Hoa;hoa@example.org\nCục Hàng hải;3';
  await askUnits(
    access,
    UnitsInput.parse({ lines, quota: 2, deadline: '2099-01-15', note: 'Một nữ' }),
    linkKey,
  );
  const unit = await Nominations.findOne({ event: access.event._id }).sort({ sortKey: 1 }).orFail().lean();
  const token = unitToken(linkKey, unit, 1);
  const naming = await findUnit(token);
  if (!naming) throw new Error('The link of a unit opens nothing');
  for (const name of ['Trần Thị Mai', 'Lê Văn Bình'])
    await nameNominee(naming.access, String(unit._id), NomineeInput.parse({ name, addressForm: 'ba' }));
  const named = await Nominations.findById(unit._id).orFail().lean();
  return {
    event: access.event,
    unit: unit._id,
    nominee: named.nominees[0]?.id ?? '',
    link: paths.unitLink(token),
  };
}

/** The pages of organisers about units, and those of a unit's secretary. */
export function nominationPages({ event, unit, nominee, link }: NominationsScene): Record<string, Visit[]> {
  const office = (go: string): Visit => ({ as: 'organiser', go });
  const secretary = (path: string): Visit => ({
    as: 'nobody',
    go: async (_page, open) => {
      await open(link);
      await open(path);
    },
  });
  return {
    'nominations/index': [office(paths.nominations(event))],
    'nominations/ask': [office(paths.askUnits(event))],
    'nominations/show': [office(paths.nomination(event, unit))],
    'nominations/edit': [office(paths.editNomination(event, unit))],
    'nominations/write': [office(paths.writeToUnits(event))],
    'nominations/naming': [secretary(paths.naming)],
    'nominations/person': [secretary(paths.nominee(nominee))],
    'nominations/submit': [secretary(paths.submitNominees)],
    'nominations/lost': [{ as: 'nobody', go: paths.unitLink('nothing'), status: 404 }],
    'attention/index': [office(paths.attention(event))],
  };
}
