import { defineMessages } from '../../../shared/core/messages.ts';
import type {
  IndicatorProblem,
  QualityCheck,
  QualityQuestion,
} from '../../../shared/features/needs/index.ts';

export const needMessages = defineMessages<
  | `need.${
      | 'enterprise'
      | 'noEnterprise'
      | 'none'
      | 'new'
      | 'valid'
      | 'validToday'
      | 'expired'
      | 'quality'
      | 'qualityWhole'
      | 'nextQuestion'
      | 'questions'
      | 'fill'
      | 'sectionFilled'}`
  | `need.check.${QualityCheck}`
  | `need.ask.${QualityQuestion}`
  | `indicators.${
      | 'title'
      | 'none'
      | 'noneHint'
      | 'add'
      | 'read'
      | 'readTitle'
      | 'readHint'
      | 'readText'
      | 'found'
      | 'unread'
      | 'nothing'
      | 'take'
      | 'takeThis'
      | 'up'
      | 'down'
      | 'actions'
      | 'known'
      | 'target'
      | 'upper'
      | 'deviation'}`
  | `indicators.problem.${IndicatorProblem['type']}`
  | `label.${'addIndicators' | 'editIndicator' | 'moveIndicator'}`
>(
  {
    'need.enterprise': '需求企业',
    'need.noEnterprise': '还没有指明是哪家企业的需求',
    'need.none': '还没有需求',
    'need.new': '新建需求',
    'need.valid': '有效期还有 {{count}} 天',
    'need.validToday': '有效期今天截止',
    'need.expired': '已过有效期 {{count}} 天',
    'need.quality': '需求质量',
    'need.qualityWhole': '四问齐全，可以对外推荐。',
    'need.nextQuestion': '还差一问：{{question}}',
    'need.questions': '还差 {{count}} 问，先问：{{question}}',
    'need.fill': '去填写',
    'need.sectionFilled': '已填 {{filled}}/{{total}}',
    'need.check.quantified': '量化',
    'need.check.real': '真实',
    'need.check.urgent': '迫切',
    'need.check.owned': '有人拍板',
    'need.ask.target': '要达到什么数值？现在是多少？',
    'need.ask.takeIndicators': '指标原文里的数值对吗？识别后逐项确认。',
    'need.ask.problem': '具体卡在哪一步？试过哪些办法？',
    'need.ask.verify': '哪一天向企业本人核实过？',
    'need.ask.when': '最迟什么时候要解决？拖下去会怎样？',
    'need.ask.overdue': '时间要求已过，还要解决吗？新的期限是哪天？',
    'need.ask.owner': '谁能拍板立项和出钱？',
    'indicators.title': '技术指标',
    'indicators.none': '还没有逐项的技术指标',
    'indicators.noneHint': '从指标原文识别，或逐项添加。',
    'indicators.add': '添加指标',
    'indicators.read': '从文字识别',
    'indicators.readTitle': '从文字识别技术指标',
    'indicators.readHint': '核对每一项，改好后采用；没有勾选的不会写入。',
    'indicators.readText': '指标原文',
    'indicators.found': '识别出 {{count}} 项',
    'indicators.unread': '没有读出指标的文字',
    'indicators.nothing': '没有读出指标。写法如：效率≥95%、成本降低30%以上、温度 -40~85℃。',
    'indicators.take': '采用 {{count}} 项',
    'indicators.takeThis': '采用第 {{place}} 项',
    'indicators.up': '上移',
    'indicators.down': '下移',
    'indicators.actions': '指标“{{name}}”的操作',
    'indicators.known': '已有同名指标',
    'indicators.target': '要求',
    'indicators.upper': '上限',
    'indicators.deviation': '偏差',
    'indicators.problem.noName': '写出指标的名称。',
    'indicators.problem.noRelation': '原文没说是高于还是低于，请选择。',
    'indicators.problem.notANumber': '“{{text}}”不是数字。请只写数字，单位另填。',
    'indicators.problem.noEnd': '还缺上限或偏差。',
    'indicators.problem.rangeReversed': '下限大于上限。',
    'indicators.problem.tooLong': '有一格太长，请缩短。',
    'label.addIndicators': '为“{{title}}”添加 {{count}} 项指标',
    'label.editIndicator': '修改“{{title}}”的指标“{{name}}”',
    'label.moveIndicator': '调整“{{title}}”的指标次序',
  },
  {
    'need.enterprise': 'Enterprise in need',
    'need.noEnterprise': 'Not yet said whose need it is',
    'need.none': 'No needs yet',
    'need.new': 'New need',
    'need.valid': 'Valid for {{count}} more days',
    'need.valid_one': 'Valid for 1 more day',
    'need.validToday': 'Valid through today',
    'need.expired': 'Expired {{count}} days ago',
    'need.expired_one': 'Expired yesterday',
    'need.quality': 'Quality of the need',
    'need.qualityWhole': 'All four questions are answered: ready to be taken to others.',
    'need.nextQuestion': 'One question is missing: {{question}}',
    'need.questions': '{{count}} questions are missing, first: {{question}}',
    'need.fill': 'Answer',
    'need.sectionFilled': '{{filled}}/{{total}} filled',
    'need.check.quantified': 'Quantified',
    'need.check.real': 'Real',
    'need.check.urgent': 'Urgent',
    'need.check.owned': 'Somebody decides',
    'need.ask.target': 'Which figures are to be reached, and where are they today?',
    'need.ask.takeIndicators': 'Are the figures in the stated text right? Read and confirm them.',
    'need.ask.problem': 'What exactly fails, and what has been tried?',
    'need.ask.verify': 'On which day did the enterprise itself confirm it?',
    'need.ask.when': 'When must it be solved at the latest, and what if it is not?',
    'need.ask.overdue': 'The day has passed: is it still wanted, and by when?',
    'need.ask.owner': 'Who can start it and pay for it?',
    'indicators.title': 'Indicators',
    'indicators.none': 'No single indicators yet',
    'indicators.noneHint': 'Read them from the text, or add them one by one.',
    'indicators.add': 'Add indicator',
    'indicators.read': 'Read from text',
    'indicators.readTitle': 'Read indicators from text',
    'indicators.readHint': 'Check each, mend it, then take them; those not ticked are not written.',
    'indicators.readText': 'Indicators as stated',
    'indicators.found': '{{count}} found',
    'indicators.unread': 'Text without an indicator',
    'indicators.nothing': 'No indicator found. Write them like: 效率≥95%, 温度 -40~85℃.',
    'indicators.take': 'Take {{count}}',
    'indicators.takeThis': 'Take indicator {{place}}',
    'indicators.up': 'Move up',
    'indicators.down': 'Move down',
    'indicators.actions': 'Actions for indicator “{{name}}”',
    'indicators.known': 'One of this name is there',
    'indicators.target': 'Target',
    'indicators.upper': 'Upper end',
    'indicators.deviation': 'Tolerance',
    'indicators.problem.noName': 'Give the indicator a name.',
    'indicators.problem.noRelation': 'The text does not say whether more or less: choose.',
    'indicators.problem.notANumber':
      '“{{text}}” is not a number. Write digits only, the unit apart.',
    'indicators.problem.noEnd': 'The upper end or the tolerance is missing.',
    'indicators.problem.rangeReversed': 'The range begins above its end.',
    'indicators.problem.tooLong': 'One of the texts is too long.',
    'label.addIndicators': '{{count}} indicators for “{{title}}”',
    'label.addIndicators_one': '1 indicator for “{{title}}”',
    'label.editIndicator': 'Edit indicator “{{name}}” of “{{title}}”',
    'label.moveIndicator': 'Order of the indicators of “{{title}}”',
  },
);
