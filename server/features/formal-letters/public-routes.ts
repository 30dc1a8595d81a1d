import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { displayName } from '../directory/person-name.ts';
import { invitedBy } from '../invitations/guest-cookie.ts';
import { paperLink } from '../invitations/paper-link.ts';
import { replyState } from '../invitations/reply-state.ts';
import { loadFormalLetter } from './load-formal-letter.ts';
import { passesFor } from './passes-for.ts';
import { lettersFile } from './present-pdf.ts';

/** What a guest gets who opens their own link. */
export function publicRoutes(): Router {
  const router = Router();
  router.get(paths.ownFormalLetter, personalPage, sendOwn);
  return router;
}

/** The guest's own letter, as it was printed or will be, where the organisers offer it. */
async function sendOwn(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited) return res.redirect(303, paths.answer);
  const { guest } = invited;
  const { event } = invited.access;
  const offered = await paperLink(event, guest, replyState(event, guest, now()));
  if (offered === '') return res.redirect(303, paths.answer);
  const { url, secret } = siteOf(req);
  const facts = {
    event,
    letter: await loadFormalLetter(event),
    site: { url, linkKey: secret('guest-link') },
    passes: await passesFor(event, [guest], secret('pass')),
  };
  const { name, pdf } = await lettersFile(facts, [guest], {
    about: displayName(guest.name, 'vi'),
    whom: String(guest._id),
  });
  res.attachment(name).type('pdf').send(pdf);
}
