import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { Forbidden } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { enterAsDevice } from '../access/enter.ts';
import { syncDevice } from '../door-list/sync.ts';
import type { DoorActor } from './door-actor.ts';
import { deviceById } from './recognise-device.ts';
import { recordContact } from './record-contact.ts';
import { scanAtDoor } from './scan-at-door.ts';
import { ScanInput, SearchInput, SyncInput, UploadInput } from './scan-input.ts';
import { searchFromDoor } from './search-from-door.ts';
import { uploadFromDoor } from './upload-from-door.ts';

/** The work of a device that may act: to ask for an entry, to tell what it did, to hear what changed. */
export function workRoutes(): Router {
  const router = Router();
  router.post(paths.deviceScan, scan);
  router.post(paths.deviceSync, sync);
  router.post(paths.deviceSearch, search);
  return router;
}

async function scan(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'attendance.check-in');
  res.json(await scanAtDoor(access, deviceOf(res).profile, parse(ScanInput, req.body)));
}

/** What has happened is taken from a device that is over, too; from one that was revoked only as it came. */
export async function upload(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'attendance.check-in');
  const { happenings } = parse(UploadInput, req.body);
  res.json(await uploadFromDoor(access, happenings, await deviceById(deviceOf(res).id)));
}

async function sync(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'attendance.check-in');
  const { cursor, report } = parse(SyncInput, req.body);
  const device = deviceOf(res);
  await recordContact(device, report);
  res.json(await syncDevice(access, await deviceById(device.id), cursor));
}

async function search(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'attendance.check-in');
  res.json({ guests: await searchFromDoor(access, parse(SearchInput, req.body).q) });
}

function deviceOf(res: Response): DoorActor {
  const { actor } = res.locals;
  if (actor?.kind !== 'door') throw new Forbidden();
  return actor;
}
