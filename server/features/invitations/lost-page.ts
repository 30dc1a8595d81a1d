import type { Response } from 'express';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { views } from './guest-views.ts';

/** For whoever comes without a link that works: they can have theirs sent again. */
export function showLost(res: Response, form: FormState | null, isSent = false): void {
  const fields = formFields({ email: '' }, form);
  const model = { action: paths.requestGuestLink, email: fields.email, errors: errorSummary(form), isSent };
  const title = translate(localeOf(res), 'invitations.lost.title');
  const status = form || isSent ? {} : { status: 404 };
  page(res, views, 'invitations/lost', model, { title, ...status });
}
