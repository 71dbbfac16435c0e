import { defineEntity } from '../../entities/entity.ts';
import { policyFields } from '../../lists/technology-fields.ts';

/**
 * A row of a published military-civil catalogue (军民两用目录，国办发〔2016〕28号 任务 5). Only what was
 * published may stand here: source, day and the statement of it are required, and nothing else is a
 * choice.
 */
export const catalogueItem = defineEntity({
  name: 'catalogueItem',
  label: { zh: '军民目录条目', en: 'Catalogue item' },
  plural: { zh: '军民目录', en: 'Military-civil catalogue' },
  title: 'title',
  imported: true,
  identity: [
    ['source', 'itemNo'],
    ['title', 'source'],
  ],
  sections: {
    basics: { zh: '条目', en: 'Item' },
    source: { zh: '来源与审查', en: 'Source and clearance' },
  },
  fields: {
    title: {
      kind: 'text',
      label: { zh: '条目名称', en: 'Item' },
      required: true,
      section: 'basics',
      searched: true,
      listed: 260,
      max: 200,
      headers: ['目录条目', '技术名称', '产品名称', '项目名称', '专利名称'],
    },
    direction: {
      kind: 'choice',
      options: {
        toCivil: { zh: '军转民', en: 'Military to civil', aliases: ['军用技术转民用'] },
        toMilitary: { zh: '民参军', en: 'Civil to military', aliases: ['民技参军', '民转军'] },
        defenceIp: { zh: '国防知识产权', en: 'Defence IP', aliases: ['国防专利', '国防IP'] },
      },
      label: { zh: '方向', en: 'Direction' },
      required: true,
      section: 'basics',
      listed: 110,
      headers: ['转化方向', '目录类别'],
    },
    itemNo: {
      kind: 'text',
      label: { zh: '目录编号', en: 'Number in it' },
      section: 'basics',
      searched: true,
      max: 60,
      headers: ['条目编号'],
    },
    field: {
      kind: 'choice',
      options: policyFields,
      label: { zh: '技术领域', en: 'Field' },
      section: 'basics',
      searched: true,
      listed: 120,
      headers: ['领域', '所属领域'],
    },
    holder: {
      kind: 'text',
      label: { zh: '持有单位', en: 'Holder' },
      section: 'basics',
      searched: true,
      listed: 150,
      max: 160,
      headers: ['权利人', '研制单位', '申报单位'],
    },
    text: {
      kind: 'note',
      label: { zh: '内容', en: 'Content' },
      section: 'basics',
      searched: true,
      max: 4_000,
      headers: ['技术简介', '主要内容', '简介'],
    },
    achievementId: {
      kind: 'ref',
      entity: 'achievement',
      label: { zh: '对应成果', en: 'Achievement' },
      section: 'basics',
    },
    source: {
      kind: 'text',
      label: { zh: '公开来源', en: 'Published in' },
      help: { zh: '目录全称、期次或发布公告', en: 'The catalogue’s full name, issue or notice' },
      required: true,
      section: 'source',
      searched: true,
      listed: 170,
      max: 200,
      headers: ['目录名称', '来源', '发布来源'],
    },
    publishedOn: {
      kind: 'date',
      label: { zh: '公开日期', en: 'Published on' },
      required: true,
      section: 'source',
      listed: 92,
      headers: ['目录发布日期', '发布日期'],
    },
    clearance: {
      kind: 'choice',
      options: {
        published: {
          zh: '取自已公开发布的目录，不涉密',
          en: 'From a published catalogue, no state secrets',
          aliases: ['已公开', '公开', '公开发布', '不涉密', '非密'],
        },
      },
      label: { zh: '公开声明', en: 'Clearance' },
      help: { zh: '涉密不得录入', en: 'State secrets may not be entered' },
      required: true,
      section: 'source',
      headers: ['保密审查', '密级', '是否公开'],
    },
    url: { kind: 'text', label: { zh: '网址', en: 'Address' }, section: 'source', max: 500 },
  },
});
