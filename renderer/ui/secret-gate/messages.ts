import { defineMessages } from '../../../shared/core/messages.ts';

export const secretGateMessages = defineMessages(
  {
    'secretGate.title': '保密审查',
    'secretGate.ask': '这项成果是否涉及国家秘密（绝密、机密、秘密）？',
    'secretGate.law': '普通计算机不得存储、处理国家秘密（保守国家秘密法）。先审查，后填写。',
    'secretGate.clear': '经审查不涉密，继续填写',
    'secretGate.secret': '涉密，或拿不准',
    'secretGate.stop': '涉密不得录入',
    'secretGate.stopHint':
      '没有保存任何内容。请按本单位的保密制度，通过涉密渠道向保密机构提交；拿不准的，先送定密审查。',
  },
  {
    'secretGate.title': 'Secrecy check',
    'secretGate.ask': 'Does it hold state secrets (绝密, 机密, 秘密)?',
    'secretGate.law':
      'An ordinary computer may not store or process state secrets (Law on Guarding State Secrets). Check first, then write.',
    'secretGate.clear': 'Checked: none, go on',
    'secretGate.secret': 'It does, or I am not sure',
    'secretGate.stop': 'State secrets may not be entered',
    'secretGate.stopHint':
      'Nothing was stored. Hand it to the secrecy office by the secure way of your unit; where you are not sure, have it classified first.',
  },
);
