import { defineMessages } from '../../core/messages.ts';

/** The fixed words of a brochure: in the language of the document, not of the screen. */
export const brochureMessages = defineMessages(
  {
    'brochure.edition': '第 {{number}} 版',
    'brochure.about': '关于本成果包',
    'brochure.count': '收录成果',
    'brochure.counted': '{{count}} 项',
    'brochure.investment': '{{wan}} 万元',
    'brochure.chapter': '第 {{number}} 章　{{name}}',
    'brochure.place': '序号',
    'brochure.picture': '{{title}} · 图 {{number}}',
    'brochure.turnTo': '有意合作请联系：{{who}}',
    'brochure.contact': '联系方式',
    'brochure.how':
      '对其中任何一项成果感兴趣，请告诉我们序号和您想解决的问题。我们会安排与完成团队对接；涉及未公开的内容，先签保密协议。',
    'brochure.firm': '单位',
    'brochure.notice.L0': '本册只含可以公开的内容，以 {{on}} 的资料为准。',
    'brochure.notice.nda':
      '本册含未公开的内容，以 {{on}} 的资料为准，只提供给已签订保密协议的接收方，未经同意不得复制或转给第三方。',
  },
  {
    'brochure.edition': 'Edition {{number}}',
    'brochure.about': 'About this package',
    'brochure.count': 'Achievements',
    'brochure.counted': '{{count}}',
    'brochure.investment': '{{yuan}} yuan',
    'brochure.chapter': 'Chapter {{number}}: {{name}}',
    'brochure.place': 'No.',
    'brochure.picture': '{{title}} · picture {{number}}',
    'brochure.turnTo': 'To learn more, please turn to {{who}}',
    'brochure.contact': 'How to get in touch',
    'brochure.how':
      'If any of these is of interest, tell us its number and what you want to solve. We bring you together with the team; what is not public is told after an NDA is signed.',
    'brochure.firm': 'Firm',
    'brochure.notice.L0': 'This brochure tells only what is public, as of {{on}}.',
    'brochure.notice.nda':
      'This brochure tells what is not public, as of {{on}}, and is for recipients under an NDA only. Not to be copied or passed on without consent.',
  },
);
