import type { z } from 'zod';
import type { Door } from '../../../models/door.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { qrSvg } from '../../platform/qr.ts';
import type { LinkModel } from './views.ts';

/** The code that sets a device up, as a picture and as a link. */
export function linkModel(
  { door, secret }: { door: Door; secret: string },
  { event, site }: { event: Conference; site: string },
): z.input<typeof LinkModel> {
  const link = site + paths.doorLink(secret);
  return {
    name: door.name,
    link,
    qr: `data:image/svg+xml;base64,${Buffer.from(qrSvg(link)).toString('base64')}`,
    until: door.enrolment?.expires ?? door.expires,
    renew: paths.renewDoorSecret(event, door),
    back: paths.doors(event),
  };
}
