export interface Tally {
  listed: number;
  invited: number;
  attending: number;
  declined: number;
  tentative: number;
  substitutes: number;
  silent: number;
  /** People whom those who attend bring along. */
  companions: number;
}

export interface InvitationNews {
  /** The whole tally of answers; later packets replace earlier ones. */
  'invitations:tallied': (tally: Tally) => void;
}
