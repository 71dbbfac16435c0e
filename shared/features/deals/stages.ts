import type { Language } from '../../core/language.ts';
import type { ValuesOf } from '../../entities/entity.ts';
import type { Stage, stage } from './entity.ts';

export type StageMeaning = Stage['meaning'];

/** Stages stand this far apart, so that one can be put between two without touching others. */
export const STAGE_STEP = 100;

type StageSeed = ValuesOf<typeof stage> & { readonly id: string };

const seeds: readonly (readonly [zh: string, en: string, meaning: StageMeaning])[] = [
  ['接洽', 'First contact', 'open'],
  ['委托受理', 'Mandate', 'open'],
  ['尽调论证', 'Due diligence', 'open'],
  ['谈判', 'Negotiation', 'open'],
  ['定价公示', 'Pricing', 'open'],
  ['签约', 'Contract', 'signed'],
  ['认定登记', 'Registration', 'signed'],
  ['履约收款', 'Payments', 'signed'],
  ['跟踪回访', 'Follow-up', 'signed'],
  ['已归档', 'Archived', 'archived'],
];

/**
 * The stages that a new desk begins with: the common process of GB/T 34670-2017 技术转移服务规范,
 * with pricing and publicity (促进科技成果转化法 art 18) before, and registration (技术合同认定登记)
 * after the contract. Ids are stable, so that two desks that never met have the same ones.
 */
export const defaultStages: readonly StageSeed[] = seeds.map(([name, nameEn, meaning], index) => ({
  id: `stage-${index + 1}`,
  name,
  nameEn,
  position: (index + 1) * STAGE_STEP,
  meaning,
}));

export const stageName = (
  { name, nameEn }: Pick<Stage, 'name' | 'nameEn'>,
  language: Language,
): string => (language === 'en' ? (nameEn ?? name) : name);

/** In the order of the pipeline. */
export const inOrder = <S extends Pick<Stage, 'id' | 'position'>>(
  stages: readonly S[],
): readonly S[] => stages.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
