import { defineMessages } from '../../../shared/core/messages.ts';
import type { Lack } from '../../../shared/features/packages/index.ts';

export const packageMessages = defineMessages<
  | 'nav.packages'
  | `package.${
      | 'items'
      | 'noItems'
      | 'noItemsHint'
      | 'add'
      | 'addHint'
      | 'addChosen'
      | 'addFound'
      | 'chooseOne'
      | 'inside'
      | 'full'
      | 'find'
      | 'anyField'
      | 'anyRegion'
      | 'found'
      | 'actions'
      | 'up'
      | 'down'
      | 'takeOut'
      | 'order'
      | 'noChapter'
      | 'chapterName'
      | 'renameChapter'
      | 'pictures'
      | 'noPictures'
      | 'mostPictures'
      | 'pictureCount'
      | 'noWords'
      | 'gone'
      | 'make'
      | 'makeHint'
      | 'layer'
      | 'language'
      | 'format'
      | 'signed'
      | 'noFirm'
      | 'noPdf'
      | 'checking'
      | 'clean'
      | 'blocked'
      | 'blockedHint'
      | 'empty'
      | 'leaveOut'
      | 'leaveOutAll'
      | 'leftOut'
      | 'takeBack'
      | 'common'
      | 'commonWay'
      | 'foreign'
      | 'leakIn'
      | 'warnings'
      | 'concerns'
      | 'reason'
      | 'reasonFor'
      | 'setAside'
      | 'lacks'
      | `lack.${Lack}`
      | 'write'
      | 'writing'
      | 'drawing'
      | 'nothingIn'
      | 'stopped'
      | 'stoppedCommon'
      | 'needReasons'
      | 'ready'
      | 'leak'
      | 'unreadable'
      | 'recorded'
      | 'notRecorded'
      | 'fileName'
      | 'editions'
      | 'noEditions'
      | 'edition'
      | 'editionCount'
      | 'editionLeftOut'
      | 'compare'
      | 'comparing'
      | 'same'
      | 'changed'
      | 'added'
      | 'removed'
      | 'cover'
      | 'sentTo'
      | 'recipients'
      | 'noRecipients'
      | 'editionFirst'
      | 'addRecipient'
      | 'editRecipient'
      | 'noNda'
      | 'ndaTooLate'
      | 'nda'
      | 'underNda'
      | 'ndaLater'
      | 'results'
      | 'sent'
      | 'interested'
      | 'deals'
      | 'count'
      | 'addTo'
      | 'choose'
      | 'orNew'
      | 'newTitle'
      | 'createWith'
      | 'addedTo'
      | 'nothingAdded'
      | 'of'
      | 'received'}`
  | `label.${
      | 'addToPackage'
      | 'newPackage'
      | 'orderPackage'
      | 'renameChapter'
      | 'editPackageItem'
      | 'makeEdition'
      | 'editRecipient'}`
>(
  {
    'nav.packages': '成果包',
    'package.items': '收录的成果',
    'package.noItems': '还没有收录成果',
    'package.noItemsHint': '在这里查找添加，或在成果列表中选中后“加入成果包”。',
    'package.add': '添加成果',
    'package.addHint': '按名称、单位、关键词或拼音查找，可以一次选多项。',
    'package.addChosen': '加入 {{count}} 项',
    'package.addFound': '选中全部 {{count}} 项',
    'package.chooseOne': '选择“{{title}}”',
    'package.inside': '已在包中',
    'package.full': '一个成果包最多收录 {{most}} 项',
    'package.find': '查找成果',
    'package.anyField': '全部领域',
    'package.anyRegion': '全部地区',
    'package.found': '共 {{count}} 项',
    'package.actions': '“{{title}}”的操作',
    'package.up': '上移',
    'package.down': '下移',
    'package.takeOut': '移出成果包',
    'package.order': 'Alt+↑ / Alt+↓ 调整次序，也可以拖动',
    'package.noChapter': '未分章',
    'package.chapterName': '章名',
    'package.renameChapter': '修改章名“{{name}}”',
    'package.pictures': '图片（取自成果的附件）',
    'package.noPictures': '这项成果没有图片附件',
    'package.mostPictures': '最多 {{most}} 张',
    'package.pictureCount': '{{count}} 张图',
    'package.noWords': '还没有写市场语言',
    'package.gone': '这项成果已被删除，不会收录',
    'package.make': '制作宣传册',
    'package.makeHint': '每项成果一页，只含所选层级可以提供的内容。',
    'package.layer': '层级',
    'package.language': '语言',
    'package.format': '格式',
    'package.signed': '落款：{{firm}}',
    'package.noFirm': '不落款（设置中没有填写机构名称）',
    'package.noPdf': '本机没有可用的浏览器，不能生成 PDF',
    'package.checking': '正在检查…',
    'package.clean': '检查通过，可以制作',
    'package.blocked': '不能放行',
    'package.blockedHint': '请先处理；也可以决定本版不收录。',
    'package.empty': '这一层级没有可以提供的内容：写公开简介，或调整密级。',
    'package.leaveOut': '本版不收录',
    'package.leaveOutAll': '这 {{count}} 项本版都不收录',
    'package.leftOut': '本版不收录',
    'package.takeBack': '重新收录“{{title}}”',
    'package.common': '推介语、章名、封面或联系方式中有受保护的值',
    'package.commonWay': '请改写这段文字，或调整该字段的密级。',
    'package.foreign': '本页含有其他成果的受保护的值',
    'package.leakIn': '{{field}}：“…{{passage}}…”',
    'package.warnings': '需要写明理由',
    'package.concerns': '涉及 {{count}} 项成果',
    'package.reason': '放行理由',
    'package.reasonFor': '“{{what}}”的放行理由',
    'package.setAside': '{{what}} · 放行理由：{{reason}}',
    'package.lacks': '可以更好',
    'package.lack.text': '没有可用的简介',
    'package.lack.picture': '没有选图片',
    'package.write': '生成宣传册',
    'package.writing': '正在生成…',
    'package.drawing': '图片',
    'package.nothingIn': '没有可收录的成果',
    'package.stopped': '有 {{count}} 项成果不能放行',
    'package.stoppedCommon': '公共部分有受保护的值',
    'package.needReasons': '还有 {{count}} 类提示需要写明理由',
    'package.ready': '将收录 {{count}} 项成果',
    'package.leak': '宣传册中有受保护的值，没有生成。请看检查结果。',
    'package.unreadable': '有 {{count}} 张图片读不出来，没有放入',
    'package.recorded': '已登记第 {{number}} 版',
    'package.notRecorded': '文件已生成，但没有登记成功。请不要发出，重新生成一次。',
    'package.fileName': '{{title}} 第{{number}}版 {{on}}',
    'package.editions': '版本',
    'package.noEditions': '还没有制作过宣传册',
    'package.edition': '第 {{number}} 版',
    'package.editionCount': '{{count}} 项成果',
    'package.editionLeftOut': '{{count}} 项未收录',
    'package.compare': '与现在比较',
    'package.comparing': '正在比较…',
    'package.same': '内容与这一版相同',
    'package.changed': '内容有改动：{{titles}}',
    'package.added': '这一版没有：{{titles}}',
    'package.removed': '现在没有：{{titles}}',
    'package.cover': '封面、推介语、章节或次序有改动',
    'package.sentTo': '发出 {{count}} 份',
    'package.recipients': '接收方与反馈',
    'package.noRecipients': '还没有登记发给了谁',
    'package.editionFirst': '先制作宣传册',
    'package.addRecipient': '登记接收方',
    'package.editRecipient': '修改接收方',
    'package.noNda': '这一版含未公开的内容：请填写保密协议的编号和日期。',
    'package.ndaTooLate': '保密协议的日期晚于发出日期。',
    'package.nda': '保密协议 {{no}}（{{on}}）',
    'package.underNda': '含未公开的内容，须先签保密协议',
    'package.ndaLater':
      '含未公开的内容。一本宣传册可以发给多家，保密协议不在制作时填写，登记接收方时逐家核对。',
    'package.results': '成效',
    'package.sent': '发出 {{count}}',
    'package.interested': '有兴趣 {{count}}',
    'package.deals': '立项 {{count}}',
    'package.count': '{{count}} 项成果',
    'package.addTo': '加入成果包',
    'package.choose': '选择成果包',
    'package.orNew': '或新建',
    'package.newTitle': '新成果包的名称',
    'package.createWith': '新建并加入',
    'package.addedTo': '已将 {{count}} 项加入“{{title}}”',
    'package.nothingAdded': '所选成果都已在“{{title}}”中',
    'package.of': '所在成果包',
    'package.received': '收到的成果包',
    'label.addToPackage': '将 {{count}} 项成果加入“{{title}}”',
    'label.newPackage': '新建成果包“{{title}}”，收录 {{count}} 项成果',
    'label.orderPackage': '调整“{{title}}”的次序',
    'label.renameChapter': '修改“{{title}}”的章名',
    'label.editPackageItem': '修改“{{title}}”中的“{{item}}”',
    'label.makeEdition': '制作“{{title}}”第 {{number}} 版',
    'label.editRecipient': '修改接收方“{{recipient}}”',
  },
  {
    'nav.packages': 'Packages',
    'package.items': 'Achievements',
    'package.noItems': 'No achievement yet',
    'package.noItemsHint': 'Find them here, or choose some in the list of achievements.',
    'package.add': 'Add achievements',
    'package.addHint': 'Find by title, unit, keyword or pinyin; several can be added at once.',
    'package.addChosen': 'Add {{count}}',
    'package.addFound': 'Choose all {{count}}',
    'package.chooseOne': 'Choose “{{title}}”',
    'package.inside': 'In the package',
    'package.full': 'A package takes {{most}} at most',
    'package.find': 'Find achievements',
    'package.anyField': 'Any field',
    'package.anyRegion': 'Any region',
    'package.found': '{{count}} found',
    'package.actions': 'Actions for “{{title}}”',
    'package.up': 'Move up',
    'package.down': 'Move down',
    'package.takeOut': 'Take out of the package',
    'package.order': 'Alt+↑ and Alt+↓ move it; it can be dragged, too',
    'package.noChapter': 'In no chapter',
    'package.chapterName': 'Name of the chapter',
    'package.renameChapter': 'Rename chapter “{{name}}”',
    'package.pictures': 'Pictures (attachments of the achievement)',
    'package.noPictures': 'This achievement has no picture attached',
    'package.mostPictures': '{{most}} at most',
    'package.pictureCount': '{{count}} pictures',
    'package.pictureCount_one': '1 picture',
    'package.noWords': 'No words for the market yet',
    'package.gone': 'This achievement was deleted and will not go in',
    'package.make': 'Make a brochure',
    'package.makeHint': 'A page for each achievement, with what the layer shows and no more.',
    'package.layer': 'Layer',
    'package.language': 'Language',
    'package.format': 'Format',
    'package.signed': 'Signed: {{firm}}',
    'package.noFirm': 'Unsigned (no firm is named in the settings)',
    'package.noPdf': 'No browser here can make a PDF',
    'package.checking': 'Checking…',
    'package.clean': 'All checks passed',
    'package.blocked': 'Stopped',
    'package.blockedHint': 'Mend these first, or decide to leave them out.',
    'package.empty': 'The layer shows nothing of it: write a public summary, or change levels.',
    'package.leaveOut': 'Leave out',
    'package.leaveOutAll': 'Leave out all {{count}}',
    'package.leftOut': 'Left out of this edition',
    'package.takeBack': 'Put “{{title}}” back in',
    'package.common': 'Guarded values in the introduction, chapters, cover or contact',
    'package.commonWay': 'Rewrite the passage, or change the level of the field.',
    'package.foreign': 'Guarded values of another achievement on this page',
    'package.leakIn': '{{field}}: “…{{passage}}…”',
    'package.warnings': 'A reason is wanted',
    'package.concerns': '{{count}} achievements',
    'package.concerns_one': '1 achievement',
    'package.reason': 'Reason to go on',
    'package.reasonFor': 'Reason to go on: {{what}}',
    'package.setAside': '{{what}} · reason to go on: {{reason}}',
    'package.lacks': 'Could be better',
    'package.lack.text': 'No summary to show',
    'package.lack.picture': 'No picture chosen',
    'package.write': 'Make the brochure',
    'package.writing': 'Making…',
    'package.drawing': 'Pictures',
    'package.nothingIn': 'No achievement goes in',
    'package.stopped': '{{count}} achievements are stopped',
    'package.stopped_one': '1 achievement is stopped',
    'package.stoppedCommon': 'Guarded values outside the pages',
    'package.needReasons': '{{count}} kinds of warnings want a reason',
    'package.needReasons_one': '1 kind of warning wants a reason',
    'package.ready': '{{count}} achievements go in',
    'package.ready_one': '1 achievement goes in',
    'package.leak': 'The brochure holds guarded values and was not made. See the checks.',
    'package.unreadable': '{{count}} pictures cannot be read and were left out',
    'package.unreadable_one': '1 picture cannot be read and was left out',
    'package.recorded': 'Edition {{number}} recorded',
    'package.notRecorded':
      'The file was made, but not recorded. Do not hand it out: make it again.',
    'package.fileName': '{{title}} edition {{number}} {{on}}',
    'package.editions': 'Editions',
    'package.noEditions': 'No brochure was made yet',
    'package.edition': 'Edition {{number}}',
    'package.editionCount': '{{count}} achievements',
    'package.editionCount_one': '1 achievement',
    'package.editionLeftOut': '{{count}} left out',
    'package.compare': 'Compare with now',
    'package.comparing': 'Comparing…',
    'package.same': 'Reads the same now',
    'package.changed': 'Changed: {{titles}}',
    'package.added': 'Not in this edition: {{titles}}',
    'package.removed': 'Gone since: {{titles}}',
    'package.cover': 'Cover, introduction, chapters or order changed',
    'package.sentTo': '{{count}} sent',
    'package.recipients': 'Recipients and answers',
    'package.noRecipients': 'Nobody is entered as a recipient yet',
    'package.editionFirst': 'Make a brochure first',
    'package.addRecipient': 'Enter a recipient',
    'package.editRecipient': 'Change a recipient',
    'package.noNda': 'This edition tells what is not public: enter number and date of the NDA.',
    'package.ndaTooLate': 'The NDA was signed after the brochure was sent.',
    'package.nda': 'NDA {{no}} ({{on}})',
    'package.underNda': 'Tells what is not public: an NDA comes first',
    'package.ndaLater':
      'Tells what is not public. One brochure goes to many: the NDA is asked for when a recipient is entered, not when it is made.',
    'package.results': 'What came of it',
    'package.sent': '{{count}} sent',
    'package.interested': '{{count}} interested',
    'package.deals': '{{count}} deals',
    'package.deals_one': '1 deal',
    'package.count': '{{count}} achievements',
    'package.count_one': '1 achievement',
    'package.addTo': 'Add to a package',
    'package.choose': 'Choose a package',
    'package.orNew': 'Or a new one',
    'package.newTitle': 'Title of the new package',
    'package.createWith': 'Create with these',
    'package.addedTo': '{{count}} added to “{{title}}”',
    'package.nothingAdded': 'All of them are in “{{title}}” already',
    'package.of': 'In packages',
    'package.received': 'Packages sent to it',
    'label.addToPackage': '{{count}} achievements added to “{{title}}”',
    'label.addToPackage_one': '1 achievement added to “{{title}}”',
    'label.newPackage': 'Package “{{title}}” created with {{count}} achievements',
    'label.newPackage_one': 'Package “{{title}}” created with 1 achievement',
    'label.orderPackage': 'Order of “{{title}}” changed',
    'label.renameChapter': 'Chapter of “{{title}}” renamed',
    'label.editPackageItem': '“{{item}}” changed in “{{title}}”',
    'label.makeEdition': 'Edition {{number}} of “{{title}}” made',
    'label.editRecipient': 'Recipient “{{recipient}}” changed',
  },
);
