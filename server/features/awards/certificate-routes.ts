import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { isLocale } from '../../../contract/locales.ts';
import type { Award } from '../../../models/award.ts';
import { NotFound } from '../../platform/errors.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { namedIn } from './award-list.ts';
import { peopleOf } from './award-people.ts';
import { certificateDocument } from './certificate.ts';
import { findAward } from './find-award.ts';
import {
  certificateFile,
  type CertificateFacts,
  certificateOf,
  certificatesDocument,
} from './present-certificate.ts';

export function certificateRoutes(): Router {
  const router = Router();
  router.get(paths.certificates(anEvent, ':award'), sendCertificates);
  router.get(paths.certificate(anEvent, ':award', ':recipient'), sendCertificate);
  return router;
}

async function sendCertificate(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.edit');
  const award = await findAward(access, String(req.params['award']));
  const recipient = award.recipients.find(({ id }) => id === req.params['recipient']);
  if (!recipient) throw new NotFound('awards.unknown-recipient');
  const facts = await factsOf(req, access, award);
  const certificate = certificateOf(facts, recipient);
  const pdf = await renderPdf(certificateDocument(certificate), access.actor.id);
  sendPdf(res, pdf, certificateFile(certificate.recipient, facts.locale));
}

async function sendCertificates(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.edit');
  const award = await findAward(access, String(req.params['award']));
  if (award.recipients.length === 0) throw new NotFound('awards.unknown-recipient');
  const facts = await factsOf(req, access, award);
  const pdf = await renderPdf(certificatesDocument(facts), access.actor.id);
  sendPdf(res, pdf, certificateFile(award.title, facts.locale));
}

/** A certificate is in the language of the event unless another one is asked for. */
async function factsOf(req: Request, access: Access, award: Award): Promise<CertificateFacts> {
  const { event } = access;
  const wanted = req.query['language'];
  const locale = isLocale(wanted) ? wanted : event.defaultLocale;
  return { event, award, people: await peopleOf(access, namedIn(award)), locale };
}

function sendPdf(res: Response, pdf: Buffer, file: string): void {
  res.attachment(file).type('pdf').send(pdf);
}
