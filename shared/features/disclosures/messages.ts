import { defineMessages } from '../../core/messages.ts';

/** Words of the printed form. */
export const disclosureFormMessages = defineMessages(
  {
    'disclosureForm.title': '职务科技成果披露表',
    'disclosureForm.footer': '{{title}} · 制表日期 {{date}}',
    'disclosureForm.no': '序号',
    'disclosureForm.total': '合计',
    'disclosureForm.noInventors': '尚未填写发明人。',
    'disclosureForm.noPublications': '没有填写论文、会议、展览等对外公开。',
    'disclosureForm.statement': '发明人声明',
    'disclosureForm.declared':
      '以上内容真实、完整，不含国家秘密。发明人及其次序、贡献份额由全体发明人商定。单位作出决定之前，发明人不对外公开本成果。',
    'disclosureForm.sign.inventors': '全体发明人',
    'disclosureForm.sign.department': '院系或部门',
    'disclosureForm.sign.office': '成果转化部门',
    'disclosureForm.sign.unit': '单位',
  },
  {
    'disclosureForm.title': 'Disclosure of an achievement made in service',
    'disclosureForm.footer': '{{title}} · made on {{date}}',
    'disclosureForm.no': 'No.',
    'disclosureForm.total': 'Total',
    'disclosureForm.noInventors': 'No inventors have been entered yet.',
    'disclosureForm.noPublications': 'No paper, talk, fair or other publication has been entered.',

    'disclosureForm.statement': 'Declaration of the inventors',
    'disclosureForm.declared':
      'The above is true and complete and holds no state secret. The inventors have agreed on their order and shares. They will not publish the achievement before the unit has decided.',
    'disclosureForm.sign.inventors': 'All inventors',
    'disclosureForm.sign.department': 'Department',
    'disclosureForm.sign.office': 'Transfer office',
    'disclosureForm.sign.unit': 'Unit',
  },
);
