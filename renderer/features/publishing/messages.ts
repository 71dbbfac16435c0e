import { defineMessages } from '../../../shared/core/messages.ts';
import type { Check, Finding, Standing } from '../../../shared/features/publishing/index.ts';

export const publishingMessages = defineMessages<
  | `publishing.${
      | 'title'
      | 'levels'
      | 'levelsOf'
      | 'levelsHint'
      | 'ownLevel'
      | 'set'
      | 'counts'
      | 'make'
      | 'readiness'
      | 'ready'
      | 'consents'
      | 'noConsents'
      | 'addConsent'
      | 'editConsent'
      | 'handouts'
      | 'noHandouts'
      | 'editHandout'
      | 'proofFile'
      | 'until'
      | 'withdrawn'
      | 'over'
      | 'actions'
      | 'same'
      | 'changed'
      | 'changedIn'
      | 'returned'
      | 'toReturn'
      | 'toReturnCount'
      | 'received'
      | 'version'
      | 'ownRule'
      | 'page'
      | 'for'
      | 'contents'
      | 'order'
      | 'up'
      | 'down'
      | 'hiddenAt'
      | 'signed'
      | 'noFirm'
      | 'guard'
      | 'reason'
      | 'reasonFor'
      | 'because'
      | 'write'
      | 'writing'
      | 'preview'
      | 'stopped'
      | 'needReasons'
      | 'needRecipient'
      | 'recorded'
      | 'notRecorded'
      | 'openField'
      | 'noPdf'
      | 'layerHint.L0'
      | 'layerHint.L1'
      | 'layerHint.L2'
      | 'leakIn'}`
  | `guard.way.${Check}`
  | `guard.verdict.${'ok' | 'warn' | 'block'}`
  | `guard.${Exclude<Finding['type'], 'standings'>}`
  | `standing.${Exclude<Standing['type'], 'unpublished'>}`
  | 'standing.unpublished'
  | 'standing.unpublishedOpen'
  | 'guard.clearedUndated'
  | `label.${'setLevel' | 'unsetLevel' | 'editConsent' | 'handOut' | 'editHandout'}`
>(
  {
    'publishing.title': '资料与保密',
    'publishing.levels': '字段密级',
    'publishing.levelsOf': '字段密级 · {{title}}',
    'publishing.levelsHint':
      '公开的内容任何人可看；内部的在签订保密协议后提供；商业秘密只在全部资料中出现。姓名和联系方式不会公开，未经本人单独同意也不提供。',
    'publishing.ownLevel': '默认（{{level}}）',
    'publishing.set': '已单独设定',
    'publishing.counts':
      '已填 {{total}} 项：公开 {{public}}，内部 {{internal}}，商业秘密 {{secret}}',
    'publishing.make': '制作单页资料',
    'publishing.readiness': '公开推介前',
    'publishing.ready': '可以公开推介',
    'publishing.consents': '同意',
    'publishing.noConsents': '还没有登记谁同意了什么',
    'publishing.addConsent': '登记同意',
    'publishing.editConsent': '修改同意',
    'publishing.handouts': '已发出的资料',
    'publishing.noHandouts': '还没有发出过资料',
    'publishing.editHandout': '收回与备注',
    'publishing.proofFile': '凭证附件',
    'publishing.until': '至 {{date}}',
    'publishing.withdrawn': '已于 {{date}} 撤回',
    'publishing.over': '已过期',
    'publishing.actions': '“{{what}}”的操作',
    'publishing.same': '内容未变',
    'publishing.changed': '之后有 {{count}} 项改动',
    'publishing.changedIn': '改动：{{fields}}',
    'publishing.returned': '{{date}} 已收回或销毁',
    'publishing.toReturn': '待收回',
    'publishing.toReturnCount': '{{count}} 份待收回',
    'publishing.received': '收到的资料',
    'publishing.version': '版本 {{version}}',
    'publishing.ownRule': '本软件的规则',
    'publishing.page': '单页资料',
    'publishing.for': '给谁',
    'publishing.contents': '内容',
    'publishing.order': '勾选的按次序出现',
    'publishing.up': '上移“{{what}}”',
    'publishing.down': '下移“{{what}}”',
    'publishing.hiddenAt': '这一层级不提供',
    'publishing.signed': '落款：{{firm}}',
    'publishing.noFirm': '不落款（设置中没有填写机构名称）',
    'publishing.guard': '发布检查',
    'publishing.reason': '放行理由',
    'publishing.reasonFor': '“{{what}}”的放行理由',
    'publishing.because': '{{check}}放行：{{reason}}',
    'publishing.write': '生成并登记',
    'publishing.writing': '正在生成…',
    'publishing.preview': '预览',
    'publishing.stopped': '有 {{count}} 项不能放行',
    'publishing.needReasons': '还有 {{count}} 项需要写明放行理由',
    'publishing.needRecipient': '请写明接收方',
    'publishing.recorded': '已登记 {{number}}，发给 {{recipient}}',
    'publishing.notRecorded': '文件已生成，但没有登记成功。请不要发出，重新生成一次。',
    'publishing.openField': '将“{{field}}”改为{{level}}',
    'publishing.noPdf': '本机没有可用的浏览器，不能生成 PDF',
    'publishing.layerHint.L0': '给任何人：只含公开的内容，不点名',
    'publishing.layerHint.L1': '签了保密协议的：另含内部的内容',
    'publishing.layerHint.L2': '深入洽谈的：另含商业秘密',
    'publishing.leakIn': '{{field}}：“…{{passage}}…”',
    'guard.way.stateSecret': '先在成果披露中完成保密审查；带标志的内容停止使用并报告。',
    'guard.way.content': '勾选内容，或调整字段密级。',
    'guard.way.leak': '改写这段文字，或调整该字段的密级。',
    'guard.way.nda': '填写在此之前签订的保密协议的编号和日期。',
    'guard.way.novelty': '先申请专利，或只提供不含技术方案的公开简介。',
    'guard.way.unit': '取得单位对这一层级的同意并登记。',
    'guard.way.coOwner': '取得各共有人的同意并登记。',
    'guard.way.inventor': '取得完成人的同意并登记。',
    'guard.way.price': '登记单位对报价的同意，或不含价格。',
    'guard.way.names': '登记该企业对使用名称的同意，或改写。',
    'guard.way.personal': '需要列出的，登记本人对“个人信息”的单独同意。',
    'guard.verdict.ok': '通过',
    'guard.verdict.warn': '注意',
    'guard.verdict.block': '不能放行',
    'guard.marked': '内容带有国家秘密标志，涉密不得录入、不得提供',
    'guard.notChecked': '没有找到这项成果的保密审查记录',
    'guard.cleared': '{{on}} 经审查不涉密',
    'guard.clearedUndated': '经审查不涉密',
    'guard.empty': '这一层级没有可以提供的内容',
    'guard.told': '共 {{count}} 项内容',
    'guard.noLeak': '没有发现受保护的值',
    'guard.leaks': '发现 {{count}} 处受保护的值：',
    'guard.noNda': '没有填写保密协议的编号和日期',
    'guard.ndaTooLate': '保密协议的日期晚于今天',
    'guard.nda': '{{on}} 签订，编号 {{no}}',
    'guard.noNdaNeeded': '公开内容不需要保密协议',
    'guard.underNda': '在保密协议之下提供，不算公开',
    'guard.agreed': '已取得同意',
    'guard.nobody': '没有共有人',
    'guard.nobodyKnown': '没有登记名单，不知道该由谁同意',
    'guard.notShown': '不出现',
    'guard.notNamed': '没有提到其他企业',
    'guard.missing': '没有登记同意：{{names}}',
    'guard.leftOut': '未取得单独同意，不会出现：{{names}}',
    'standing.published': '相关专利均已公开',
    'standing.unfiled': '“{{title}}”还没有申请，公开后不能再取得专利',
    'standing.planned': '“{{title}}”还没有申请，且计划 {{on}} 公开',
    'standing.knowHow': '“{{title}}”按技术秘密保护，公开后不再是秘密',
    'standing.unpublished': '“{{title}}”已申请、未公布，预计 {{until}} 公布（{{months}} 个月）',
    'standing.unpublishedOpen': '“{{title}}”已申请、未公布',
    'standing.unknown': '没有关联的专利或披露，新颖性情况不明',
    'label.setLevel': '将“{{title}}”的{{field}}设为{{level}}',
    'label.unsetLevel': '将“{{title}}”的{{field}}恢复默认密级',
    'label.editConsent': '修改“{{giver}}”的同意',
    'label.handOut': '向{{recipient}}发出资料 {{number}}',
    'label.editHandout': '修改资料 {{number}} 的收回与备注',
  },
  {
    'publishing.title': 'Handouts and secrecy',
    'publishing.levels': 'Levels by field',
    'publishing.levelsOf': 'Levels by field · {{title}}',
    'publishing.levelsHint':
      'Anyone may see what is public; what is internal is told after an NDA; trade secrets are told in full handouts only. Names and ways to reach people are never public, and told only with their own consent.',
    'publishing.ownLevel': 'Own ({{level}})',
    'publishing.set': 'Set here',
    'publishing.counts':
      '{{total}} filled: {{public}} public, {{internal}} internal, {{secret}} trade secret',
    'publishing.make': 'Make a one-pager',
    'publishing.readiness': 'Before it is told to anyone',
    'publishing.ready': 'May be told to anyone',
    'publishing.consents': 'Consents',
    'publishing.noConsents': 'Nobody’s consent is entered yet',
    'publishing.addConsent': 'Enter a consent',
    'publishing.editConsent': 'Change a consent',
    'publishing.handouts': 'Handed out',
    'publishing.noHandouts': 'Nothing was handed out yet',
    'publishing.editHandout': 'Return and note',
    'publishing.proofFile': 'Proof attached',
    'publishing.until': 'Until {{date}}',
    'publishing.withdrawn': 'Withdrawn on {{date}}',
    'publishing.over': 'Over',
    'publishing.actions': 'Actions for “{{what}}”',
    'publishing.same': 'Unchanged since',
    'publishing.changed': '{{count}} changes since',
    'publishing.changed_one': '1 change since',
    'publishing.changedIn': 'Changed: {{fields}}',
    'publishing.returned': 'Returned or destroyed on {{date}}',
    'publishing.toReturn': 'To be returned',
    'publishing.toReturnCount': '{{count}} to be returned',
    'publishing.received': 'Handed out to it',
    'publishing.version': 'version {{version}}',
    'publishing.ownRule': 'A rule of this app',
    'publishing.page': 'One-pager',
    'publishing.for': 'For whom',
    'publishing.contents': 'Contents',
    'publishing.order': 'What is ticked appears in this order',
    'publishing.up': 'Move “{{what}}” up',
    'publishing.down': 'Move “{{what}}” down',
    'publishing.hiddenAt': 'Not told in this layer',
    'publishing.signed': 'Signed: {{firm}}',
    'publishing.noFirm': 'Unsigned (no firm is named in the settings)',
    'publishing.guard': 'Checks before it goes out',
    'publishing.reason': 'Reason to go on',
    'publishing.reasonFor': 'Reason to go on: {{what}}',
    'publishing.because': '{{check}}, set aside: {{reason}}',
    'publishing.write': 'Make and record',
    'publishing.writing': 'Making…',
    'publishing.preview': 'Preview',
    'publishing.stopped': '{{count}} checks stop it',
    'publishing.stopped_one': '1 check stops it',
    'publishing.needReasons': '{{count}} warnings want a reason',
    'publishing.needReasons_one': '1 warning wants a reason',
    'publishing.needRecipient': 'Say for whom it is',
    'publishing.recorded': '{{number}} recorded, for {{recipient}}',
    'publishing.notRecorded':
      'The file was made, but not recorded. Do not hand it out: make it again.',
    'publishing.openField': 'Make “{{field}}” {{level}}',
    'publishing.noPdf': 'No browser here can make a PDF',
    'publishing.layerHint.L0': 'For anyone: public values only, no names',
    'publishing.layerHint.L1': 'After an NDA: internal values, too',
    'publishing.layerHint.L2': 'For close talks: trade secrets, too',
    'publishing.leakIn': '{{field}}: “…{{passage}}…”',
    'guard.way.stateSecret':
      'Have the disclosure checked for secrets first; stop using what is marked, and report it.',
    'guard.way.content': 'Tick contents, or change levels of fields.',
    'guard.way.leak': 'Write the passage anew, or change the level of the field.',
    'guard.way.nda': 'Enter number and date of an NDA signed before.',
    'guard.way.novelty': 'File first, or give a public summary without the technical solution.',
    'guard.way.unit': 'Get the unit’s consent to this layer and enter it.',
    'guard.way.coOwner': 'Get each co-owner’s consent and enter it.',
    'guard.way.inventor': 'Get the inventors’ consent and enter it.',
    'guard.way.price': 'Enter the unit’s consent to the price, or leave the price out.',
    'guard.way.names': 'Enter the enterprise’s consent to its name, or write it anew.',
    'guard.way.personal': 'To name people, enter their own consent to “personal data”.',
    'guard.verdict.ok': 'Passed',
    'guard.verdict.warn': 'Note',
    'guard.verdict.block': 'Stopped',
    'guard.marked': 'It is marked as a state secret: it may be neither kept here nor told',
    'guard.notChecked': 'No record of a check for state secrets was found',
    'guard.cleared': 'Checked on {{on}}: no state secret',
    'guard.clearedUndated': 'Checked: no state secret',
    'guard.empty': 'There is nothing to tell in this layer',
    'guard.told': 'Items: {{count}}',
    'guard.noLeak': 'No guarded value found',
    'guard.leaks': 'Guarded values found: {{count}}',
    'guard.noNda': 'Number and date of the NDA are missing',
    'guard.ndaTooLate': 'The NDA is dated later than today',
    'guard.nda': 'Signed on {{on}}, no. {{no}}',
    'guard.noNdaNeeded': 'No NDA is needed for what is public',
    'guard.underNda': 'Told under an NDA: not a publication',
    'guard.agreed': 'Agreed',
    'guard.nobody': 'No co-owners',
    'guard.nobodyKnown': 'Nobody is entered, so who has to agree is not known',
    'guard.notShown': 'Not told',
    'guard.notNamed': 'No other enterprise is named',
    'guard.missing': 'No consent entered: {{names}}',
    'guard.leftOut': 'Left out for want of their consent: {{names}}',
    'standing.published': 'All patents behind it are published',
    'standing.unfiled': '“{{title}}” is not filed: once public, it cannot be patented',
    'standing.planned': '“{{title}}” is not filed, and to be published on {{on}}',
    'standing.knowHow': '“{{title}}” is kept as know-how: once public, it is none',
    'standing.unpublished':
      '“{{title}}” is filed and not yet published, due on {{until}} ({{months}} months)',
    'standing.unpublishedOpen': '“{{title}}” is filed and not yet published',
    'standing.unknown': 'No patent or disclosure is linked: novelty is not known',
    'label.setLevel': 'Set {{field}} of “{{title}}” to {{level}}',
    'label.unsetLevel': 'Give {{field}} of “{{title}}” its own level back',
    'label.editConsent': 'Change the consent of “{{giver}}”',
    'label.handOut': 'Hand out {{number}} to {{recipient}}',
    'label.editHandout': 'Change return and note of {{number}}',
  },
);
