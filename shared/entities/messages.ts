import { defineMessages, type Translate } from '../core/messages.ts';
import type { Problem } from './problem.ts';

/** Why a text cannot be the value of a field, and the way out. One key for each type of problem. */
export const entityMessages = defineMessages<`problem.${Problem['type']}`>(
  {
    'problem.notAnAmount':
      '“{{text}}”不是金额。请写数字，可带“元”“万元”“亿元”，如 1,234.56 或 30万元。',
    'problem.finerThanFen': '“{{text}}”精确到了分以下。请四舍五入到分。',
    'problem.amountTooLarge': '“{{text}}”超出可记录的金额。请核对数字和单位。',
    'problem.rangeReversed': '“{{text}}”起点大于终点。请把小的写在前面。',
    'problem.notADate': '“{{text}}”不是日期。请写年月日，如 2024-06-06。',
    'problem.noSuchDay': '“{{text}}”这一天不存在。请核对月和日。',
    'problem.ambiguousDate': '“{{text}}”分不清月和日。请写成年-月-日，如 2024-03-04。',
    'problem.wrongCheckCharacter':
      '“{{text}}”校验位不符，其余各位若无误，末位应为 {{expected}}。请与证照核对。',
    'problem.wrongShape': '“{{text}}”的位数或字符不对。请与原件核对。',
    'problem.digitsLost':
      '“{{text}}”在表格中被存成了数字，末几位已丢失，无法还原。请按原件重新填写（表格中设为文本格式）。',
    'problem.notAPortion': '“{{text}}”不是比例。请写 50%、33.33% 或 1/3。',
    'problem.notARate': '“{{text}}”不是百分比。请写 0 到 100 之间、至多两位小数的百分比，如 2.5%。',
    'problem.notAWholeNumber': '“{{text}}”不是整数。请只写数字。',
    'problem.notANumber': '“{{text}}”不是数字。请只写数字，至多 15 位，其中小数至多 6 位。',
    'problem.notTiers': '“{{text}}”不是分档。每档写一行，如“≤ 1,000,000: 5%”，最后一档如“> : 2%”。',
    'problem.outOfRange': '“{{text}}”不在 {{min}} 到 {{max}} 之间。',
    'problem.notAChoice': '“{{text}}”不在可选项中。可选：{{choices}}。',
    'problem.tooLong': '内容超过 {{max}} 字。请缩短。',
    'problem.tooMany': '超过 {{max}} 项。请删减。',
    'problem.noSuchRecord': '找不到“{{text}}”。请先建立，或核对名称。',
    'problem.severalRecords': '库中有多个“{{text}}”。请改写能认出它的代码，如统一社会信用代码。',
    'problem.stateSecret':
      '带有国家秘密标志，涉密不得录入。请停止使用本机处理，按本单位的保密制度报告。',
    'problem.required': '必填，不能为空。',
  },
  {
    'problem.notAnAmount':
      '“{{text}}” is not an amount. Write a number, with 元, 万元 or 亿元 if you like: 1,234.56 or 30万元.',
    'problem.finerThanFen': '“{{text}}” is finer than a fen (0.01 yuan). Round it to the fen.',
    'problem.amountTooLarge': '“{{text}}” is more than can be kept. Check the number and its unit.',
    'problem.rangeReversed': '“{{text}}” begins above its end. Write the smaller amount first.',
    'problem.notADate': '“{{text}}” is not a date. Write year, month and day: 2024-06-06.',
    'problem.noSuchDay': '“{{text}}” is no day of the calendar. Check month and day.',
    'problem.ambiguousDate':
      '“{{text}}” may be read as month-day or day-month. Write the year first: 2024-03-04.',
    'problem.wrongCheckCharacter':
      '“{{text}}” fails its check; if the rest is right, it ends in {{expected}}. Compare it with the document.',
    'problem.wrongShape':
      '“{{text}}” has the wrong length or characters. Compare it with the document.',
    'problem.digitsLost':
      '“{{text}}” was kept as a number by the spreadsheet and has lost its last digits. Enter it again from the document (as text).',
    'problem.notAPortion': '“{{text}}” is not a part of a whole. Write 50%, 33.33% or 1/3.',
    'problem.notARate':
      '“{{text}}” is not a percentage. Write 0 to 100 with at most two decimals: 2.5%.',
    'problem.notAWholeNumber': '“{{text}}” is not a whole number. Write digits only.',
    'problem.notANumber':
      '“{{text}}” is not a number. Write digits only: 15 at most, 6 of them decimals.',
    'problem.notTiers':
      '“{{text}}” is not a tier. Write one a line: “≤ 1,000,000: 5%”, the last as “> : 2%”.',
    'problem.outOfRange': '“{{text}}” is not between {{min}} and {{max}}.',
    'problem.notAChoice': '“{{text}}” is not among the choices: {{choices}}.',
    'problem.tooLong': 'Longer than {{max}} characters. Shorten it.',
    'problem.tooMany': 'More than {{max}} items. Remove some.',
    'problem.noSuchRecord': '“{{text}}” is not on the desk. Create it first, or check the name.',
    'problem.severalRecords':
      'There are several called “{{text}}”. Write the code that tells them apart, such as the credit code.',
    'problem.stateSecret':
      'It is marked as a state secret, and may not be entered. Stop handling it on this computer and report it to the secrecy office.',
    'problem.required': 'Required: it cannot be blank.',
  },
);

/** The problem in words. Long texts are cut: the cell itself shows them whole. */
export function problemText(problem: Problem, t: Translate): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(problem)) {
    if (name === 'type') continue;
    params[name] = Array.isArray(value) ? value.join('、') : shorten(value);
  }
  return t(`problem.${problem.type}`, params);
}

const SHOWN = 40;
const shorten = (value: string | number): string | number =>
  typeof value === 'string' && value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
