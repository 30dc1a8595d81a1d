import type { EventType } from '../../../contract/states.ts';
import { blank } from './types/blank.ts';
import { customerConference } from './types/customer-conference.ts';
import type { EventTemplate } from './types/event-template.ts';
import { partyWorkReview } from './types/party-work-review.ts';
import { workReview } from './types/work-review.ts';
import { yearEndReview } from './types/year-end-review.ts';
import { youthUnionMidtermReview } from './types/youth-union-midterm-review.ts';

const templates: Readonly<Record<EventType, EventTemplate>> = {
  'customer-conference': customerConference,
  'year-end-review': yearEndReview,
  'work-review': workReview,
  'youth-union-midterm-review': youthUnionMidtermReview,
  'party-work-review': partyWorkReview,
  blank,
};

export function templateOf(type: EventType): EventTemplate {
  return templates[type];
}
