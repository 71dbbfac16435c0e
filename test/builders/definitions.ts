import type {
  CustomChoice,
  CustomField,
  Definitions,
} from '../../shared/features/custom-fields/index.ts';

const meta = (id: string) => ({ id, rev: 'r', createdAt: 1, updatedAt: 1 });

/** The definition of a field of the user's own, as a desk holds it. */
export const fieldDefined = (
  id: string,
  values: Partial<CustomField> & Pick<CustomField, 'label' | 'type'>,
): CustomField => ({ recordKind: 'enterprise', position: 1, ...meta(id), ...values });

const choiceDefined = (
  id: string,
  values: Partial<CustomChoice> & Pick<CustomChoice, 'label' | 'fieldId'>,
): CustomChoice => ({ position: 1, ...meta(id), ...values });

/** One of each type, for enterprises. */
export const everyType: Definitions = {
  fields: [
    fieldDefined('text', { label: '园区', type: 'text', position: 1 }),
    fieldDefined('note', { label: '走访纪要', type: 'note', position: 2 }),
    fieldDefined('number', { label: '产能', type: 'number', unit: '吨/年', position: 3 }),
    fieldDefined('amount', { label: '研发投入', type: 'amount', position: 4 }),
    fieldDefined('date', { label: '走访日期', type: 'date', position: 5 }),
    fieldDefined('choice', { label: '客户等级', type: 'choice', position: 6 }),
    fieldDefined('choices', { label: '关注方向', type: 'choices', position: 7 }),
    fieldDefined('yesNo', { label: '已签保密', type: 'yesNo', position: 8 }),
    fieldDefined('link', { label: '母公司', type: 'link', target: 'enterprise', position: 9 }),
  ],
  choices: [
    choiceDefined('c-a', { fieldId: 'choice', label: '重点', position: 1 }),
    choiceDefined('c-b', { fieldId: 'choice', label: '一般', position: 2 }),
    choiceDefined('s-a', { fieldId: 'choices', label: '储能', position: 1 }),
    choiceDefined('s-b', { fieldId: 'choices', label: '环保', position: 2 }),
  ],
};
