import { forBoth, type UsualTexts } from './usual-text.ts';

const whenAndWhere = `Date and time: {when}
Place: {where}`;

const signature = `Yours sincerely,

{host}
Contact: {contact}`;

export const en: UsualTexts = {
  'save-the-date': {
    subject: 'Save the date: {event}',
    invited: `{salutation}

{host} is pleased to announce {event}.

${whenAndWhere}

We would be glad if you kept this time free. The formal invitation and the programme will follow.

${signature}`,
    summoned: `{salutation}

{host} announces {event}.

${whenAndWhere}

Please arrange your work so that you can take part. The formal invitation and the programme will follow.

${signature}`,
  },
  reminder: forBoth(
    'Will you attend? {event}',
    `{salutation}

{host} invited you to {event}. We have not yet received your answer.

${whenAndWhere}

Kindly let us know by {replyBy} whether you will be able to attend, so that we can prepare for your visit.

If you have already answered by telephone or letter, please disregard this message.

${signature}`,
  ),
  'programme-changed': forBoth(
    'New date and time: {event}',
    `{salutation}

Please note that {event} will now take place as follows.

${whenAndWhere}

Any answer you have given us was for the earlier date. Kindly confirm by {replyBy} whether you will be able to attend.

We apologise for the change and thank you for your understanding.

${signature}`,
  ),
  update: forBoth(
    'Updated information: {event}',
    `{salutation}

Here is the latest information about {event}.

${whenAndWhere}
Dress code: {dressCode}

Your answer remains valid; there is no need to confirm again.

We look forward to welcoming you.

${signature}`,
  ),
  pass: forBoth(
    'Your pass: {event}',
    `{salutation}

Please find your pass for {event} below.

${whenAndWhere}
Seat: {seat}
Dress code: {dressCode}

Kindly show the code at the reception desk, on your telephone or printed. It is valid for you alone.

Please arrive 15 minutes before the opening.

${signature}`,
  ),
  cancellation: forBoth(
    'Cancelled: {event}',
    `{salutation}

We regret to inform you that {event}, planned for {when}, will not take place.

Passes and entry codes that you have received are no longer valid.

We apologise for the inconvenience and hope to welcome you on another occasion.

${signature}`,
  ),
  withdrawal: forBoth(
    'Your invitation: {event}',
    `{salutation}

Please note that our invitation to {event} is no longer valid. Any pass that you have received can no longer be used.

If anything is unclear, please do not hesitate to contact us.

We thank you for your understanding.

${signature}`,
  ),
  'thank-you': {
    subject: 'Thank you: {event}',
    invited: `{salutation}

{host} thanks you sincerely for taking part in {event}.

Your presence and your contributions were an important part of its success. We look forward to our further cooperation.

With best wishes,

{inviter}
{host}`,
    summoned: `{salutation}

{host} thanks you for taking part in {event} and for your contribution to its success.

Please make the results known in your unit and carry out the tasks agreed.

With best wishes,

{inviter}
{host}`,
  },
  announcement: forBoth(
    'Announcement: {event}',
    `{salutation}

{host} would like to inform you about {event}.

${signature}`,
  ),
};
