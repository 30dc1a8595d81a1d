import { Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import type { Access } from '../../server/features/access/access.ts';
import { recordAnswer } from '../../server/features/invitations/record-answer.ts';
import { secretaryToken } from '../../server/features/invitations/secretary/secretary-link.ts';
import {
  type SecretarySender,
  sendSecretaryLink,
} from '../../server/features/invitations/secretary/send-secretary-link.ts';
import { approveSubstitute } from '../../server/features/substitutes/approve-substitute.ts';
import { paths } from '../../server/paths.ts';

const secretary = { name: 'Trần Thị Lan', email: 'lan@office.example', phone: '', mail: 'copy' as const };
const colleague = { name: 'Lê Văn Bình', position: 'Phó trưởng phòng', phone: '0912 345 678', email: '' };

const replyForm = {
  companions: 2,
  dietary: true,
  access: true,
  transport: true,
  photo: true,
  consents: [{ version: 1, text: { vi: 'Đồng ý chụp ảnh?', en: 'Photographs?', ru: 'Съёмка?' } }],
  questions: [
    {
      id: 'hotel',
      kind: 'one' as const,
      label: { vi: 'Khách sạn nào?', en: 'Which hotel?', ru: 'Какая гостиница?' },
      hint: {},
      required: false,
      categories: [],
      options: [
        { id: 'oil', label: { vi: 'Khách sạn Dầu khí', en: 'Petro Hotel', ru: 'Петро' } },
        { id: 'own', label: { vi: 'Tự túc', en: 'My own', ru: 'Своя' } },
      ],
    },
    {
      id: 'events',
      kind: 'several' as const,
      label: { vi: 'Hoạt động bên lề', en: 'Side events', ru: 'Мероприятия' },
      hint: {},
      required: false,
      categories: [],
      options: [
        { id: 'rig', label: { vi: 'Giàn khoan', en: 'The rig', ru: 'Платформа' } },
        { id: 'dinner', label: { vi: 'Tiệc tối', en: 'Dinner', ru: 'Ужин' } },
      ],
    },
  ],
  substitutes: 'review' as const,
};

/** Guests are asked something, one has said it, two send somebody else, and a secretary answers for some of them. */
export async function answersScene(access: Access, sender: SecretarySender): Promise<{ secretary: string }> {
  const event = access.event._id;
  await Events.updateOne({ _id: event }, { $set: { replyForm } });
  const asking = { ...access, event: { ...access.event, replyForm } };
  const guests = await Guests.find({ event, arrivedAt: null, standing: 'attending' })
    .sort({ order: -1 })
    .limit(4)
    .lean<Guest[]>();
  const [detailed, ...represented] = guests.map(({ _id }) => String(_id));
  await Guests.updateMany({ _id: { $in: guests.map(({ _id }) => _id) } }, { $set: { secretary } });
  await record(asking, detailed, 'attending', sender);
  for (const guest of represented) await record(asking, guest, 'substitute', sender);
  await approveSubstitute(asking, represented[0] ?? '', sender);
  const link = await sendSecretaryLink(asking, secretary.email, sender);
  return { secretary: paths.secretaryLink(secretaryToken(sender.linkKey, link)) };
}

async function record(
  access: Access,
  guest: string | undefined,
  kind: 'attending' | 'substitute',
  { from }: SecretarySender,
): Promise<void> {
  const details = {
    companions: [{ name: 'Phạm Thị Dung', position: 'Phiên dịch' }],
    dietary: 'Ăn chay',
    access: '',
    transport: 'Xe cơ quan',
    photo: 'yes' as const,
    q: { hotel: 'oil', events: ['rig', 'dinner'] },
  };
  const input = { kind, channel: 'phone', note: '', substitute: colleague, details, tell: false } as const;
  await recordAnswer(access, guest ?? '', { input, from });
}
