import { defineMessages } from '../../../../shared/core/messages.ts';
import type { Misfit, RuleFailure, RuleProblem } from '../../../../shared/features/rules/index.ts';

type Key =
  | `rules.${
      | 'title'
      | 'subtitle'
      | 'settingsHint'
      | 'manage'
      | 'open'
      | 'also'
      | 'find'
      | 'onlyUnchecked'
      | 'tables'
      | 'unchecked'
      | 'allChecked'
      | 'hasProblems'
      | 'none'
      | 'noneFound'
      | 'from'
      | 'between'
      | 'ended'
      | 'notYet'
      | 'confirm'
      | 'confirmRow'
      | 'confirmed'
      | 'confirmedBy'
      | 'actions'
      | 'correct'
      | 'correctHint'
      | 'changeFrom'
      | 'changeFromHint'
      | 'add'
      | 'addHint'
      | 'backToBuiltIn'
      | 'leaveOut'
      | 'remove'
      | 'history'
      | 'removedTitle'
      | 'removedHint'
      | 'useAgain'
      | 'problems'
      | 'stray'}`
  | `rules.problem.${RuleProblem['type']}`
  | `rules.refused.${RuleFailure['type']}`
  | `rules.misfit.${Misfit['type']}`
  | `label.${'confirm' | 'correct' | 'change' | 'add' | 'remove' | 'restore'}Rule`;

/** Words of the rules of law and practice and of their editor. */
export const ruleMessages = defineMessages<Key>(
  {
    'rules.title': '规则与参数',
    'rules.subtitle': '期限、费用、比例都按这里的规定计算；{{count}} 条待核对',
    'rules.settingsHint': '计算期限、年费、权益下限等所依据的规定；可核对，可按新规定修改',
    'rules.manage': '查看规则',
    'rules.open': '查看这条规则',
    'rules.also': '法规,参数,费率,期限',
    'rules.find': '在规则中查找',
    'rules.onlyUnchecked': '只看未核实的',
    'rules.tables': '规则表',
    'rules.unchecked': '{{count}} 条未核实',
    'rules.allChecked': '均已核实',
    'rules.hasProblems': '有冲突或空缺',
    'rules.none': '这张表没有规则：依它计算的结果都会显示为未知。',
    'rules.noneFound': '没有符合的规则。',
    'rules.from': '{{from}} 起',
    'rules.between': '{{from}} 至 {{to}}',
    'rules.ended': '已失效',
    'rules.notYet': '尚未施行',
    'rules.confirm': '我已核对',
    'rules.confirmRow': '我已核对“{{row}}”',
    'rules.confirmed': '{{on}} 已核对',
    'rules.confirmedBy': '{{by}} 于 {{on}} 已核对',
    'rules.actions': '“{{row}}”的操作',
    'rules.correct': '更正这一行…',
    'rules.correctHint': '原来写错了：改后，这一行的全部期间都按新的内容计算。',
    'rules.changeFrom': '规定有变，从某日起…',
    'rules.changeFromHint':
      '规定变了：从新的施行日期起按新的内容，原来的一行到前一天为止，以前的结果不变。',
    'rules.add': '增加一行',
    'rules.addHint': '例如本地区的规定。同一情形、同一地区、同一天只能有一行。',
    'rules.backToBuiltIn': '恢复为内置内容',
    'rules.leaveOut': '不再使用',
    'rules.remove': '删除',
    'rules.history': '修改历史',
    'rules.removedTitle': '不再使用的内置规则',
    'rules.removedHint': '不参与计算，可随时恢复。',
    'rules.useAgain': '恢复使用',
    'rules.problems': '需要处理',
    'rules.stray': '另有 {{count}} 条规则属于本版本没有的规则表，未参与计算。',
    'rules.problem.overlap':
      '“{{row}}”（{{region}}）在同一期间有两行：{{a}} 与 {{b}}。请更正其中一行；在此之前都按未核实显示。',
    'rules.problem.gap':
      '“{{row}}”（{{region}}）在 {{from}} 至 {{to}} 没有规则：这期间的结果显示为未知。',
    'rules.problem.outdated': '“{{row}}”核对之后，内置内容已随新版本更新，请重新核对。',
    'rules.problem.twice': '“{{row}}”有两份修改，只采用较新的一份。',
    'rules.problem.misfit': '“{{row}}”读不出来，未参与计算：{{why}}。',
    'rules.refused.overlaps':
      '没有保存：同一情形、同一地区已有一行，期间为 {{period}}。如果是规定变了，请用“规定有变，从某日起”。',
    'rules.refused.misfit': '没有保存：{{why}}。',
    'rules.refused.notWithin': '没有保存：新的施行日期应在原来一行的期间之内（{{period}}）。',
    'rules.misfit.noTable': '本版本没有这张规则表',
    'rules.misfit.unreadable': '内容已损坏',
    'rules.misfit.field': '“{{field}}”不符合这张表',
    'rules.misfit.reversed': '最后一天早于施行日期',
    'label.confirmRule': '核对规则“{{title}}”',
    'label.correctRule': '更正规则“{{title}}”',
    'label.changeRule': '从 {{on}} 起变更规则“{{title}}”',
    'label.addRule': '增加规则“{{title}}”',
    'label.removeRule': '停用规则“{{title}}”',
    'label.restoreRule': '恢复内置规则“{{title}}”',
  },
  {
    'rules.title': 'Rules and figures',
    'rules.subtitle': 'Terms, fees and shares are reckoned by these; {{count}} to be checked',
    'rules.settingsHint':
      'What terms, annuities and floors are reckoned by; to be confirmed, and changed when the law is',
    'rules.manage': 'See the rules',
    'rules.open': 'See this rule',
    'rules.also': 'law,parameters,rates,terms',
    'rules.find': 'Find in the rules',
    'rules.onlyUnchecked': 'Only what is not checked',
    'rules.tables': 'Tables of rules',
    'rules.unchecked': '{{count}} not checked',
    'rules.allChecked': 'All checked',
    'rules.hasProblems': 'Has conflicts or gaps',
    'rules.none': 'This table has no rule: what is reckoned by it is shown as unknown.',
    'rules.noneFound': 'No rule fits.',
    'rules.from': 'from {{from}}',
    'rules.between': '{{from}} to {{to}}',
    'rules.ended': 'Ended',
    'rules.notYet': 'Not in force yet',
    'rules.confirm': 'Confirm',
    'rules.confirmRow': 'Confirm “{{row}}”',
    'rules.confirmed': 'Checked on {{on}}',
    'rules.confirmedBy': 'Checked by {{by}} on {{on}}',
    'rules.actions': 'Actions for “{{row}}”',
    'rules.correct': 'Correct this row…',
    'rules.correctHint': 'It was written down wrongly: it will read so for all its days.',
    'rules.changeFrom': 'The rule changes on a day…',
    'rules.changeFromHint':
      'The rule has changed: from its new first day on it reads so; the row before ends the day before, and earlier results stay.',
    'rules.add': 'Add a row',
    'rules.addHint':
      'A rule of your region, say. Of one case and region, one row holds on any day.',
    'rules.backToBuiltIn': 'Back to the built-in row',
    'rules.leaveOut': 'Do not use',
    'rules.remove': 'Delete',
    'rules.history': 'History',
    'rules.removedTitle': 'Built-in rules not used',
    'rules.removedHint': 'Nothing is reckoned by them; they can be used again at any time.',
    'rules.useAgain': 'Use again',
    'rules.problems': 'To be settled',
    'rules.stray':
      '{{count}} more rules belong to tables that this version does not have; nothing is reckoned by them.',
    'rules.problem.overlap':
      '“{{row}}” ({{region}}) has two rows for the same days: {{a}} and {{b}}. Correct one of them; until then both count as not checked.',
    'rules.problem.gap':
      '“{{row}}” ({{region}}) has no rule from {{from}} to {{to}}: results of these days are unknown.',
    'rules.problem.outdated':
      'The built-in row “{{row}}” has changed with a newer version since it was checked: check it again.',
    'rules.problem.twice': 'Of “{{row}}” there are two changes; the newer one counts.',
    'rules.problem.misfit': '“{{row}}” cannot be read and is not used: {{why}}.',
    'rules.refused.overlaps':
      'Not saved: there is a row for this case and region, {{period}}. If the rule has changed, use “The rule changes on a day”.',
    'rules.refused.misfit': 'Not saved: {{why}}.',
    'rules.refused.notWithin':
      'Not saved: the new first day must lie within the days of the row before ({{period}}).',
    'rules.misfit.noTable': 'this version has no such table',
    'rules.misfit.unreadable': 'it is damaged',
    'rules.misfit.field': '“{{field}}” does not fit the table',
    'rules.misfit.reversed': 'it ends before it begins',
    'label.confirmRule': 'Check rule “{{title}}”',
    'label.correctRule': 'Correct rule “{{title}}”',
    'label.changeRule': 'Change rule “{{title}}” from {{on}} on',
    'label.addRule': 'Add rule “{{title}}”',
    'label.removeRule': 'Do not use rule “{{title}}”',
    'label.restoreRule': 'Built-in rule “{{title}}” again',
  },
);
