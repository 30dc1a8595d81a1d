import { createHash } from 'node:crypto';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { readDoorAuthorization, textToSign } from '../../../contract/door/signing.ts';
import { limits } from '../../../contract/limits.ts';
import type { Door } from '../../../models/door.ts';
import { AppError } from '../../platform/errors.ts';
import { limitUnknown } from '../../platform/http/rate-limit.ts';
import { doorActor } from './door-actor.ts';
import { isOver, recogniseDevice } from './recognise-device.ts';

/** Reads the body as it came, because the signature is over its bytes. Answers in JSON, as devices read it. */
export function forDevices(): RequestHandler[] {
  return [asProgram, express.raw({ type: () => true, limit: limits.body })];
}

/**
 * Lets a device in by its signature, as long as it may act. One that was revoked, or whose last day is over, is told so
 * by a 410 `doors.over`, and its browser to forget everything.
 */
export async function demandDevice(req: Request, res: Response, next: NextFunction): Promise<void> {
  const door = await signer(req, res);
  if (isOver(door)) throw new AppError(410, 'doors.over');
  next();
}

/** The same for what a device may do even when it is over. */
export async function knowDevice(req: Request, res: Response, next: NextFunction): Promise<void> {
  await signer(req, res);
  next();
}

/** For a request that is not signed: the body that `forDevices` has read, as JSON. */
export function readUnsigned(req: Request, _res: Response, next: NextFunction): void {
  req.body = jsonOf(bytesOf(req));
  next();
}

async function signer(req: Request, res: Response): Promise<Door> {
  const proof = readDoorAuthorization(req.get('authorization') ?? '');
  if (!proof) throw new AppError(401, 'doors.unsigned');
  const body = bytesOf(req);
  const digest = createHash('sha256').update(body).digest('hex');
  const text = textToSign({ at: proof.at, method: req.method, path: req.originalUrl, digest });
  const door = await limitUnknown(req, recogniseDevice(proof, text));
  res.locals.actor = doorActor(door);
  req.body = jsonOf(body);
  return door;
}

function asProgram(req: Request, res: Response, next: NextFunction): void {
  req.headers.accept = 'application/json';
  res.setHeader('Cache-Control', 'no-store');
  next();
}

function bytesOf(req: Request): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

function jsonOf(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError(400, 'errors.malformed');
    throw error;
  }
}
