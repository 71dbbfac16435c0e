import type { Options } from '../entities/field.ts';
import { transferModes } from './transfer-modes.ts';

const { commissionedDevelopment, jointDevelopment, transfer, licence, exclusiveLicence } =
  transferModes;
const { soleLicence, equity, jointImplementation, consulting, service } = transferModes;

/** How an enterprise is willing to work with whoever solves its need; those of a deal, and a shared platform. */
export const cooperationModes = {
  commissionedDevelopment,
  jointDevelopment,
  transfer,
  licence,
  exclusiveLicence,
  soleLicence,
  equity,
  jointImplementation,
  consulting,
  service,
  jointPlatform: {
    zh: '共建平台',
    en: 'Joint platform',
    aliases: ['共建研发平台', '共建研发机构', '共建实验室', '联合共建', '共建联合研发中心'],
  },
} as const satisfies Options;
