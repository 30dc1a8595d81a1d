import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { sides } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import type { Figure, Report } from '../../../models/report.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { amountText, figureSentence, planText, shareOfPlan } from './present-figure.ts';
import { joined } from './present-phrases.ts';
import type { FiguresModel } from './views.ts';

type Model = z.input<typeof FiguresModel>;
type Line = Model['figures'][number];

export function figuresModel(
  event: Pick<Conference, 'slug'>,
  report: Report,
  to: { locale: Locale; canEdit: boolean },
): Model {
  const { locale } = to;
  const { figures, tasks, documents, delegations } = report;
  return {
    canEdit: to.canEdit,
    edit: paths.editFigures(event),
    isEmpty: figures.length + tasks.length + documents.length + delegations.length === 0,
    figures: figures.map((figure) => figureLine(figure, locale)),
    tasks: tasks.map((task) => inLocale(task, locale)),
    documents: documents.map(({ title, commentsOpen }) => ({
      title: inLocale(title, locale),
      open: commentsOpen,
    })),
    delegations: delegationLines(report, locale),
  };
}

export function figureLine(figure: Figure, locale: Locale): Line {
  return {
    label: inLocale(figure.label, locale),
    amount: amountText(figure, locale),
    sentence: figureSentence(figure, locale),
    plan: planText(figure, locale),
    bar: barOf(figure),
  };
}

/** The longer of plan and value is the whole width. */
function barOf(figure: Figure): Line['bar'] {
  const share = shareOfPlan(figure);
  if (share === null) return null;
  const longest = Math.max(1, share);
  return { width: percent(Math.max(0, share) / longest), goal: percent(1 / longest) };
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function delegationLines({ delegations }: Report, locale: Locale): Model['delegations'] {
  return sides.flatMap((side) => {
    const names = delegations.filter((each) => each.side === side).map(({ name }) => inLocale(name, locale));
    return names.length === 0
      ? []
      : [{ side: translate(locale, `states.side.${side}`), names: joined(locale, names) }];
  });
}
