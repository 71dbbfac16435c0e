import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { MOST_STATE } from './state.ts';

/** A way to look at a list (视图), kept under a name: its filters, order, columns and groups. */
export const view = defineEntity({
  name: 'view',
  label: { zh: '视图', en: 'View' },
  plural: { zh: '视图', en: 'Views' },
  title: 'name',
  sections: { view: { zh: '视图', en: 'View' } },
  fields: {
    name: {
      kind: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      section: 'view',
      max: 40,
    },
    icon: {
      kind: 'choice',
      options: {
        list: { zh: '列表', en: 'List' },
        star: { zh: '星标', en: 'Star' },
        flag: { zh: '旗标', en: 'Flag' },
        clock: { zh: '时钟', en: 'Clock' },
        person: { zh: '人员', en: 'Person' },
        money: { zh: '金额', en: 'Money' },
      },
      label: { zh: '图标', en: 'Icon' },
      required: true,
      section: 'view',
    },
    place: {
      kind: 'choice',
      options: {
        list: { zh: '仅在列表中', en: 'With its list' },
        sidebar: { zh: '也在侧栏', en: 'In the sidebar too' },
      },
      label: { zh: '位置', en: 'Place' },
      required: true,
      section: 'view',
    },
    /** The list that it is of: a kind of record with a page. */
    list: { kind: 'text', label: { zh: '所属列表', en: 'List' }, required: true, max: 40 },
    /** What `readViewState` reads. */
    state: {
      kind: 'note',
      label: { zh: '筛选与排列', en: 'Filters and columns' },
      required: true,
      max: MOST_STATE,
    },
  },
});
export type View = RecordOf<typeof view>;
