import { defineMessages } from '../../../shared/core/messages.ts';
import type { Deposit, DepositGap, GapType } from '../../../shared/features/outcomes/index.ts';

export const outcomeMessages = defineMessages<
  | 'nav.outcomes'
  | `outcome.${
      | 'all'
      | 'achievement'
      | 'achievements'
      | 'noAchievements'
      | 'links'
      | 'none'
      | 'noKind'
      | 'ofProject'
      | 'results'
      | 'choose'
      | 'chooseAchievement'
      | 'unlink'
      | 'graph'
      | 'folded'
      | 'more'}`
  | `track.${'title' | 'notBegun' | 'unknown' | 'ahead' | 'reach' | 'disordered' | 'reviewBy' | 'reviewLate'}`
  | `gap.${
      | 'title'
      | 'count'
      | 'total'
      | 'none'
      | 'noneHint'
      | 'working'
      | 'progress'
      | 'makeProjects'
      | 'projectsMade'}`
  | `gap.${GapType}${'' | '.name' | '.do'}`
  | `deposit.${
      | 'title'
      | 'hint'
      | 'duty'
      | 'noDuty'
      | 'unknownSource'
      | 'noDeadline'
      | 'on'
      | 'ready'
      | 'complete'
      | 'moreGaps'
      | 'project'
      | 'todo'
      | 'none'
      | 'noneHint'
      | 'noneHere'
      | 'choose'
      | 'chooseAll'
      | 'export'
      | 'exportTitle'
      | 'exportHint'
      | 'lacks'
      | 'without'
      | 'write'
      | 'receipt'
      | 'file'
      | 'fileHint'
      | 'chooseFile'
      | 'fileFailed'
      | 'ownNumbers'}`
  | `deposit.tab.${Exclude<Deposit['state'], 'due'> | 'todo'}`
  | `deposit.gap.${DepositGap['type']}`
  | 'catalogue.title'
  | `label.${'linkOutcome' | 'unlinkOutcome' | 'makeProjects' | 'recordReceipt'}`
>(
  {
    'nav.outcomes': '成果关联',
    'outcome.all': '全部产出',
    'outcome.achievement': '成果',
    'outcome.achievements': '关联成果',
    'outcome.noAchievements': '还没有关联成果',
    'outcome.links': '成果关联',
    'outcome.none': '还没有关联项目、报告、论文、标准或奖励',
    'outcome.noKind': '未定类型',
    'outcome.ofProject': '所属项目',
    'outcome.results': '本项目的产出',
    'outcome.choose': '选择要关联的产出',
    'outcome.chooseAchievement': '选择要关联的成果',
    'outcome.unlink': '取消与“{{title}}”的关联',
    'outcome.graph': '“{{title}}”的关联图',
    'outcome.folded': '还有 {{count}} 项',
    'outcome.more': '再显示 {{count}} 项',
    'track.title': '标准进程',
    'track.notBegun': '尚未开始',
    'track.unknown': '日期未填',
    'track.ahead': '未到',
    'track.reach': '今天进入“{{stage}}”',
    'track.disordered': '“{{stage}}”早于前面的阶段，请核对日期。',
    'track.reviewBy': '复审不迟于 {{date}}',
    'track.reviewLate': '已逾期',
    'gap.title': '缺失关联',
    'gap.count': '缺 {{count}} 处',
    'gap.total': '共 {{count}} 处',
    'gap.none': '没有缺失的关联',
    'gap.noneHint': '按现有资料，项目、报告、论文、专利、标准与成果都已关联。',
    'gap.working': '正在核对全部成果…',
    'gap.progress': '正在比对论文与专利的日期，{{done}} / {{total}}',
    'gap.makeProjects': '按成果所填课题建项目（{{count}} 项成果）',
    'gap.projectsMade': '已关联 {{count}} 项成果；{{leftOut}} 项没有填课题名称或编号，未作处理。',
    'gap.noProject': '受财政资助，但没有关联项目',
    'gap.noProject.name': '受资助的成果没有关联项目',
    'gap.noProject.do': '关联立项记录；成果里已填课题名称或编号的，可以一次建好。',
    'gap.projectNoReport': '没有科技报告',
    'gap.projectNoReport.name': '项目没有科技报告',
    'gap.projectNoReport.do': '请项目组提交科技报告，登记后在报告的“所属项目”中选择本项目。',
    'gap.paperBeforeFiling': '论文公开（{{on}}）早于最早的专利申请日或优先权日（{{filedOn}}）',
    'gap.paperBeforeFiling.name': '论文早于专利申请',
    'gap.paperBeforeFiling.do':
      '核对论文披露的内容是否就是专利所要求保护的；可能影响新颖性的，请专利代理师判断。',
    'gap.paperNoPatent': '已发表论文，专利没有申请，或已撤回、驳回',
    'gap.paperNoPatent.name': '有论文、没有专利',
    'gap.paperNoPatent.do':
      '已公开的内容难以再取得专利；请发明人列出尚未公开的改进，决定申请还是作为技术秘密。',
    'gap.noveltyUnknown': '论文或专利缺日期，无法判断先后',
    'gap.noveltyUnknown.name': '论文与专利的先后不明',
    'gap.noveltyUnknown.do': '补填论文的公开日（含网络首发）和专利的申请日。',
    'gap.patentsNotLinked': '专利号没有对应的知识产权记录：{{numbers}}',
    'gap.patentsNotLinked.name': '专利号没有关联知识产权',
    'gap.patentsNotLinked.do': '导入专利清单或新建知识产权，并与成果关联，期限和年费才会提醒。',
    'gap.matureNoStandard': 'TRL {{trl}}，还没有标准',
    'gap.matureNoStandard.name': '成熟成果没有标准',
    'gap.matureNoStandard.do': '考虑提出团体、行业或国家标准的立项建议，或关联已有标准。',
    'gap.awardUnregistered': '已获奖，但成果没有登记',
    'gap.awardUnregistered.name': '获奖成果没有登记',
    'gap.awardUnregistered.do': '按登记检查补齐后办理成果登记，再填登记号。',
    'gap.standardAlone': '没有关联成果',
    'gap.standardAlone.name': '标准没有关联成果',
    'gap.standardAlone.do': '关联标准所依据的成果；没有记录的，先建成果。',
    'gap.alone': '既没有关联成果，也没有所属项目',
    'gap.alone.name': '产出没有着落',
    'gap.alone.do': '关联成果，或选择所属项目。',
    'gap.noKind': '没有定类型',
    'gap.noKind.name': '产出没有定类型',
    'gap.noKind.do': '在“全部产出”中选中，批量填写类型；定了类型才能核对关联。',
    'gap.projectNoSource': '没有填计划来源，不知道有没有汇交义务',
    'gap.projectNoSource.name': '项目没有计划来源',
    'gap.projectNoSource.do': '填写计划来源；非财政资助的选“计划外”。',
    'deposit.title': '汇交',
    'deposit.hint': '财政资助项目的成果登记与汇交',
    'deposit.duty': '汇交义务',
    'deposit.noDuty': '计划外项目，没有汇交义务；法律鼓励自愿提交。',
    'deposit.unknownSource': '还没有填计划来源，不知道有没有汇交义务。',
    'deposit.noDeadline': '期限不明',
    'deposit.on': '{{date}} 已汇交',
    'deposit.ready': '成果已登记，报告已关联，可以汇交。',
    'deposit.complete': '齐全',
    'deposit.moreGaps': '等另外 {{count}} 处',
    'deposit.project': '项目',
    'deposit.todo': '还缺什么',
    'deposit.none': '还没有财政资助的项目',
    'deposit.noneHint':
      '在“全部产出”中新建项目并填写计划来源，或在“缺失关联”中按成果所填课题建立。',
    'deposit.noneHere': '这里没有项目',
    'deposit.choose': '选择“{{title}}”',
    'deposit.chooseAll': '全选',
    'deposit.export': '导出登记表（{{count}} 个项目）',
    'deposit.exportTitle': '按登记格式导出',
    'deposit.exportHint':
      '每项成果一行，完成单位、完成人、知识产权和项目各一张表，金额单位万元。缺的项留空，不代填。',
    'deposit.lacks': '缺 {{count}} 项：{{what}}',
    'deposit.without': '{{count}} 个项目没有关联成果，导不出登记表：{{titles}}',
    'deposit.write': '导出 {{count}} 项成果（XLSX）',
    'deposit.receipt': '登记回执（{{count}} 个项目）',
    'deposit.file': '回执文件',
    'deposit.fileHint': '附在每个项目上，内容只存一份',
    'deposit.chooseFile': '选择文件',
    'deposit.fileFailed': '“{{name}}”没有存入，回执也没有登记。请重试，或先不附文件。',
    'deposit.ownNumbers': '个别项目的回执号（不填则用上面的号）',
    'deposit.tab.todo': '待汇交',
    'deposit.tab.late': '已逾期',
    'deposit.tab.open': '期限不明',
    'deposit.tab.done': '已汇交',
    'deposit.gap.noAchievement': '没有关联成果',
    'deposit.gap.noReport': '没有科技报告',
    'deposit.gap.notRegistered': '成果未登记：{{title}}',
    'deposit.gap.noReceipt': '没有回执号',
    'catalogue.title': '军民目录',
    'label.linkOutcome': '关联“{{outcome}}”与“{{achievement}}”',
    'label.unlinkOutcome': '取消关联“{{outcome}}”与“{{achievement}}”',
    'label.makeProjects': '按所填课题为 {{count}} 项成果建项目',
    'label.recordReceipt': '登记 {{count}} 个项目的汇交回执',
  },
  {
    'nav.outcomes': 'Links',
    'outcome.all': 'All outputs',
    'outcome.achievement': 'Achievement',
    'outcome.achievements': 'Achievements',
    'outcome.noAchievements': 'No achievement is linked yet',
    'outcome.links': 'Links',
    'outcome.none': 'No project, report, paper, standard or award is linked yet',
    'outcome.noKind': 'No kind given',
    'outcome.ofProject': 'Of project',
    'outcome.results': 'What came of it',
    'outcome.choose': 'Choose an output to link',
    'outcome.chooseAchievement': 'Choose an achievement to link',
    'outcome.unlink': 'Unlink “{{title}}”',
    'outcome.graph': 'What belongs to “{{title}}”',
    'outcome.folded': '{{count}} more',
    'outcome.more': 'Show {{count}} more',
    'track.title': 'Track of the standard',
    'track.notBegun': 'Not begun',
    'track.unknown': 'Day not known',
    'track.ahead': 'Ahead',
    'track.reach': '“{{stage}}” from today',
    'track.disordered': '“{{stage}}” comes before an earlier stage: check the dates.',
    'track.reviewBy': 'To be reviewed by {{date}}',
    'track.reviewLate': 'Late',
    'gap.title': 'Missing links',
    'gap.count': '{{count}} missing',
    'gap.total': '{{count}} in all',
    'gap.none': 'No link is missing',
    'gap.noneHint':
      'As far as the desk knows, projects, reports, papers, patents and standards are linked with achievements.',
    'gap.working': 'Looking through all achievements…',
    'gap.progress': 'Comparing the days of papers and patents, {{done}} / {{total}}',
    'gap.makeProjects': 'Make projects of what they name ({{count}})',
    'gap.makeProjects_one': 'Make the project that it names',
    'gap.projectsMade':
      '{{count}} achievements linked; {{leftOut}} name no project and were left as they are.',
    'gap.projectsMade_one':
      '1 achievement linked; {{leftOut}} name no project and were left as they are.',
    'gap.noProject': 'Paid for by the state, and no project is linked',
    'gap.noProject.name': 'Funded achievements without a project',
    'gap.noProject.do':
      'Link the project; where achievements name it or its number, all are made in one step.',
    'gap.projectNoReport': 'No scientific report',
    'gap.projectNoReport.name': 'Projects without a report',
    'gap.projectNoReport.do':
      'Ask the team for its report, enter it, and choose this project in the report’s “Of project”.',
    'gap.paperBeforeFiling':
      'Published ({{on}}) before the first filing or priority of a patent ({{filedOn}})',
    'gap.paperBeforeFiling.name': 'Papers before filings',
    'gap.paperBeforeFiling.do':
      'Compare what the paper discloses with the claims; have an attorney judge the novelty.',
    'gap.paperNoPatent': 'Published, and no patent was filed, or it was withdrawn or rejected',
    'gap.paperNoPatent.name': 'Papers without a patent',
    'gap.paperNoPatent.do':
      'What is public can hardly be patented any more: ask the inventors what is not public yet, and decide to file it or to keep it secret.',
    'gap.noveltyUnknown': 'Days of papers or patents are missing: it is not known which came first',
    'gap.noveltyUnknown.name': 'Paper or patent first: not known',
    'gap.noveltyUnknown.do':
      'Enter the first publication of the papers (online, too) and the filing dates of the patents.',
    'gap.patentsNotLinked': 'Patent numbers without an IP right: {{numbers}}',
    'gap.patentsNotLinked.name': 'Patent numbers without an IP right',
    'gap.patentsNotLinked.do':
      'Import the patent list or enter the rights, and link them: only then their terms and fees are reminded of.',
    'gap.matureNoStandard': 'TRL {{trl}}, and no standard',
    'gap.matureNoStandard.name': 'Mature achievements without a standard',
    'gap.matureNoStandard.do':
      'Consider proposing a standard of an association, a trade or the country, or link the one there is.',
    'gap.awardUnregistered': 'Awarded, and not registered',
    'gap.awardUnregistered.name': 'Awarded achievements not registered',
    'gap.awardUnregistered.do':
      'Fill in what the registration check names, register, and enter the number.',
    'gap.standardAlone': 'No achievement is linked',
    'gap.standardAlone.name': 'Standards without an achievement',
    'gap.standardAlone.do': 'Link the achievement that the standard rests on; enter it if need be.',
    'gap.alone': 'Belongs to no achievement and no project',
    'gap.alone.name': 'Outputs that belong to nothing',
    'gap.alone.do': 'Link an achievement, or choose the project.',
    'gap.noKind': 'No kind given',
    'gap.noKind.name': 'Outputs without a kind',
    'gap.noKind.do':
      'Select them among all outputs and set the kind of all at once: links can be checked only then.',
    'gap.projectNoSource': 'No plan given: it is not known whether there is a duty to deposit',
    'gap.projectNoSource.name': 'Projects without a plan',
    'gap.projectNoSource.do': 'Enter the plan; “Outside plans” where the state does not pay.',
    'deposit.title': 'Deposits',
    'deposit.hint': 'Registering and depositing what the state’s projects made',
    'deposit.duty': 'Duty to deposit',
    'deposit.noDuty': 'Outside plans: no duty to deposit; the law encourages it all the same.',
    'deposit.unknownSource': 'No plan given: it is not known whether there is a duty to deposit.',
    'deposit.noDeadline': 'No deadline known',
    'deposit.on': 'Deposited {{date}}',
    'deposit.ready': 'Registered and reported: it can be deposited.',
    'deposit.complete': 'Complete',
    'deposit.moreGaps': 'and {{count}} more',
    'deposit.project': 'Project',
    'deposit.todo': 'Still missing',
    'deposit.none': 'No project of the state yet',
    'deposit.noneHint':
      'Enter projects with their plan among all outputs, or make them of what achievements name, in “Missing links”.',
    'deposit.noneHere': 'No project here',
    'deposit.choose': 'Choose “{{title}}”',
    'deposit.chooseAll': 'Choose all',
    'deposit.export': 'Export forms ({{count}} projects)',
    'deposit.export_one': 'Export forms (1 project)',
    'deposit.exportTitle': 'Export in the registration layout',
    'deposit.exportHint':
      'A row for each achievement, a sheet each for units, people, IP rights and projects, in Chinese, amounts in 万元. What is missing stays blank.',
    'deposit.lacks': '{{count}} missing: {{what}}',
    'deposit.without': '{{count}} projects have no achievement, so there is no form: {{titles}}',
    'deposit.without_one': '1 project has no achievement, so there is no form: {{titles}}',
    'deposit.write': 'Export {{count}} achievements (XLSX)',
    'deposit.write_one': 'Export 1 achievement (XLSX)',
    'deposit.receipt': 'Enter receipt ({{count}} projects)',
    'deposit.receipt_one': 'Enter receipt (1 project)',
    'deposit.file': 'File of the receipt',
    'deposit.fileHint': 'Attached to each project, stored once',
    'deposit.chooseFile': 'Choose a file',
    'deposit.fileFailed':
      '“{{name}}” could not be stored, and no receipt was entered. Try again, or leave the file out.',
    'deposit.ownNumbers': 'Numbers of single projects (blank: the number above)',
    'deposit.tab.todo': 'To do',
    'deposit.tab.late': 'Late',
    'deposit.tab.open': 'No deadline',
    'deposit.tab.done': 'Done',
    'deposit.gap.noAchievement': 'no achievement linked',
    'deposit.gap.noReport': 'no scientific report',
    'deposit.gap.notRegistered': 'not registered: {{title}}',
    'deposit.gap.noReceipt': 'no receipt number',
    'catalogue.title': 'Catalogue',
    'label.linkOutcome': 'Link “{{outcome}}” and “{{achievement}}”',
    'label.unlinkOutcome': 'Unlink “{{outcome}}” and “{{achievement}}”',
    'label.makeProjects': 'Make projects for {{count}} achievements',
    'label.recordReceipt': 'Enter the receipt of {{count}} projects',
  },
);
