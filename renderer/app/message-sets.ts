import { entityMessages } from '../../shared/entities/messages.ts';
import { commissionMessages } from '../../shared/features/commissions/index.ts';
import { dealMessages } from '../../shared/features/deals/index.ts';
import { disclosureFormMessages } from '../../shared/features/disclosures/index.ts';
import { evaluationTexts } from '../../shared/features/evaluations/index.ts';
import { brochureMessages } from '../../shared/features/packages/index.ts';
import { onePagerMessages } from '../../shared/features/publishing/index.ts';
import { reportMessages } from '../../shared/features/reports/index.ts';
import { importMessages } from '../../shared/importing/index.ts';
import { achievementMessages } from '../features/achievements/messages.ts';
import { attachmentMessages } from '../features/attachments/messages.ts';
import { disclosureMessages } from '../features/disclosures/messages.ts';
import { evaluationMessages } from '../features/evaluations/messages.ts';
import { historyMessages } from '../features/history/messages.ts';
import { importingMessages } from '../features/importing/messages.ts';
import { ipRightMessages } from '../features/ip-rights/messages.ts';
import { needMessages } from '../features/needs/messages.ts';
import { noteMessages } from '../features/notes/messages.ts';
import { outcomeMessages } from '../features/outcomes/messages.ts';
import { packageMessages } from '../features/packages/messages.ts';
import { publishingMessages } from '../features/publishing/messages.ts';
import { restoreMessages, safetyMessages } from '../features/safety/messages.ts';
import { customFieldMessages } from '../features/settings/custom-fields/messages.ts';
import { settingsMessages } from '../features/settings/messages.ts';
import { ruleMessages } from '../features/settings/rules/messages.ts';
import { taskMessages } from '../features/tasks/messages.ts';
import { boardMessages } from '../ui/board/messages.ts';
import { calendarMessages } from '../ui/calendar/messages.ts';
import { gridMessages } from '../ui/grid/messages.ts';
import { listMessages } from '../ui/list/messages.ts';
import { secretGateMessages } from '../ui/secret-gate/messages.ts';
import { starMessages } from '../ui/stars/messages.ts';
import { appMessages } from './messages.ts';
import { paletteMessages } from './palette/messages.ts';
import { pastMessages } from './past/messages.ts';

/** All message sets of the page; a new capability adds its own here. */
export const messageSets = [
  appMessages,
  gridMessages,
  listMessages,
  boardMessages,
  calendarMessages,
  pastMessages,
  paletteMessages,
  starMessages,
  secretGateMessages,
  entityMessages,
  dealMessages,
  commissionMessages,
  reportMessages,
  importMessages,
  importingMessages,
  historyMessages,
  safetyMessages,
  restoreMessages,
  settingsMessages,
  customFieldMessages,
  ruleMessages,
  attachmentMessages,
  needMessages,
  achievementMessages,
  disclosureMessages,
  disclosureFormMessages,
  evaluationTexts,
  evaluationMessages,
  ipRightMessages,
  publishingMessages,
  onePagerMessages,
  packageMessages,
  brochureMessages,
  outcomeMessages,
  noteMessages,
  taskMessages,
] as const;
