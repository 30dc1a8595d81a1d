import type { ParsedMail } from '../../platform/mail-parser/parsed-mail.ts';
import { type Bounce, classOf, statusIn } from './bounce-class.ts';

/** What a mail that came back says about one of ours: it was not delivered, or its reader complained. */
export type DeliveryReport = { kind: 'bounce'; bounce: Bounce } | { kind: 'complaint' } | null;

/** Null for everything that calls for nothing: holiday notices, delays, receipts, mails of people. */
export function readReport(mail: ParsedMail): DeliveryReport {
  const feedback = partOf(mail, 'message/feedback-report');
  if (feedback !== null) return isComplaint(feedback) ? { kind: 'complaint' } : null;
  const status = partOf(mail, 'message/delivery-status') ?? partOf(mail, 'message/global-delivery-status');
  return status === null ? null : bounceIn(status);
}

/** RFC 5965. Other types tell of fraud or viruses, which are no wish of this reader. */
function isComplaint(report: string): boolean {
  return ['abuse', 'opt-out'].includes(fieldsOf(report).get('feedback-type')?.toLowerCase() ?? '');
}

/** RFC 3464: fields about the mail, then a block for each recipient, of whom ours has one. */
function bounceIn(status: string): DeliveryReport {
  const failed = status
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .find((fields) => fields.get('action')?.toLowerCase().startsWith('failed'));
  if (!failed) return null;
  const text = failed.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '') ?? '';
  const code = statusOf(failed.get('status') ?? '', text);
  return { kind: 'bounce', bounce: { class: classOf(code), code, text } };
}

// Some servers give the vague 5.0.0 as the status and the true one in the words of the other side.
function statusOf(status: string, diagnostic: string): string {
  const given = statusIn(status);
  return /^[45]\.0\.0$|^$/.test(given) ? statusIn(diagnostic) || given : given;
}

function fieldsOf(block: string): Map<string, string> {
  const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const [, name = '', value = ''] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? [];
      return name === '' ? [] : [[name.toLowerCase(), value.trim()] as const];
    }),
  );
}

function partOf({ parts }: ParsedMail, type: string): string | null {
  const part = parts.find(({ contentType }) => contentType === type);
  return part ? part.content.subarray(0, 64 * 1024).toString('utf8') : null;
}
