/** A report as mail servers send it back. */
export interface ReportFacts {
  action?: string;
  status?: string;
  diagnostic?: string;
}

export function deliveryReport({
  action = 'failed',
  status = '5.1.1',
  diagnostic = '550 5.1.1 No such user',
}: ReportFacts): Buffer {
  return lines(
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="R"',
    '',
    '--R',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.example.net.',
    '--R',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    'Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0700',
    '',
    'Final-Recipient: rfc822; thanh@example.org',
    `Action: ${action}`,
    ...(status ? [`Status: ${status}`] : []),
    'Remote-MTA: dns; mail.example.org',
    `Diagnostic-Code: smtp;`,
    `    ${diagnostic}`,
    '--R',
    'Content-Type: message/rfc822',
    '',
    'From: rsvp@example.org',
    'Subject: =?utf-8?Q?K=C3=ADnh_m=E1=BB=9Di?=',
    '',
    'Status: 2.0.0',
    '--R--',
  );
}

/** A complaint in the form of RFC 5965, with the mail it is about inside. */
export function complaintReport(original: Buffer, type = 'abuse'): Buffer {
  return Buffer.concat([
    lines(
      'From: feedback@provider.example',
      'Subject: FW: Invitation',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=feedback-report; boundary="R"',
      '',
      '--R',
      'Content-Type: text/plain',
      '',
      'This is an email abuse report.',
      '--R',
      'Content-Type: message/feedback-report',
      '',
      `Feedback-Type: ${type}`,
      'User-Agent: Provider/1.0',
      'Version: 1',
      '--R',
      'Content-Type: message/rfc822',
      '',
      '',
    ),
    original,
    lines('', '--R--', ''),
  ]);
}

function lines(...given: string[]): Buffer {
  return Buffer.from(given.join('\r\n'));
}
