import type { Concern } from './concern.ts';
import { agendaClashes } from './concerns/agenda-clashes.ts';
import { devicesLost, devicesSilent } from './concerns/devices.ts';
import { doubles } from './concerns/doubles.ts';
import { duplicates } from './concerns/duplicates.ts';
import { failedMails, uncertainMails } from './concerns/mails.ts';
import { recipients } from './concerns/recipients.ts';
import { replies } from './concerns/replies.ts';
import { seatsDoubled } from './concerns/seats-doubled.ts';
import { seatsLost } from './concerns/seats-lost.ts';
import { silentChiefs } from './concerns/silent-chiefs.ts';
import { substitutes } from './concerns/substitutes.ts';
import { namesWaiting, unitsBehind } from './concerns/units.ts';
import { unconfirmed } from './concerns/unconfirmed.ts';
import { unreached } from './concerns/unreached.ts';

/** Everything that may need somebody, the most pressing first. A new kind is one file and one line. */
export const concerns: readonly Concern[] = [
  devicesLost,
  devicesSilent,
  doubles,
  unreached,
  failedMails,
  uncertainMails,
  silentChiefs,
  replies,
  unconfirmed,
  substitutes,
  recipients,
  namesWaiting,
  unitsBehind,
  seatsLost,
  seatsDoubled,
  agendaClashes,
  duplicates,
];
