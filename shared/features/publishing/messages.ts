import { defineMessages } from '../../core/messages.ts';

/** The fixed words of a one-pager: in the language of the document, not of the screen. */
export const onePagerMessages = defineMessages(
  {
    'onePager.untitled': '科技成果',
    'onePager.untitledIn': '{{field}}领域科技成果',
    'onePager.for': '供{{recipient}}参阅',
    'onePager.yuan': '{{amount}} 元',
    'onePager.counted': '有效{{kind}} {{count}} 项',
    'onePager.signed': '有意进一步了解，请联系：{{firm}}',
    'onePager.notice.L0': '本资料只含可以公开的内容。详细资料在签订保密协议后提供。',
    'onePager.notice.nda':
      '本资料依据 {{on}} 签订的保密协议（{{no}}）提供，仅供接收方评估之用，未经同意不得复制或转给第三方。',
    'onePager.sheet': '单页资料',
    'onePager.item': '项目',
    'onePager.content': '内容',
  },
  {
    'onePager.untitled': 'An achievement',
    'onePager.untitledIn': 'An achievement in {{field}}',
    'onePager.for': 'For {{recipient}}',
    'onePager.yuan': '{{amount}} yuan',
    'onePager.counted': '{{kind}} in force: {{count}}',
    'onePager.signed': 'To learn more, please turn to {{firm}}',
    'onePager.notice.L0':
      'This sheet tells only what is public. More is told after an NDA is signed.',
    'onePager.notice.nda':
      'Told under the NDA of {{on}} ({{no}}), for the recipient to judge it by. Not to be copied or passed on without consent.',
    'onePager.sheet': 'One-pager',
    'onePager.item': 'Item',
    'onePager.content': 'Content',
  },
);
