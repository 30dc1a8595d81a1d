import { normaliseCode } from '../../../contract/pass/normalise-code.ts';
import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { locales } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { spendUnknownToken } from '../../platform/http/rate-limit.ts';
import { personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { findByCode } from './frozen-statements.ts';
import { fingerprint, spaced } from './present-frozen.ts';
import { sealState } from './seal-statement.ts';
import { views } from './views.ts';

/** Where whoever holds a print compares it with what was frozen. No names of those who were absent. */
export function publicRoutes(): Router {
  const router = Router();
  router.get(paths.checkStatement(':code'), personalPage, useLayout('site'), check);
  return router;
}

async function check(req: Request<{ code: string }>, res: Response): Promise<void> {
  const locale = localeOf(res);
  const found = await findByCode(normaliseCode(req.params.code));
  const title = translate(locale, 'statements.check.title');
  if (!found) {
    await spendUnknownToken(req);
    return page(res, views, 'statements/unknown', {}, { title, status: 404 });
  }
  const { frozen, timeZone } = found;
  useTimeZone(res, timeZone);
  const { quorum, text } = frozen;
  page(
    res,
    views,
    'statements/check',
    {
      isIntact: sealState(frozen, siteOf(req).secret('statement')) === 'intact',
      event: inLocale(frozen.title, locale),
      title: translate(locale, 'statements.frozen.title', { number: frozen.number }),
      at: frozen.at,
      frozenAt: frozen.frozenAt,
      by: frozen.by,
      texts: locales.map((each) => ({
        locale: each,
        language: translate(locale, `shell.language.${each}`),
        text: text[each],
      })),
      quorum: quorum
        ? translate(locale, quorum.isReached ? 'statements.quorum.reached' : 'statements.quorum.open')
        : '',
      fingerprint: fingerprint(frozen.digest),
      code: spaced(frozen.code),
      publicKey: frozen.publicKey,
      signature: frozen.signature,
    },
    { title },
  );
}
