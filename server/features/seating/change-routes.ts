import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { paths } from '../../paths.ts';
import { submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { done, flash, wantsJson } from '../../platform/http/reply.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { adoptSeats } from './adopt-seats.ts';
import { followPlan } from './follow-plan.ts';
import { freeSeats } from './free-seats.ts';
import { ConflictInput, MoveByNameInput, MoveInput, UndoInput } from './input.ts';
import { moveByName } from './move-by-name.ts';
import { moveGuest } from './move-guest.ts';
import { undoSeating } from './undo-seating.ts';

const anEvent = { slug: ':event' };

/** What is done to people in the hall; browsers with script ask for JSON. */
export function changeRoutes(): Router {
  const router = Router();
  router.post(paths.moveSeat(anEvent), move);
  router.post(paths.moveSeatByName(anEvent), moveToNamed);
  router.post(paths.undoSeating(anEvent), undo);
  router.post(paths.seatingConflicts(anEvent), resolve);
  return router;
}

async function move(req: Request, res: Response): Promise<void> {
  await act(req, res, { schema: MoveInput, verb: moveGuest });
}

async function moveToNamed(req: Request, res: Response): Promise<void> {
  await act(req, res, { schema: MoveByNameInput, verb: moveByName });
}

async function undo(req: Request, res: Response): Promise<void> {
  await act(req, res, { schema: UndoInput, verb: undoSeating });
}

async function resolve(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'seating.edit');
  const { how, guest } = parse(ConflictInput, req.body);
  if (how === 'adopt') await adoptSeats(access);
  if (how === 'free') await freeSeats(access);
  if (how === 'follow-plan') await followPlan(access, guest);
  done(req, res, paths.seating(access.event));
}

interface Deed<S extends z.ZodType> {
  schema: S;
  verb: (access: Access, input: z.output<S>) => Promise<void>;
}

/** A button beside the drawing has no page of its own to come back to: the plan says what is wrong. */
async function act<S extends z.ZodType>(
  req: Request,
  res: Response,
  { schema, verb }: Deed<S>,
): Promise<void> {
  const access = await enter(req, 'seating.edit');
  const plan = paths.seating(access.event);
  if (wantsJson(req)) {
    await verb(access, parse(schema, req.body));
    return done(req, res, plan);
  }
  await submit(req, res, schema, {
    act: async (input) => {
      await verb(access, input);
      res.redirect(303, plan);
    },
    again: ({ refused, errors }) => {
      flash(req, 'bad', [refused, ...Object.values(errors)].filter(Boolean).join(' '));
      res.redirect(303, plan);
    },
  });
}
