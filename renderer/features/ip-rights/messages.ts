import { defineMessages } from '../../../shared/core/messages.ts';
import type { Contradiction, FeeDue, Term } from '../../../shared/features/ip-rights/index.ts';

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
    'label.payAnnuity': 'Annuity of year {{year}} paid for “{{title}}”',
    'label.linkRight': 'Link “{{right}}” and “{{achievement}}”',
    'label.unlinkRight': 'Unlink “{{right}}” and “{{achievement}}”',
  },
);
