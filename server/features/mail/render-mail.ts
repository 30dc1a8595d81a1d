import type { ViewEngine } from '../../platform/views/engine.ts';
import type { ViewData } from '../../platform/views/view-data.ts';
import type { MailContent } from './compose-mail.ts';

/** What stands around the text of every mail; the layouts read it as `@shell`. */
export interface MailShell {
  subject: string;
  /** The line that a mail list shows beside the subject. */
  preheader: string;
  /** Who sends it: the host unit, or the product's name. */
  unit: string;
  /** The unit's emblem, `cid:emblem` or an https address; empty for none. */
  emblem: string;
  /** Before the sentence that says who sent this, which every mail has. */
  footer: readonly string[];
  links: readonly { href: string; label: string }[];
  /** Above everything else: what is quoted below it in an answer is not read. Empty where nobody reads answers. */
  marker?: string;
}

export interface MailView {
  /** `invitation` is `views/mails/invitation.html.hbs` with its twin `invitation.text.hbs`. */
  name: string;
  model: unknown;
  shell: MailShell;
  data: Pick<ViewData, 'locale' | 'timeZone'>;
}

/** Both forms of a mail, in one language. */
export function renderMail(
  engine: Pick<ViewEngine, 'render'>,
  { name, model, shell, data }: MailView,
): Pick<MailContent, 'subject' | 'html' | 'text'> {
  const around: ViewData = { ...data, shell, csrf: { toString: () => '' } };
  return {
    subject: shell.subject,
    html: engine.render(`mails/${name}.html`, model, around, 'mail.html'),
    text: tidy(engine.render(`mails/${name}.text`, model, around, 'mail.text')),
  };
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, (blank, at: number) => (text.slice(at - 2, at) === '--' ? blank : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .concat('\n');
}
