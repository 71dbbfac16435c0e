import { defineMessages } from '../../../shared/core/messages.ts';
import type {
  DutyName,
  PartName,
  RegistrationGap,
} from '../../../shared/features/achievements/index.ts';

export const achievementMessages = defineMessages<
  | `achievement.${
      | 'completeness'
      | 'sectionFilled'
      | 'registration'
      | 'registered'
      | 'registeredLacking'
      | 'lacksForm'
      | 'lacksAnswer'
      | 'ready'
      | 'showAll'
      | 'mark'
      | 'unmark'
      | 'copyForm'
      | 'copied'
      | 'duty'
      | 'duplicates'
      | 'duplicatesNew'
      | 'compare'
      | 'compareHint'
      | 'compareTitle'
      | 'compareCount'
      | 'compareNone'
      | 'onlyDifferent'
      | 'differs'}`
  | `achievement.gap.${Exclude<RegistrationGap['type'], 'blank'>}`
  | `achievement.dutyOf.${DutyName}`
  | `achievement.alike.${'title' | 'patents' | 'units' | 'leader' | 'registrationNo'}`
  | `achievement.${PartName}.${'add' | 'edit' | 'none' | 'take' | 'differs' | 'carry'}`
  | `achievement.part.${'actions' | 'order' | 'place'}`
  | `label.${
      | 'addAchievementPart'
      | 'editAchievementPart'
      | 'moveAchievementPart'
      | 'takeAchievementParts'
      | 'carryAchievementParts'
      | 'markRegistered'
      | 'unmarkRegistered'}`
>(
  {
    'achievement.completeness': '资料已填 {{filled}}/{{total}}',
    'achievement.sectionFilled': '已填 {{filled}}/{{total}}',
    'achievement.registration': '成果登记检查',
    'achievement.registered': '已登记，资料齐全。',
    'achievement.registeredLacking': '已登记，但现在还缺 {{count}} 项。',
    'achievement.lacksForm': '填报登记还缺 {{count}} 项：',
    'achievement.lacksAnswer': '填报资料齐全。批准后填写：',
    'achievement.ready': '资料和批准登记号齐全，可以标为已登记。',
    'achievement.showAll': '显示全部 {{count}} 项',
    'achievement.mark': '标为已登记',
    'achievement.unmark': '撤销已登记',
    'achievement.copyForm': '复制登记表',
    'achievement.copied': '已复制 {{count}} 项成果的全部登记字段，可粘贴到表格',
    'achievement.duty': '依据：{{source}}',
    'achievement.duplicates': '可能重复',
    'achievement.duplicatesNew': '库中已有可能相同的成果：',
    'achievement.compare': '对比',
    'achievement.compareHint': '选 2 到 {{most}} 项成果来对比',
    'achievement.compareTitle': '成果对比',
    'achievement.compareCount': '{{count}} 项成果，{{differs}} 个字段不同',
    'achievement.compareNone': '没有可对比的成果。请在成果列表中选 2 到 {{most}} 项。',
    'achievement.onlyDifferent': '只看不同',
    'achievement.differs': '不同',
    'achievement.gap.noUnits': '完成单位名单',
    'achievement.gap.noPeople': '完成人名单',
    'achievement.gap.unitBlank': '{{name}}：{{field}}',
    'achievement.gap.summaryTooLong': '成果简介超过 {{max}} 字（现 {{length}} 字）',
    'achievement.gap.researchReversed': '研究起始日期晚于终止日期',
    'achievement.gap.badNumber': '登记号“{{text}}”不合格式：3 位代码＋4 位年份＋Y＋4 位序号',
    'achievement.dutyOf.register': '财政资金支持的成果应当登记',
    'achievement.dutyOf.deposit': '应提交科技报告，并汇交成果和知识产权信息',
    'achievement.alike.title': '名称相似 {{percent}}%',
    'achievement.alike.patents': '同一专利 {{text}}',
    'achievement.alike.units': '同一单位 {{text}}',
    'achievement.alike.leader': '同一负责人 {{text}}',
    'achievement.alike.registrationNo': '同一登记号 {{text}}',
    'achievement.achievementUnit.add': '添加单位',
    'achievement.achievementUnit.edit': '修改完成单位',
    'achievement.achievementUnit.none': '还没有逐个登记的完成单位',
    'achievement.achievementUnit.take': '由“完成单位”建立名单',
    'achievement.achievementUnit.differs': '基本信息里的完成单位写作“{{text}}”，与名单不一致。',
    'achievement.achievementUnit.carry': '以名单为准',
    'achievement.achievementPerson.add': '添加完成人',
    'achievement.achievementPerson.edit': '修改完成人',
    'achievement.achievementPerson.none': '还没有逐个登记的完成人',
    'achievement.achievementPerson.take': '由“负责人”建立名单',
    'achievement.achievementPerson.differs': '基本信息里的负责人写作“{{text}}”，不是名单第一人。',
    'achievement.achievementPerson.carry': '以名单为准',
    'achievement.part.actions': '“{{name}}”的操作',
    'achievement.part.order': '按次序排列；Alt+↑、Alt+↓ 调整次序',
    'achievement.part.place': '次序',
    'label.addAchievementPart': '为“{{title}}”添加“{{name}}”',
    'label.editAchievementPart': '修改“{{title}}”的“{{name}}”',
    'label.moveAchievementPart': '调整“{{title}}”名单中“{{name}}”的次序',
    'label.takeAchievementParts': '为“{{title}}”建立名单',
    'label.carryAchievementParts': '“{{title}}”以名单为准',
    'label.markRegistered': '将“{{title}}”标为已登记',
    'label.unmarkRegistered': '撤销“{{title}}”的已登记',
  },
  {
    'achievement.completeness': '{{filled}}/{{total}} filled',
    'achievement.sectionFilled': '{{filled}}/{{total}} filled',
    'achievement.registration': 'Registration check',
    'achievement.registered': 'Registered, nothing is missing.',
    'achievement.registeredLacking': 'Registered, but {{count}} are missing now.',
    'achievement.registeredLacking_one': 'Registered, but 1 is missing now.',
    'achievement.lacksForm': '{{count}} missing before it can be handed in:',
    'achievement.lacksAnswer': 'The form is complete. To fill in once approved:',
    'achievement.ready': 'Form and approval number are complete: it may be marked as registered.',
    'achievement.showAll': 'Show all {{count}}',
    'achievement.mark': 'Mark as registered',
    'achievement.unmark': 'Not registered after all',
    'achievement.copyForm': 'Copy registration sheet',
    'achievement.copied': 'All registration fields of {{count}} copied, ready for a spreadsheet',
    'achievement.duty': 'Source: {{source}}',
    'achievement.duplicates': 'Possible duplicates',
    'achievement.duplicatesNew': 'Perhaps on the desk already:',
    'achievement.compare': 'Compare',
    'achievement.compareHint': 'Select 2 to {{most}} achievements to compare them',
    'achievement.compareTitle': 'Comparison of achievements',
    'achievement.compareCount': '{{count}} achievements, {{differs}} fields differ',
    'achievement.compareNone': 'Nothing to compare. Select 2 to {{most}} in the list.',
    'achievement.onlyDifferent': 'Only what differs',
    'achievement.differs': 'differs',
    'achievement.gap.noUnits': 'List of completing units',
    'achievement.gap.noPeople': 'List of people',
    'achievement.gap.unitBlank': '{{name}}: {{field}}',
    'achievement.gap.summaryTooLong': 'Summary above {{max}} characters (now {{length}})',
    'achievement.gap.researchReversed': 'The research began after it ended',
    'achievement.gap.badNumber':
      'Number “{{text}}” has the wrong form: 3 digits, year, Y, 4 digits',
    'achievement.dutyOf.register': 'Paid for by the state: it must be registered',
    'achievement.dutyOf.deposit': 'Report, achievement and rights must be deposited',
    'achievement.alike.title': 'title {{percent}}% alike',
    'achievement.alike.patents': 'same patent {{text}}',
    'achievement.alike.units': 'same unit {{text}}',
    'achievement.alike.leader': 'same lead {{text}}',
    'achievement.alike.registrationNo': 'same registration no. {{text}}',
    'achievement.achievementUnit.add': 'Add unit',
    'achievement.achievementUnit.edit': 'Edit completing unit',
    'achievement.achievementUnit.none': 'No units listed one by one',
    'achievement.achievementUnit.take': 'List those of “Units”',
    'achievement.achievementUnit.differs': 'The basics say “{{text}}”, other than the list.',
    'achievement.achievementUnit.carry': 'Go by the list',
    'achievement.achievementPerson.add': 'Add person',
    'achievement.achievementPerson.edit': 'Edit person',
    'achievement.achievementPerson.none': 'No people listed one by one',
    'achievement.achievementPerson.take': 'Begin with “Lead”',
    'achievement.achievementPerson.differs':
      'The basics name “{{text}}” as lead, not the first of the list.',
    'achievement.achievementPerson.carry': 'Go by the list',
    'achievement.part.actions': 'Actions for “{{name}}”',
    'achievement.part.order': 'In their order; Alt+↑ and Alt+↓ move one',
    'achievement.part.place': 'No.',
    'label.addAchievementPart': 'Add “{{name}}” to “{{title}}”',
    'label.editAchievementPart': 'Edit “{{name}}” of “{{title}}”',
    'label.moveAchievementPart': 'Place of “{{name}}” in “{{title}}”',
    'label.takeAchievementParts': 'List for “{{title}}”',
    'label.carryAchievementParts': '“{{title}}” goes by its list',
    'label.markRegistered': 'Mark “{{title}}” as registered',
    'label.unmarkRegistered': '“{{title}}” is not registered after all',
  },
);
