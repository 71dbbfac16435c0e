import type { Finding, GuardLine, Standing } from '../../../shared/features/publishing/index.ts';
import type { Words } from '../../app/i18n.ts';

function standingText(standing: Standing, { t }: Words): string {
  switch (standing.type) {
    case 'published':
    case 'unknown':
      return t(`standing.${standing.type}`);
    case 'unfiled':
    case 'knowHow':
      return t(`standing.${standing.type}`, { title: standing.title });
    case 'planned':
      return t('standing.planned', { title: standing.title, on: standing.on });
    case 'unpublished': {
      const { title, until, row } = standing;
      return until === null || row === null
        ? t('standing.unpublishedOpen', { title })
        : t('standing.unpublished', { title, until, months: row.months });
    }
  }
}

/** What a check found, in words. */
export function findingText(finding: Finding, words: Words): string {
  const { t, language } = words;
  switch (finding.type) {
    case 'cleared':
      return finding.on === null
        ? t('guard.clearedUndated')
        : t('guard.cleared', { on: finding.on });
    case 'told':
      return t('guard.told', { count: finding.count });
    case 'leaks':
      return t('guard.leaks', { count: finding.leaks.length });
    case 'nda':
      return t('guard.nda', { no: finding.no, on: finding.on });
    case 'standings': {
      const texts = finding.standings.map((one) => standingText(one, words));
      return [...new Set(texts)].join(language === 'zh' ? '；' : '; ');
    }
    case 'missing':
    case 'leftOut': {
      const names = finding.names.join(language === 'zh' ? '、' : ', ');
      return t(`guard.${finding.type}`, { names });
    }
    default:
      return t(`guard.${finding.type}`);
  }
}

export const verdictTone = {
  ok: 'good',
  warn: 'caution',
  block: 'alarm',
} as const satisfies Record<GuardLine['verdict'], string>;
