import { type Request, type Response, Router } from 'express';
import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import { Refused } from '../../platform/errors.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { expectedEnd } from '../mail/expected-end.ts';
import { isOwnServer } from '../mail/own-server.ts';
import { waveProgress } from '../mail/wave-progress.ts';
import { loadTemplate } from './load-template.ts';
import { loadWave } from './load-wave.ts';
import { waveLetter, waveModel } from './present-wave.ts';
import { cancelWave, pauseWave, renewText, resumeWave } from './steer-wave.ts';
import { views } from './views.ts';
import { waveFigures } from './wave-list.ts';
import { waveReader } from './wave-reader.ts';

const anEvent = { slug: ':event' };

type Steer = (access: Access, wave: string) => Promise<void>;

/** A wave on its way: how far it is, and what can still be done about it. */
export function steeringRoutes(): Router {
  const router = Router();
  router.get(paths.wave(anEvent, ':wave'), useLayout('desk'), showWave);
  router.post(paths.pauseWave(anEvent, ':wave'), steered(pauseWave, 'letters.paused-now'));
  router.post(paths.resumeWave(anEvent, ':wave'), steered(resumeWave, 'letters.resumed-now'));
  router.post(paths.cancelWave(anEvent, ':wave'), steered(cancelWave, 'letters.cancelled-now'));
  router.post(paths.renewWaveText(anEvent, ':wave'), steered(renewText, 'letters.text-renewed'));
  return router;
}

async function showWave(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.view');
  const wave = await loadWave(access, String(req.params['wave']));
  const { sendsMail, outlet, mailFrom } = siteOf(req);
  const isOwn = isOwnServer(outlet.smtpUrl, mailFrom.address);
  const [figures, progress, end, template] = await Promise.all([
    waveFigures(wave),
    waveProgress(wave._id),
    sendsMail ? expectedEnd(wave._id, { pace: outlet.pace, isOwnServer: isOwn }) : null,
    loadTemplate(access.event, wave.kind),
  ]);
  const locale = localeOf(res);
  const model = waveModel(access, { wave, figures, progress, end, current: template.texts }, locale);
  if (req.query['part'] === 'wave') return fragment(res, views, 'letters/_wave', model);
  // Whoever is told by hand reads no mail.
  const isMail = wave.channel === 'mail';
  const guest = isMail ? await waveReader(access.event, wave) : null;
  const letter = guest && waveLetter(access, wave, { guest, locale });
  const staysHere = isMail && !sendsMail && (wave.state !== 'cancelled' || wave.startedAt !== null);
  page(res, views, 'letters/wave', { wave: model, letter, staysHere }, { title: model.title });
}

/** Whoever was too late is told so on the wave's page, where its state stands. */
function steered(steer: Steer, key: MessageKey) {
  return async (req: Request, res: Response): Promise<void> => {
    const access = await enter(req, 'invitations.send');
    const id = String(req.params['wave']);
    const refusal = await steer(access, id).then(
      () => null,
      (error: unknown) => error,
    );
    if (refusal !== null && !(refusal instanceof Refused)) throw refusal;
    const text = refusal ? translate(localeOf(res), refusal.code, refusal.params) : '';
    flash(req, refusal ? 'note' : 'good', text || translate(localeOf(res), key));
    res.redirect(303, paths.wave(access.event, id));
  };
}
