/** The kinds of question an event may ask beside its own. */
export const questionKinds = ['short', 'long', 'one', 'several', 'yes-no'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const replyLimits = { companions: 9, questions: 20, options: 20 } as const;
