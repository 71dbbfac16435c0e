import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { regions } from '../../lists/regions.ts';
import { unitNatures } from '../../lists/unit-natures.ts';

const position = {
  kind: 'integer',
  min: 0,
  max: 1_000_000,
  label: { zh: '次序', en: 'Position' },
  required: true,
  hidden: true,
} as const;

const owner = {
  kind: 'ref',
  entity: 'achievement',
  label: { zh: '成果', en: 'Achievement' },
  required: true,
} as const;

/**
 * A unit that completed the achievement (完成单位), in the order of the registration form. Entered at
 * its achievement; a column of a sheet names units in the achievement's own field `units`.
 */
export const achievementUnit = defineEntity({
  name: 'achievementUnit',
  label: { zh: '完成单位', en: 'Completing unit' },
  plural: { zh: '完成单位', en: 'Completing units' },
  title: 'name',
  partOf: { entity: 'achievement', field: 'achievementId' },
  sections: {},
  fields: {
    achievementId: owner,
    position,
    name: { kind: 'text', label: { zh: '单位名称', en: 'Name' }, required: true, max: 120 },
    uscc: {
      kind: 'text',
      format: 'uscc',
      label: { zh: '统一社会信用代码', en: 'Credit code' },
    },
    nature: {
      kind: 'choice',
      options: unitNatures,
      label: { zh: '单位性质', en: 'Nature' },
      // What stands in for the unit's name where that may not be said.
      outward: true,
    },
    region: { kind: 'choice', options: regions, label: { zh: '所在地区', en: 'Region' } },
    address: { kind: 'text', label: { zh: '通讯地址', en: 'Address' }, max: 200 },
    postCode: { kind: 'text', label: { zh: '邮政编码', en: 'Post code' }, max: 10 },
  },
});
export type AchievementUnit = RecordOf<typeof achievementUnit>;

/** A person who completed the achievement (完成人), in the order of the registration form. */
export const achievementPerson = defineEntity({
  name: 'achievementPerson',
  label: { zh: '完成人', en: 'Person who completed it' },
  plural: { zh: '完成人', en: 'People who completed it' },
  title: 'name',
  partOf: { entity: 'achievement', field: 'achievementId' },
  sections: {},
  fields: {
    achievementId: owner,
    position,
    name: {
      kind: 'text',
      label: { zh: '姓名', en: 'Name' },
      required: true,
      personal: true,
      max: 80,
    },
    gender: {
      kind: 'choice',
      options: {
        male: { zh: '男', en: 'Male' },
        female: { zh: '女', en: 'Female' },
      },
      label: { zh: '性别', en: 'Gender' },
      personal: true,
    },
    bornOn: { kind: 'date', label: { zh: '出生日期', en: 'Born on' }, personal: true },
    jobTitle: { kind: 'text', label: { zh: '技术职称', en: 'Title' }, max: 40 },
    education: {
      kind: 'choice',
      options: {
        postgraduate: { zh: '研究生', en: 'Postgraduate' },
        undergraduate: { zh: '大学本科', en: 'Undergraduate', aliases: ['本科', '大学'] },
        college: { zh: '大专', en: 'College' },
        other: { zh: '中专及以下', en: 'Below college', aliases: ['其他'] },
      },
      label: { zh: '文化程度', en: 'Education' },
    },
    degree: {
      kind: 'choice',
      options: {
        doctor: { zh: '博士', en: 'Doctor' },
        master: { zh: '硕士', en: 'Master' },
        bachelor: { zh: '学士', en: 'Bachelor' },
        none: { zh: '无学位', en: 'None', aliases: ['无'] },
      },
      label: { zh: '学位', en: 'Degree' },
    },
    returned: {
      kind: 'choice',
      options: {
        yes: { zh: '是', en: 'Yes' },
        no: { zh: '否', en: 'No' },
      },
      label: { zh: '留学归国', en: 'Returned from abroad' },
    },
    unit: { kind: 'text', label: { zh: '工作单位', en: 'Unit' }, max: 120 },
    contribution: { kind: 'text', label: { zh: '对成果的贡献', en: 'Contribution' }, max: 300 },
  },
});
export type AchievementPerson = RecordOf<typeof achievementPerson>;
