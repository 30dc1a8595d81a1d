import { Guests } from '../../models/guest.ts';
import { InboundMails } from '../../models/inbound-mail.ts';
import type { Access } from '../../server/features/access/access.ts';
import { addressKey, maskedAddress } from '../../server/features/mail/address-key.ts';
import type { PostOffice } from '../../server/features/mail/post-office.ts';
import { suppress } from '../../server/features/mail/suppress.ts';
import { arrangeSeats } from '../../server/features/seating/arrange-seats.ts';
import { drawPlan, planVersion } from '../../server/features/seating/draw-plan.ts';
import { AutomaticInput, PlanInput } from '../../server/features/seating/input.ts';
import { loadSeating } from '../../server/features/seating/load-seating.ts';
import { proposeSeats } from '../../server/features/seating/propose-seats.ts';
import { seatingGuests } from '../../server/features/seating/seating-guests.ts';
import { now } from '../../server/platform/clock.ts';

const hall = [
  { id: 'a', kind: 'rows', rows: 6, seats: 10, aisles: '5', keptRows: 1, automatic: 'true' },
  { id: 'b', kind: 'tables', rows: 2, seats: 8, keptRows: 0, automatic: 'true' },
];

/** What lies on the desk: a letter nobody can be sure of, an address that takes no more mail, a hall with its guests. */
export async function deskScene(access: Access, office: Pick<PostOffice, 'secret'>): Promise<void> {
  await uncertainReply(access);
  const key = addressKey(office, 'khach@example.org');
  await suppress({ scope: 'hard', key, hint: maskedAddress('khach@example.org') });
  await drawPlan(access, PlanInput.parse({ areas: hall, version: planVersion([]) }));
  await seatEverybody(access);
}

async function seatEverybody(access: Access): Promise<void> {
  const input = AutomaticInput.parse({ keep: 'true', companions: 'true' });
  const [seating, guests] = [await loadSeating(access.event), await seatingGuests(access)];
  await arrangeSeats(access, { ...input, digest: proposeSeats(seating, guests, input).digest });
}

async function uncertainReply({ event }: Access): Promise<void> {
  const guest = await Guests.findOne({ event: event._id, standing: 'no-answer' }).orFail().lean();
  const at = now();
  const from = { name: 'Trần Thị Lan', address: 'thuky@mail.example' };
  await InboundMails.create({
    sha256: 'a letter of somebody else',
    via: 'imap',
    sender: from.address,
    receivedAt: at,
    state: 'needs-human',
    event: event._id,
    guest: guest._id,
    decision: { reason: 'other-sender', kind: 'attending', trust: 'C', at, by: '' },
    reading: {
      channel: 'mail',
      from,
      subject: 'Re: Thư mời tham dự',
      written: 'Anh sẽ tham dự, có thể đến muộn 15 phút.',
      quoted: '> Trân trọng kính mời',
    },
    expires: new Date(at.getTime() + 86_400_000),
  });
}
