/** Standings of guests who said that they will come, themselves or by somebody in their place: those one waits for. */
export const comingStandings = ['attending', 'substitute'] as const;
