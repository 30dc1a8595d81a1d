import { SILENT_MS } from '../../../../contract/door/silence.ts';
import { type Door, Doors } from '../../../../models/door.ts';
import { paths } from '../../../paths.ts';
import type { Concern, ConcernRow, Looking } from '../concern.ts';
import { idsIn } from '../person.ts';

type Device = Pick<Door, '_id' | 'name' | 'lastSeenAt' | 'contact'>;
const fields = { name: 1, lastSeenAt: 1, contact: 1 } as const;

/** Devices at the doors whose browser has deleted what they had: scans that were not sent may be lost. */
export const devicesLost: Concern = {
  kind: 'devices-lost',
  tone: 'refused',
  icon: 'triangle-alert',
  ...kindOf(
    () => ({ 'contact.lostData': true }),
    (device) => ({ say: 'attention.say.device-lost', mark: '', params: { count: unsynced(device) } }),
  ),
};

/** Devices that have not been heard of for ten minutes and still have scans to send. */
export const devicesSilent: Concern = {
  kind: 'devices-silent',
  tone: 'waiting',
  icon: 'wifi-off',
  ...kindOf(
    ({ now }) => ({
      'contact.unsynced': { $gt: 0 },
      lastSeenAt: { $lt: new Date(now.getTime() - SILENT_MS) },
    }),
    (device) => ({
      say: 'attention.say.device-silent',
      mark: device.lastSeenAt?.toISOString() ?? '',
      params: { count: unsynced(device) },
    }),
  ),
};

function kindOf(
  trouble: (looking: Looking) => object,
  told: (device: Device) => Pick<ConcernRow, 'say' | 'mark' | 'params'>,
): Pick<Concern, 'place' | 'count' | 'rows'> {
  const inTrouble = (looking: Looking): object => ({
    event: looking.access.event._id,
    revokedAt: null,
    expires: { $gt: looking.now },
    ...trouble(looking),
  });
  return {
    place: ({ event }) => paths.doors(event),
    count: (looking) => Doors.countDocuments(inTrouble(looking)),
    rows: async (looking, { limit, keys }) => {
      const only = keys ? { _id: { $in: idsIn(keys) } } : {};
      const devices = await Doors.find({ ...inTrouble(looking), ...only }, fields)
        .sort({ lastSeenAt: 1, _id: 1 })
        .limit(limit)
        .lean<Device[]>();
      return devices.map((device) => ({ ...rowOf(looking, device), ...told(device) }));
    },
  };
}

function rowOf({ access: { event } }: Looking, device: Device): Omit<ConcernRow, 'say' | 'mark' | 'params'> {
  const href = `${paths.doors(event)}#door-${String(device._id)}`;
  return {
    key: String(device._id),
    who: { kind: 'thing', name: { vi: device.name }, detail: '', href },
    since: device.lastSeenAt,
    act: { label: 'common.open', href },
  };
}

function unsynced({ contact }: Device): number {
  return contact?.unsynced ?? 0;
}
