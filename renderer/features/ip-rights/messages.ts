import { defineMessages } from '../../../shared/core/messages.ts';
import type {
  Contradiction,
  FeeDue,
  OpenLicence,
  OpenLicenceRow,
  Term,
} from '../../../shared/features/ip-rights/index.ts';

export const ipRightMessages = defineMessages<
  | `ip.${
      | 'standing'
      | 'term'
      | 'lastOn'
      | 'daysLeft'
      | 'ended'
      | 'open'
      | 'noRule'
      | 'certified'
      | 'termRule'
      | 'nextFee'
      | 'feeOfYear'
      | 'noFee'
      | 'noFeeKind'
      | 'feesEnded'
      | 'surcharge'
      | 'reduced'
      | 'assumed'
      | 'paid'
      | 'bound'
      | 'filing'
      | 'achievements'
      | 'noAchievements'
      | 'link'
      | 'unlink'
      | 'rights'
      | 'noRights'
      | 'chooseRight'
      | 'chooseAchievement'
      | 'portfolio'
      | 'portfolioOf'
      | 'portfolioHint'
      | 'feesByYear'
      | 'feesTotal'
      | 'yearSpoken'
      | 'feesOf'
      | 'feesNone'
      | 'feesNoneHint'
      | 'terms'
      | 'termsHint'
      | 'termsNone'
      | 'termSpoken'
      | 'more'
      | 'unit'
      | 'right'
      | 'year'
      | 'due'
      | 'amount'
      | 'pages'
      | 'encumbrances'
      | 'noEncumbrances'
      | 'over'
      | 'until'
      | 'openEnd'}`
  | `ip.missing.${Extract<Term, { type: 'missing' }>['field']}`
  | `ip.fee.${FeeDue['state']}`
  | `ip.wrong.${Contradiction['type']}`
  | `openLicence.${
      | 'title'
      | 'declaredOn'
      | 'announcedOn'
      | 'until'
      | 'endedOn'
      | 'licences'
      | 'stays'
      | 'plainOnly'
      | 'reduced'}`
  | `openLicence.state.${OpenLicence['state']}`
  | `openLicence.bar.${OpenLicenceRow['bar']}`
  | `label.${'payAnnuity' | 'linkRight' | 'unlinkRight'}`
>(
  {
    'ip.standing': '现状',
    'ip.term': '保护期限',
    'ip.lastOn': '至 {{date}}',
    'ip.daysLeft': '还有 {{count}} 天',
    'ip.ended': '已届满 {{count}} 天',
    'ip.open': '没有法定期限',
    'ip.noRule': '1993 年以前的申请，请按证书填写届满日',
    'ip.certified': '按证书填写',
    'ip.termRule': '{{years}} 年 · {{source}}',
    'ip.nextFee': '下一笔年费',
    'ip.feeOfYear': '第 {{year}} 年度 · {{amount}} 元',
    'ip.noFee': '法律状态不是“有效”，没有应缴年费',
    'ip.noFeeKind': '这一类型现在不收年费',
    'ip.feesEnded': '年费已全部缴清',
    'ip.surcharge': '另加滞纳金 {{amount}} 元，最迟 {{date}} 补缴',
    'ip.reduced': '全额 {{amount}} 元，减缴 {{off}}%',
    'ip.assumed': '没有缴费记录：按已开始的年度都已缴推算。',
    'ip.paid': '登记已缴第 {{year}} 年度',
    'ip.bound': '权利负担：{{kind}}（{{party}}）',
    'ip.filing': '{{kind}}（{{party}}）应在 {{date}} 前备案',
    'ip.achievements': '关联成果',
    'ip.noAchievements': '还没有关联成果',
    'ip.link': '关联',
    'ip.unlink': '取消与“{{title}}”的关联',
    'ip.rights': '知识产权',
    'ip.noRights': '还没有关联的知识产权',
    'ip.chooseRight': '选择要关联的知识产权',
    'ip.chooseAchievement': '选择要关联的成果',
    'ip.portfolio': '期限与费用',
    'ip.portfolioOf': '期限与费用 · {{title}}',
    'ip.portfolioHint': '{{count}} 项知识产权，{{valid}} 项有效',
    'ip.feesByYear': '各年应缴年费',
    'ip.feesTotal': '{{years}} 年合计 {{amount}} 元',
    'ip.yearSpoken': '{{year}} 年 {{count}} 笔，共 {{amount}} 元',
    'ip.feesOf': '{{year}} 年应缴',
    'ip.feesNone': '没有应缴的年费',
    'ip.feesNoneHint': '填写专利的申请日、授权公告日和法律状态后，这里按年列出。',
    'ip.terms': '保护期限',
    'ip.termsHint': '先届满的在前',
    'ip.termsNone': '还没有能推算期限的知识产权',
    'ip.termSpoken': '{{title}}：{{from}} 至 {{until}}',
    'ip.more': '再显示 {{count}} 项',
    'ip.unit': '元',
    'ip.right': '名称',
    'ip.year': '年度',
    'ip.due': '最迟',
    'ip.amount': '金额',
    'ip.pages': '全部知识产权',
    'ip.encumbrances': '许可、质押与纠纷',
    'ip.noEncumbrances': '没有登记许可、质押或纠纷',
    'ip.over': '已结束',
    'ip.until': '至 {{date}}',
    'ip.openEnd': '未定截止日',
    'ip.missing.kind': '填写类型后可推算期限',
    'ip.missing.filedOn': '填写申请日后可推算期限',
    'ip.missing.grantedOn': '填写授权公告日后可推算期限',
    'ip.missing.completedOn': '填写完成日或首次发表日后可推算期限',
    'ip.missing.woody': '填写品种类别后可推算期限',
    'ip.fee.coming': '按期',
    'ip.fee.grace': '已逾期，可补缴',
    'ip.fee.late': '已逾期；没有施行中的补缴规定，请核实',
    'ip.fee.missed': '补缴期已过，请核实权利是否终止',
    'ip.wrong.kind': '申请号表示“{{said}}”，与所填类型不符。',
    'ip.wrong.year': '申请号表示 {{said}} 年申请，与申请日不符。',
    'ip.wrong.order': '“{{next}}”早于“{{first}}”，请核对。',
    'openLicence.title': '开放许可',
    'openLicence.declaredOn': '{{date}} 提交声明',
    'openLicence.announcedOn': '{{date}} 公告',
    'openLicence.until': '许可期限至 {{date}}',
    'openLicence.endedOn': '{{date}} 公告撤回',
    'openLicence.licences': '已达成 {{count}} 项许可：',
    'openLicence.stays': '撤回不影响此前已达成的许可。',
    'openLicence.plainOnly': '开放许可期间只能给予普通许可，不得再给予独占或排他许可。',
    'openLicence.reduced':
      '开放许可实施期间年费减缴 {{off}}%，以已达成并备案的许可为凭；缴费前请核对。',
    'openLicence.state.planned': '拟声明',
    'openLicence.state.declared': '已声明，未公告',
    'openLicence.state.open': '开放中',
    'openLicence.state.ended': '期限已满',
    'openLicence.state.withdrawn': '已撤回',
    'openLicence.bar.notPatent': '不是专利，不能声明开放许可。',
    'openLicence.bar.notGranted':
      '法律状态不是“有效”：公告授权之后才能声明，专利权终止的不再开放。',
    'openLicence.bar.exclusive':
      '与“{{kind}}（{{party}}）”冲突：独占、排他许可有效期内不得开放许可。',
    'openLicence.bar.suspended': '“{{kind}}（{{party}}）”：程序因此中止的，不得开放许可，请核实。',
    'openLicence.bar.feeUnpaid': '年费已逾期未缴，不得开放许可。',
    'openLicence.bar.pledged': '已质押给“{{party}}”：须经质权人同意。',
    'openLicence.bar.noReport': '实用新型、外观设计须提供专利权评价报告。',
    'openLicence.bar.noTerms': '声明须写明许可使用费标准和支付方式。',
    'openLicence.bar.noPeriod': '声明须写明许可期限。',
    'label.payAnnuity': '登记“{{title}}”已缴第 {{year}} 年度年费',
    'label.linkRight': '关联“{{right}}”与“{{achievement}}”',
    'label.unlinkRight': '取消关联“{{right}}”与“{{achievement}}”',
  },
  {
    'ip.standing': 'Where it stands',
    'ip.term': 'Term',
    'ip.lastOn': 'Through {{date}}',
    'ip.daysLeft': '{{count}} days left',
    'ip.daysLeft_one': '1 day left',
    'ip.ended': 'Ended {{count}} days ago',
    'ip.ended_one': 'Ended yesterday',
    'ip.open': 'No term by law',
    'ip.noRule': 'Filed before 1993: enter the last day from the certificate',
    'ip.certified': 'As certified',
    'ip.termRule': '{{years}} years · {{source}}',
    'ip.nextFee': 'Next annuity',
    'ip.feeOfYear': 'Year {{year}} · {{amount}} yuan',
    'ip.noFee': 'Not in force: no annuity is due',
    'ip.noFeeKind': 'No annuities for this kind',
    'ip.feesEnded': 'All annuities are paid',
    'ip.surcharge': 'and a surcharge of {{amount}} yuan, by {{date}} at the latest',
    'ip.reduced': 'of {{amount}} yuan in full, {{off}} % off',
    'ip.assumed': 'No payments entered: the years begun are taken to be paid.',
    'ip.paid': 'Enter year {{year}} as paid',
    'ip.bound': 'Encumbered: {{kind}} ({{party}})',
    'ip.filing': '{{kind}} ({{party}}): to be filed by {{date}}',
    'ip.achievements': 'Achievements',
    'ip.noAchievements': 'No achievement is linked yet',
    'ip.link': 'Link',
    'ip.unlink': 'Unlink “{{title}}”',
    'ip.rights': 'IP rights',
    'ip.noRights': 'No IP right is linked yet',
    'ip.chooseRight': 'Choose an IP right to link',
    'ip.chooseAchievement': 'Choose an achievement to link',
    'ip.portfolio': 'Terms and fees',
    'ip.portfolioOf': 'Terms and fees · {{title}}',
    'ip.portfolioHint': '{{count}} IP rights, {{valid}} in force',
    'ip.portfolioHint_one': '1 IP right, {{valid}} in force',
    'ip.feesByYear': 'Annuities by year',
    'ip.feesTotal': '{{amount}} yuan in {{years}} years',
    'ip.yearSpoken': '{{year}}: {{count}} annuities, {{amount}} yuan',
    'ip.yearSpoken_one': '{{year}}: 1 annuity, {{amount}} yuan',
    'ip.feesOf': 'Due in {{year}}',
    'ip.feesNone': 'No annuities are due',
    'ip.feesNoneHint':
      'Enter the filing date, the grant and the legal status of patents to see them by year.',
    'ip.terms': 'Terms',
    'ip.termsHint': 'Those that end first at the top',
    'ip.termsNone': 'No right whose term can be reckoned yet',
    'ip.termSpoken': '{{title}}: {{from}} to {{until}}',
    'ip.more': 'Show {{count}} more',
    'ip.unit': 'yuan',
    'ip.right': 'Title',
    'ip.year': 'Year',
    'ip.due': 'By',
    'ip.amount': 'Amount',
    'ip.pages': 'All IP rights',
    'ip.encumbrances': 'Licences, pledges and disputes',
    'ip.noEncumbrances': 'No licence, pledge or dispute entered',
    'ip.over': 'Over',
    'ip.until': 'Until {{date}}',
    'ip.openEnd': 'No end given',
    'ip.missing.kind': 'Enter the kind to reckon the term',
    'ip.missing.filedOn': 'Enter the filing date to reckon the term',
    'ip.missing.grantedOn': 'Enter the day of the grant to reckon the term',
    'ip.missing.completedOn': 'Enter the completion or first publication to reckon the term',
    'ip.missing.woody': 'Enter the kind of plant to reckon the term',
    'ip.fee.coming': 'In time',
    'ip.fee.grace': 'Late, can still be paid',
    'ip.fee.late': 'Late; no rule in force says how long it can be paid: find out',
    'ip.fee.missed': 'Too late to pay: find out whether the right has ended',
    'ip.wrong.kind': 'The application number says “{{said}}”, which is not the kind entered.',
    'ip.wrong.year': 'The application number says {{said}}, which is not the year of filing.',
    'ip.wrong.order': '“{{next}}” comes before “{{first}}”: check the dates.',
    'openLicence.title': 'Open licence',
    'openLicence.declaredOn': 'Declared {{date}}',
    'openLicence.announcedOn': 'announced {{date}}',
    'openLicence.until': 'open until {{date}}',
    'openLicence.endedOn': 'withdrawal announced {{date}}',
    'openLicence.licences': '{{count}} took it up: ',
    'openLicence.stays': 'The withdrawal leaves earlier licences as they are.',
    'openLicence.plainOnly':
      'While it is open, only plain licences can be given, no exclusive or sole ones.',
    'openLicence.reduced':
      'Annuities are {{off}} % lower while licences under it are in effect and filed; check before paying.',
    'openLicence.state.planned': 'To be declared',
    'openLicence.state.declared': 'Declared, not announced',
    'openLicence.state.open': 'Open',
    'openLicence.state.ended': 'Period over',
    'openLicence.state.withdrawn': 'Withdrawn',
    'openLicence.bar.notPatent': 'No patent: it cannot be declared open.',
    'openLicence.bar.notGranted':
      'Not in force: it is declared after the grant, and ends with the patent.',
    'openLicence.bar.exclusive':
      'Conflicts with “{{kind}} ({{party}})”: no open licence while an exclusive or sole one lasts.',
    'openLicence.bar.suspended':
      '“{{kind}} ({{party}})”: no open licence while proceedings are suspended by it; find out.',
    'openLicence.bar.feeUnpaid': 'An annuity is overdue: it cannot be open.',
    'openLicence.bar.pledged': 'Pledged to {{party}}, who must agree.',
    'openLicence.bar.noReport': 'Utility models and designs need the office’s evaluation report.',
    'openLicence.bar.noTerms': 'The declaration must state the fee and the way of payment.',
    'openLicence.bar.noPeriod': 'The declaration must state the period.',
    'label.payAnnuity': 'Annuity of year {{year}} paid for “{{title}}”',
    'label.linkRight': 'Link “{{right}}” and “{{achievement}}”',
    'label.unlinkRight': 'Unlink “{{right}}” and “{{achievement}}”',
  },
);
