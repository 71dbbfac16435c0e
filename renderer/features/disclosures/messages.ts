import { defineMessages } from '../../../shared/core/messages.ts';
import type {
  AcceptProblem,
  Novelty,
  RightState,
} from '../../../shared/features/disclosures/index.ts';

export const disclosureMessages = defineMessages<
  | `disclosure.${
      | 'filled'
      | 'became'
      | 'accept'
      | 'accepted'
      | 'ready'
      | 'notYet'
      | 'from'
      | 'foundSecret'
      | 'form'
      | 'formPdf'
      | 'formWord'}`
  | `disclosure.problem.${AcceptProblem['type'] | 'sharesOver'}`
  | `inventors.${'title' | 'none' | 'add' | 'equal' | 'whole' | 'left' | 'over' | 'actions'}`
  | `publications.${'title' | 'none' | 'noneHint' | 'add' | 'edit' | 'day' | 'effect' | 'actions'}`
  | `novelty.${Novelty['type'] | 'today' | 'source' | 'filedAs' | 'noMatter'}`
  | `rights.${
      | 'title'
      | 'right'
      | 'agreed'
      | 'asked'
      | 'counts'
      | 'basis'
      | 'byUnit'
      | 'none'
      | 'atLeast'
      | 'years'
      | 'until'
      | 'or'
      | 'disposal'
      | 'disposalRule'
      | 'fine'}`
  | `rights.of.${RightState['right']}`
  | `rights.verdict.${RightState['verdict']}`
  | `label.${
      | 'acceptDisclosure'
      | 'editInventor'
      | 'moveInventor'
      | 'splitInventors'
      | 'editPublication'}`
>(
  {
    'disclosure.filled': '已填 {{filled}}/{{total}}',
    'disclosure.form': '披露表',
    'disclosure.formPdf': '存为 PDF',
    'disclosure.formWord': '存为 Word 文档',
    'disclosure.became': '转为成果',
    'disclosure.accept': '转为成果',
    'disclosure.accepted': '已转为成果“{{title}}”',
    'disclosure.ready':
      '条件齐备，可以转为成果：名称、单位、发明人（按次序）、领域和 TRL 一并带过去。',
    'disclosure.notYet': '转为成果之前还差：',
    'disclosure.from': '来自成果披露',
    'disclosure.foundSecret': '如发现内容涉密，立即停止使用本机，按本单位保密制度报告。',
    'disclosure.problem.noInventor': '列出发明人',
    'disclosure.problem.sharesNotWhole': '发明人份额还差 {{share}}',
    'disclosure.problem.sharesOver': '发明人份额多出 {{share}}',
    'disclosure.problem.notCleared': '完成保密审查',
    'disclosure.problem.returned': '单位决定已退还发明人',
    'inventors.title': '发明人与份额',
    'inventors.none': '还没有发明人',
    'inventors.add': '添加发明人',
    'inventors.equal': '均分',
    'inventors.whole': '合计 100%',
    'inventors.left': '还差 {{share}}',
    'inventors.over': '多出 {{share}}',
    'inventors.actions': '发明人“{{name}}”的操作',
    'publications.title': '对外公开与新颖性',
    'publications.none': '没有已知的公开',
    'publications.noneHint': '论文、会议、展览、学位论文、销售都算；计划中的也写上。',
    'publications.add': '添加公开',
    'publications.edit': '修改公开',
    'publications.day': '公开日',
    'publications.effect': '对专利的影响',
    'publications.actions': '公开“{{what}}”的操作',
    'novelty.safe': '不早于申请日，不影响',
    'novelty.lost': '{{on}} 已公开，先于申请：新颖性丧失',
    'novelty.graceOver': '宽限期已于 {{until}} 届满：新颖性丧失',
    'novelty.graceUsed': '在宽限期内申请：须声明并提交证明',
    'novelty.graceRuns': '宽限期至 {{until}}，还剩 {{count}} 天，尽快申请',
    'novelty.fileBefore': '须在 {{on}} 之前申请，还剩 {{count}} 天',
    'novelty.cameOut': '计划的 {{on}} 已过：是否已公开？请填实际公开日',
    'novelty.undated': '没有写日期，无法判断',
    'novelty.today': '今天公开：须在今天申请',
    'novelty.filedAs': '未填首次申请日，按关联的专利以 {{on}} 为准：',
    'novelty.source':
      '依据：{{source}}。申请日以前为公众所知即丧失新颖性；宽限期 6 个月只限所列情形。供提醒，不是法律意见。',
    'novelty.noMatter': '保护方式不是专利，公开不影响新颖性；但公开后不能再作技术秘密。',
    'rights.title': '三权：约定与规定',
    'rights.right': '权利',
    'rights.agreed': '单位约定',
    'rights.asked': '规定下限',
    'rights.counts': '按此适用',
    'rights.basis': '依据',
    'rights.byUnit': '归单位',
    'rights.none': '未约定',
    'rights.atLeast': '≥ {{figure}}',
    'rights.years': '{{count}} 年',
    'rights.until': '{{count}} 年，至 {{until}}',
    'rights.or': '或{{right}} {{asked}}',
    'rights.disposal': '处置权（价格）',
    'rights.disposalRule': '单位自主决定',
    'rights.fine':
      '约定在法律之内的从约定；低于法律的按法律。所有权、使用权的下限只在赋权时适用。适用的是约定日期（未填则今天）有效的规定。',
    'rights.of.ownership': '团队所有权',
    'rights.of.use': '团队使用权',
    'rights.of.income': '团队收益权',
    'rights.verdict.notAgreed': '未约定',
    'rights.verdict.free': '无下限',
    'rights.verdict.meets': '符合',
    'rights.verdict.metByOther': '另一项已符合',
    'rights.verdict.belowLaw': '低于法定',
    'rights.verdict.belowPolicy': '低于政策',
    'label.acceptDisclosure': '将披露“{{title}}”转为成果',
    'label.editInventor': '修改“{{title}}”的发明人“{{name}}”',
    'label.moveInventor': '调整“{{title}}”的发明人次序',
    'label.splitInventors': '均分“{{title}}”的发明人份额',
    'label.editPublication': '修改公开“{{title}}”',
  },
  {
    'disclosure.filled': '{{filled}}/{{total}} filled',
    'disclosure.form': 'Form',
    'disclosure.formPdf': 'Save as PDF',
    'disclosure.formWord': 'Save as Word document',
    'disclosure.became': 'To achievement',
    'disclosure.accept': 'Accept as achievement',
    'disclosure.accepted': 'Now the achievement “{{title}}”',
    'disclosure.ready':
      'All is there. Title, units, inventors in order, field and TRL are carried into the achievement.',
    'disclosure.notYet': 'Before it can become an achievement:',
    'disclosure.from': 'From a disclosure',
    'disclosure.foundSecret':
      'Should it turn out to hold state secrets: stop using this computer and report it as your unit prescribes.',
    'disclosure.problem.noInventor': 'name the inventors',
    'disclosure.problem.sharesNotWhole': 'give the {{share}} of shares left',
    'disclosure.problem.sharesOver': 'shares are {{share}} above the whole',
    'disclosure.problem.notCleared': 'have it checked for secrets',
    'disclosure.problem.returned': 'the unit returned it to its inventors',
    'inventors.title': 'Inventors and shares',
    'inventors.none': 'No inventors yet',
    'inventors.add': 'Add inventor',
    'inventors.equal': 'Split equally',
    'inventors.whole': '100% in all',
    'inventors.left': '{{share}} left',
    'inventors.over': '{{share}} too much',
    'inventors.actions': 'Actions for inventor “{{name}}”',
    'publications.title': 'Publications and novelty',
    'publications.none': 'No publication known',
    'publications.noneHint': 'Papers, talks, fairs, theses and sales count; planned ones as well.',
    'publications.add': 'Add publication',
    'publications.edit': 'Edit publication',
    'publications.day': 'Day',
    'publications.effect': 'What it means for a patent',
    'publications.actions': 'Actions for publication “{{what}}”',
    'novelty.safe': 'Not before the filing date: no harm',
    'novelty.lost': 'Out on {{on}}, before filing: novelty is lost',
    'novelty.graceOver': 'Grace ended on {{until}}: novelty is lost',
    'novelty.graceUsed': 'Filed within grace: to be declared, with proof',
    'novelty.graceRuns': 'Grace ends on {{until}}, {{count}} days left: file soon',
    'novelty.graceRuns_one': 'Grace ends on {{until}}, 1 day left: file now',
    'novelty.fileBefore': 'File before {{on}}, {{count}} days left',
    'novelty.fileBefore_one': 'File before {{on}}, 1 day left',
    'novelty.cameOut': 'Planned for {{on}}, which has passed: is it out? Give the day',
    'novelty.undated': 'No day given: cannot be told',
    'novelty.today': 'Comes out today: file today',
    'novelty.filedAs': 'No first filing date was entered; {{on}} is that of the linked patent',
    'novelty.source':
      'By {{source}}: what the public knew before the filing date is not new; 6 months of grace in the listed cases only. A reminder, not legal advice.',
    'novelty.noMatter':
      'No patent is meant, so publishing does no harm to novelty; but what is out is no secret any more.',
    'rights.title': 'Rights: agreed and prescribed',
    'rights.right': 'Right',
    'rights.agreed': 'Agreed',
    'rights.asked': 'Floor',
    'rights.counts': 'What counts',
    'rights.basis': 'Source',
    'rights.byUnit': 'The unit owns it',
    'rights.none': 'Not agreed',
    'rights.atLeast': '≥ {{figure}}',
    'rights.years': '{{count}} years',
    'rights.years_one': '1 year',
    'rights.until': '{{count}} years, to {{until}}',
    'rights.until_one': '1 year, to {{until}}',
    'rights.or': 'or {{right}} {{asked}}',
    'rights.disposal': 'Disposal (price)',
    'rights.disposalRule': 'The unit decides',
    'rights.fine':
      'What is agreed counts within the law; below it, the law does. Floors of ownership and use hold only where these are granted. Rules are those in force on the day of the agreement, or today.',
    'rights.of.ownership': 'Ownership of the team',
    'rights.of.use': 'Use by the team',
    'rights.of.income': 'Income of the team',
    'rights.verdict.notAgreed': 'Not agreed',
    'rights.verdict.free': 'No floor',
    'rights.verdict.meets': 'Within',
    'rights.verdict.metByOther': 'Met by the other',
    'rights.verdict.belowLaw': 'Below the law',
    'rights.verdict.belowPolicy': 'Below policy',
    'label.acceptDisclosure': 'Accept “{{title}}” as achievement',
    'label.editInventor': 'Edit inventor “{{name}}” of “{{title}}”',
    'label.moveInventor': 'Order of the inventors of “{{title}}”',
    'label.splitInventors': 'Equal shares for the inventors of “{{title}}”',
    'label.editPublication': 'Edit publication “{{title}}”',
  },
);
