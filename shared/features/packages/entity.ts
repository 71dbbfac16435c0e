import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { tags } from '../../entities/tags.ts';
import { regions } from '../../lists/regions.ts';
import { policyFields } from '../../lists/technology-fields.ts';

/**
 * Achievements of a field or a region, put together for those who could use them (科技成果包):
 * 国办发〔2016〕28号, task 1.
 */
export const achievementPackage = defineEntity({
  name: 'achievementPackage',
  label: { zh: '成果包', en: 'Package' },
  plural: { zh: '成果包', en: 'Packages' },
  title: 'title',
  extensible: true,
  sections: {
    basics: { zh: '基本信息', en: 'Basics' },
    market: { zh: '推介内容', en: 'What it says' },
    contact: { zh: '联系方式', en: 'How to get in touch' },
    other: { zh: '其他', en: 'Other' },
  },
  fields: {
    title: {
      kind: 'text',
      label: { zh: '名称', en: 'Title' },
      required: true,
      section: 'basics',
      searched: true,
      listed: 240,
      max: 120,
    },
    state: {
      kind: 'choice',
      options: {
        draft: { zh: '编制中', en: 'Draft' },
        published: { zh: '已发布', en: 'Published', tone: 'good' },
        closed: { zh: '已结束', en: 'Closed' },
      },
      label: { zh: '状态', en: 'State' },
      section: 'basics',
      listed: 210,
    },
    field: {
      kind: 'choice',
      options: policyFields,
      label: { zh: '技术领域', en: 'Field' },
      help: { zh: '国办发〔2016〕28号的八个领域', en: 'One of the eight of 国办发〔2016〕28号' },
      section: 'basics',
      searched: true,
      listed: 146,
    },
    region: {
      kind: 'choice',
      options: regions,
      label: { zh: '面向地区', en: 'For region' },
      section: 'basics',
      listed: 110,
    },
    audience: {
      kind: 'text',
      label: { zh: '面向对象', en: 'For whom' },
      help: { zh: '如光电子企业、产业园区', en: 'Such as photonics firms or an industrial park' },
      section: 'basics',
      searched: true,
      max: 200,
    },
    intro: {
      kind: 'note',
      label: { zh: '推介语', en: 'Introduction' },
      help: { zh: '印在宣传册的前面', en: 'Stands at the front of the brochure' },
      section: 'market',
      searched: true,
      max: 4_000,
    },
    /** Fen. */
    investmentFen: {
      kind: 'money',
      label: { zh: '拟投资规模', en: 'Investment sought' },
      section: 'market',
      listed: 130,
    },
    effect: {
      kind: 'note',
      label: { zh: '带动效益', en: 'Effect expected' },
      section: 'market',
      searched: true,
      max: 4_000,
    },
    /** Of the desk, never of an inventor: it stands on every page. */
    contactName: {
      kind: 'text',
      label: { zh: '联系人', en: 'Contact' },
      help: { zh: '本单位的经纪人，不是完成人', en: 'A broker of this desk, not an inventor' },
      section: 'contact',
      personal: true,
      max: 80,
    },
    contactPhone: {
      kind: 'text',
      format: 'phone',
      label: { zh: '电话', en: 'Phone' },
      section: 'contact',
      personal: true,
    },
    contactEmail: {
      kind: 'text',
      format: 'email',
      label: { zh: '电子邮箱', en: 'E-mail' },
      section: 'contact',
      personal: true,
    },
    contactAddress: {
      kind: 'text',
      label: { zh: '地址', en: 'Address' },
      section: 'contact',
      max: 200,
    },
    tags: { ...tags, section: 'other' },
    note: {
      kind: 'note',
      label: { zh: '备注', en: 'Note' },
      help: { zh: '不印在宣传册上', en: 'Is not in the brochure' },
      section: 'other',
      searched: true,
      max: 4_000,
    },
  },
});
export type AchievementPackage = RecordOf<typeof achievementPackage>;
