import type { z } from 'zod';
import type { Door } from '../../../models/door.ts';
import { NotFound } from '../../platform/errors.ts';
import { paths } from '../../paths.ts';
import { qrSvg } from '../../platform/qr.ts';
import type { DoorsFacts } from './present-doors.ts';
import type { LinkModel, Waiting } from './views.ts';

/** The code that sets a device up, as a picture and as a link. */
export function linkModel(
  { door, secret }: { door: Door; secret: string },
  { facts, site }: { facts: DoorsFacts; site: string },
): z.input<typeof LinkModel> {
  const link = site + paths.doorLink(secret);
  return {
    name: door.name,
    link,
    qr: `data:image/svg+xml;base64,${Buffer.from(qrSvg(link)).toString('base64')}`,
    waiting: waitingModel(facts, String(door._id)),
    back: paths.doors(facts.event),
  };
}

/** Whether the device has been set up, and how long its code still works. */
export function waitingModel({ event, doors, now }: DoorsFacts, id: string): z.input<typeof Waiting> {
  const door = doors.find(({ _id }) => String(_id) === id);
  if (!door) throw new NotFound('doors.no-such-door');
  const until = door.enrolment?.expires ?? door.expires;
  return {
    source: `${paths.doors(event)}?part=one&door=${id}`,
    isSetUp: door.isSetUp,
    isLate: !door.isSetUp && until <= now,
    until,
    ends: until.getTime(),
    renew: paths.renewDoorSecret(event, door),
  };
}
